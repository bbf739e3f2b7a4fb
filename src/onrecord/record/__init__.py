"""What is kept, with its source."""
