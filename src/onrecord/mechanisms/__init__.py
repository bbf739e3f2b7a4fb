"""Documents to entries: who said what to whom."""
