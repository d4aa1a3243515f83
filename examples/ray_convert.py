"""Convert a folder on Ray Data: ``python examples/ray_convert.py PAGES OUT``.

Without a cluster at hand it starts one of two workers on this machine; give another as ``RAY_ADDRESS``.
"""

from __future__ import annotations

import os
import sys

import ray

from govreport.corpus import ray as govreport_ray


def main(pages: str, output: str) -> None:
    """Read every file below a folder, and write the reports as Parquet."""
    cluster = {} if "RAY_ADDRESS" in os.environ else {"num_cpus": 2, "include_dashboard": False}
    ray.init(logging_level="ERROR", **cluster)
    files = ray.data.read_binary_files(os.path.abspath(pages), include_paths=True)
    govreport_ray.parse(files).write_parquet(os.path.abspath(output))
    ray.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
