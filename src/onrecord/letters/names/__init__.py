"""What was done with a person's name: where it stands, with which consent, and what can still be done."""
