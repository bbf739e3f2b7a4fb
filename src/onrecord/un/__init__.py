"""The field's words as frozen values."""
