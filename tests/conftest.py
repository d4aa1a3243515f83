"""What holds for all tests."""

from hypothesis import settings

# A first example loads what later ones find loaded, and machines are busy: time is for bench/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
