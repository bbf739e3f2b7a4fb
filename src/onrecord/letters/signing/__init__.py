"""Who signs a letter, in exactly which words; where it went, and what came back."""
