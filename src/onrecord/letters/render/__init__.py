"""Letters on paper: the dossier, as one HTML page and as a PDF that hold the same."""
