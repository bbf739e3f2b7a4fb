"""Letters: read, checked, rendered."""
