"""What holds for all tests."""

import os

from hypothesis import settings

# A first example loads what later ones find loaded, and machines are busy: time is for bench/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

os.environ["LC_ALL"] = "C.UTF-8"  # commands speak the language of the system, and tests read English
