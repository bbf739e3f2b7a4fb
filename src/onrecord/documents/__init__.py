"""Bytes to numbered paragraphs and notes, each with its place."""
