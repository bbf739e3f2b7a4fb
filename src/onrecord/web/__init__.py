"""The workbench: the record, letters and signatures in a browser, and the same over HTTP."""
