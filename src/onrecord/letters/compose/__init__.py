"""From the source of a letter to the letter as built: numbered notes, asks, words from the record."""
