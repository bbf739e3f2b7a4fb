"""Citations and quotations: found first, resolved later."""
