"""What words and signs mean: vocabulary, numerals, names, marks.  Nothing here decides about a page."""
