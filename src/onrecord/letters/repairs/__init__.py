"""Repairs that findings offer: applied to a letter's text, and written to a new file."""
