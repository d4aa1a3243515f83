"""Coverage-guided fuzzing of every way into the library: ``make fuzz``."""
