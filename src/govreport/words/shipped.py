"""The files that come with the package: weights, characters, names of divisions."""

from __future__ import annotations

from pkgutil import get_data  # importlib.resources takes longer to load than any of the files to read


def read(package: str, name: str) -> bytes:
    """Read a file that stands in a package.

    Args:
        package: its full name.
        name: the file's.

    Raises:
        FileNotFoundError: it is not there, or the package comes from where no files are.
    """
    data = get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{name} of {package}")
    return data
