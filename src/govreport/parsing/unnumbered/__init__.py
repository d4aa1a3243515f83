"""Headings without a number: which lines are such headings, and why."""
