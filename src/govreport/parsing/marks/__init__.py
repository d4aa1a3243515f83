"""Markup and other signs strewn into a text, which the parse reads around."""
