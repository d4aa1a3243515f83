"""Print generated pages: ``python -m tests.pages 12 340``."""

import sys

from tests.pages import page

if __name__ == "__main__":
    for number in sys.argv[1:]:
        print(page(int(number)))
