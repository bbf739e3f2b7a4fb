"""Letters and dossiers as HTML and PDF."""
