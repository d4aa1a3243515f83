"""Where a heading ends that its paragraph runs into."""
