"""English and Korean as equals: whether the two texts of a letter say the same, and what is due on one side."""
