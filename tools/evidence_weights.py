"""Measure how far each place can be trusted that may say a field: what `govreport.tree.evidence.weights` holds.

``python -m tools.evidence_weights [FOLDER]`` reads labelled texts (the folder beside the checkout, if none is named)
and prints for each place in how many texts it says something, in what share of them that is right, and the weight of
the table.  Then, for each field, how many texts are right with the weights of the table, and with weights learned
from the texts of other sites only: whole sites are left out in turn, so that no text speaks for its own.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from bench.gold import GOLD
from govreport import Candidate, parse
from govreport.tree.evidence import dates, issuer, title
from govreport.tree.evidence.weighing import bare, same_text, weigh
from govreport.tree.evidence.weights import WEIGHTS

FIELDS: Final = ("title", "issuer", "year", "period", "published", "source", "doc_number", "date")
AGREES: Final = {"title": title.agrees, "issuer": issuer.agrees, "published": dates.same_time}
DETAIL: Final = {"title": len, "issuer": issuer.detail, "published": dates.detail}
FOLDS: Final = 10
_HOST: Final = re.compile(r"https?://(?:www\.)?([a-z0-9.-]+)")
_SITE: Final = re.compile(r"ICP备\d+|网站标识码[:：]?\s*\d+")


class Text(NamedTuple):
    """A labelled text: its site, its labels, and what each place of it says of each field."""

    site: str
    labels: dict[str, Any]
    candidates: dict[str, list[Candidate]]


def read(folder: Path) -> Iterator[Text]:
    """Read a folder of labelled texts."""
    for path in sorted(folder.glob("*.json")):
        if path.name.endswith(".stats.json"):
            continue
        labels = json.loads(path.read_text(encoding="utf-8"))
        source = path.with_suffix(".txt").read_text(encoding="utf-8-sig")
        report = parse(source)
        yield Text(site_of(source, path.stem), labels, {name: _candidates(report, name) for name in FIELDS})


def site_of(text: str, name: str) -> str:
    """The site a text is from, by its licence, its number or an address in it; else the text is its own site."""
    found = _SITE.search(text) or _HOST.search(text)
    return found[0] if found else name


def _candidates(report: Any, name: str) -> list[Candidate]:
    found = report.evidence(name)
    if found.where is None:
        return list(found.others)
    return [Candidate(found.value, found.span, found.where, WEIGHTS[name][found.where].value), *found.others]


def compared(text: Text, name: str) -> bool:
    """True where the labels say what a text's field is, be it nothing."""
    return name not in text.labels.get("doubt", ()) and (name != "period" or name in text.labels)


def is_right(name: str, label: Any, value: Any) -> bool:
    """True where a value is the labelled one."""
    if value is None or not label:
        return value is None and not label
    if name == "period":
        return [day.isoformat() for day in value] == label
    if name in ("published", "date"):
        return value.isoformat()[:16].startswith(label[:16]) or value.isoformat() == label[:10]
    if name == "year":
        return bool(value == label)
    return bare(str(value)) == bare(str(label))


def shares(texts: Iterable[Text], name: str) -> dict[str, tuple[int, int]]:
    """For each place, in how many texts it says something, and in how many of these what the labels do."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for text in texts:
        if compared(text, name):
            for where in {one.where for one in text.candidates[name]}:
                first = next(one for one in text.candidates[name] if one.where == where)
                counts[where][0] += 1
                counts[where][1] += is_right(name, text.labels.get(name), first.value)
    return {where: (shown, right) for where, (shown, right) in counts.items()}


def learned(texts: Iterable[Text], name: str) -> dict[str, float]:
    """Weights by these texts alone; a place that few of them show keeps near to the table's."""
    usual = {where: one.value for where, one in WEIGHTS[name].items()}
    found = shares(texts, name)
    return {where: (found.get(where, (0, 0))[1] + 2 * weight) / (found.get(where, (0, 0))[0] + 2) for where, weight in
            usual.items()}  # fmt: skip


def decide(text: Text, name: str, weights: dict[str, float]) -> Any:
    """The value of a field with other weights."""
    weighed = [Candidate(one.value, one.span, one.where, weights[one.where]) for one in text.candidates[name]]
    return weigh(name, weighed, AGREES.get(name, same_text if name in ("source", "doc_number") else _equal),
                 DETAIL.get(name, lambda _: 0)).value  # fmt: skip


def _equal(one: Any, other: Any) -> bool:
    return bool(one == other)


def measure(texts: list[Text], name: str) -> tuple[int, int, int]:
    """In how many texts there is a field to compare; in how many it is right by the table; by other sites' texts."""
    sites = sorted({text.site for text in texts})
    fold = {site: number % FOLDS for number, site in enumerate(sites)}
    table = {where: one.value for where, one in WEIGHTS[name].items()}
    told = by_table = by_others = 0
    for left_out in range(FOLDS):
        weights = learned([text for text in texts if fold[text.site] != left_out], name)
        for text in texts:
            label = text.labels.get(name)
            if fold[text.site] != left_out or not compared(text, name) or not (label or text.candidates[name]):
                continue
            told += 1
            by_table += is_right(name, label, decide(text, name, table))
            by_others += is_right(name, label, decide(text, name, weights))
    return told, by_table, by_others


def main() -> None:
    """Print both tables."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path, nargs="?", default=GOLD)
    texts = list(read(arguments.parse_args().folder))
    print(f"{len(texts)} texts of {len({text.site for text in texts})} sites\n")
    for name in FIELDS:
        found = shares(texts, name)
        for where, weight in WEIGHTS[name].items():
            shown, right = found.get(where, (0, 0))
            share = f"{right / shown:.2f}" if shown else "–"
            print(f"{name:11} {where:32} {shown:4} texts  {share:>5} right  weight {weight.value:.2f}")
    print()
    for name in FIELDS:
        told, by_table, by_others = measure(texts, name)
        print(f"{name:11} {told:4} texts  {by_table / told:.3f} by the table  {by_others / told:.3f} sites left out")


if __name__ == "__main__":
    main()
