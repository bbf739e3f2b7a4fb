"""The workbench: the record in a browser, on this computer alone."""
