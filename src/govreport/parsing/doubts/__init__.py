"""What a parse is not sure of: what it asked, how likely the answer is wrong, and what is told of it."""
