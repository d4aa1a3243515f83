"""A corpus on Spark (extra ``spark``): the rows that `govreport.corpus.convert` makes, on many machines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from govreport.corpus.converting import PAGE_BYTES
from govreport.corpus.parts import PART_ITEMS
from govreport.extras import require

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql import DataFrame


def parse(pages: DataFrame, table: str = "reports", **choices: Any) -> DataFrame:
    """Parse pages on Spark's workers, which need this library too.

    Args:
        pages: has a column of bytes or text, as ``spark.read.format("binaryFile")`` gives; ``path`` and ``url`` are
            used where they are there.
        table: the table that is wanted: ``reports``, ``blocks``, ``statistics``.
        choices: as for `govreport.arrow.parse_batch`.

    Returns:
        The rows of the table.

    Raises:
        MissingExtra: pyspark or pyarrow is not installed.
    """
    arrow, types = require("govreport.arrow", "arrow"), require("pyspark.sql.pandas.types", "spark")
    settings = {"max_bytes": PAGE_BYTES, **choices}
    columns = types.from_arrow_schema(arrow.schema(table), prefer_timestamp_ntz=True)
    # Spark's own 10,000 pages would be held in memory at once.
    pages.sparkSession.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", PART_ITEMS)
    return pages.mapInArrow(partial(_parsed, table=table, choices=settings), columns)


def _parsed(batches: Iterator[RecordBatch], table: str, choices: dict[str, Any]) -> Iterator[RecordBatch]:
    from govreport.arrow import parse_batch, with_paths  # on a worker

    for batch in batches:
        yield parse_batch(with_paths(batch, _local), table=table, **choices)


def _local(path: str) -> str:
    """A path as a file system names it: Spark puts ``file:`` before it, and leaves ``%``, ``#`` and ``?`` alone."""
    return re.sub(r"^file:(?://)?(?=/)", "", path)
