"""The typed tree that a parse gives, and what it says of itself."""
