"""Other files than plain text → text and hints."""
