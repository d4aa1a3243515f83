"""A corpus on Ray Data (extra ``ray``): the rows that `govreport.corpus.convert` makes, on many machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govreport.corpus.converting import PAGE_BYTES
from govreport.corpus.parts import PART_ITEMS
from govreport.extras import require

if TYPE_CHECKING:
    from pyarrow import Table
    from ray.data import Dataset


def parse(pages: Dataset, table: str = "reports", **choices: Any) -> Dataset:
    """Parse pages on Ray's workers, which need this library too.

    Args:
        pages: has a column of bytes or text, as ``ray.data.read_binary_files(folder, include_paths=True)`` gives;
            ``path`` and ``url`` are used where they are there.
        table: the table that is wanted: ``reports``, ``blocks``, ``statistics``.
        choices: as for `govreport.arrow.parse_batch`.

    Returns:
        The rows of the table.

    Raises:
        MissingExtra: ray or pyarrow is not installed.
    """
    require("ray.data", "ray")
    arguments = {"table": table, "max_bytes": PAGE_BYTES, **choices}
    return pages.map_batches(_parsed, batch_format="pyarrow", batch_size=PART_ITEMS, fn_kwargs=arguments)


def _parsed(pages: Table, **arguments: Any) -> Table:
    from govreport.arrow import parse_table  # on a worker

    return parse_table(pages, **arguments)
