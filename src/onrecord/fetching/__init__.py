"""Getting documents from the United Nations’ public addresses, only when asked."""
