"""Advice beside each ask of a letter, from the record and by stated rules; it never changes a word."""
