"""Pages to look at: one report, two side by side, a folder of them."""
