"""A letter that exists becomes a source: its head, text, notes and signatories, and what could not be taken."""
