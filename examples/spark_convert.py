"""Convert a folder on Spark: ``python examples/spark_convert.py PAGES OUT``.

Without a cluster at hand it starts one of two executors on this machine, ``local-cluster[2,1,1024]``; give another as
``SPARK_MASTER``.  Spark needs Java 17.
"""

from __future__ import annotations

import os
import sys

from pyspark.sql import SparkSession

from govreport.corpus import spark


def session() -> SparkSession:
    """Start Spark, with this Python and this library on the executors."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("LC_ALL", "C.UTF-8")  # else Java does not open files with Chinese names
    builder = (
        SparkSession.builder.master(os.environ.get("SPARK_MASTER", "local-cluster[2,1,1024]"))
        .config("spark.ui.enabled", "false")
        .config("spark.executorEnv.PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
        .config("spark.executorEnv.LC_ALL", "C.UTF-8")
    )
    return builder.getOrCreate()


def main(pages: str, output: str) -> None:
    """Read every file below a folder, and write the reports as Parquet."""
    engine = session()
    files = engine.read.format("binaryFile").option("recursiveFileLookup", "true").load(pages)
    spark.parse(files).write.parquet(output)
    engine.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
