"""The record for programs that speak the Model Context Protocol: read-only, over standard input and output.

Everything that such a program is told carries symbol, paragraph, page, the very words and their hash, so
that what it makes of them can be held against the record.
"""
