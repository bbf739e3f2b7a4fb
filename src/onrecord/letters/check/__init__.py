"""The rules of the check, one file each."""
