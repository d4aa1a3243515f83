"""Learn where a run-in heading ends: writes `src/govreport/boundary.json`.

usage: python tools/train_boundary.py FOLDER [-o FILE] [--report-only]

FOLDER holds report texts (any encoding the package reads), at any depth.  Needs numpy and scipy.

Examples are made from headings whose end is known: a heading closed by a stop, the stop taken out; a heading on a line of
its own, joined to the paragraph under it; the first phrase of 一是X。Y and of paragraphs that open with one.  Numbered
paragraphs, items and articles of statutes are examples of no heading.  Documents that share text are kept together,
and with --report-only a fifth of these groups is never trained on: the figures printed are of that fifth.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import math
import pathlib
import random
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
import scipy.sparse as sparse
from attrs import define
from scipy.optimize import minimize

from govreport.boundary import ZERO, BoundaryModel, evidence, fold, no_heading, places, unpack, view
from govreport.decode import decode
from govreport.nodes import Paragraph, Section
from govreport.parser import parse
from govreport.runin import Split, score_heading
from govreport.series import Member, part

FOLDS = 5
BIGRAMS, TRIGRAMS = 24_000, 12_000
SCALE = 10.0
MOST = 44  # the largest weight stored, so that all are printable ASCII
LEAST = 2  # weights nearer than this to their table's default are not stored
NO_HEADING = 0  # the end that stands for "none"


@define
class Example:
    text: str
    end: int
    document: str
    series: str
    size: int = 0  # of the whole unit
    held_out: bool = False


def texts(folder: pathlib.Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".md") and path.name != "README.md":
            text = decode(path.read_bytes()).text
            if len(text) < 400_000:
                yield str(path.relative_to(folder)), text


def examples(document: str, text: str) -> Iterator[Example]:
    """The examples of one document, from its own headings."""
    rng = random.Random(document)
    report = parse(text, split_headings="never")
    statute = len(re.findall(r"^\W*第[一二三四五六七八九十百]+条", text, re.MULTILINE)) > 5
    stack: list[tuple[Section, str]] = [(section, document) for section in reversed(report.sections)]
    for enclosure in report.attachments:
        stack += [(section, document + "#") for section in enclosure.sections]
    while stack:
        section, series = stack.pop()
        heading = section.heading
        title = fold(heading.title)
        first = section.children[0] if section.children else None
        words = squeeze(first.text) if isinstance(first, Paragraph) else ""
        shared = "\n" not in heading.trail
        if title and words and len(words) >= 8 and 2 <= len(title) <= 40 and heading.stop in ("", "。"):
            if heading.stop or not shared:
                yield Example(
                    fold(squeeze(heading.title) + words),
                    len(squeeze(heading.title)),
                    document,
                    series,
                    len(title) + len(words),
                )
        elif not title and len(words) >= 10 and (not statute or rng.random() < 0.25):
            yield Example(fold(words), NO_HEADING, document, series, len(words))
        stack += [(child, series + "/" + heading.marker) for child in section.sections]
    for node in report.body.walk():
        if isinstance(node, Paragraph) and not statute:
            yield from top_sentences(squeeze(node.text), document)


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


LISTED = re.compile(
    r"(?:^|[。；：])(?:第?[一二三四五六七八九]是|[一二三四五六七八九]要|其[一二三四])，?([^。；：]{4,40})。([^。]{10,}。)"
)
LEADING = re.compile(r"([^。；：]{4,26})。(.{20,})")


def top_sentences(text: str, document: str) -> Iterator[Example]:
    """Phrases that head a paragraph or a listed sentence without a number."""
    text = fold(text) if len(text) < 90 else text.replace(",", "，").replace(";", "；").replace(":", "：")
    for match in LISTED.finditer(text):
        if score_heading(match[1]) > 0.5:
            yield Example(fold(match[1] + match[2]), len(match[1]), document, "", 160)
    lead = LEADING.match(text)
    if lead and score_heading(lead[1]) > 1.5 and lead[1][0] not in "各今这我":
        yield Example(fold(lead[1] + lead[2]), len(lead[1]), document, "", len(text) if len(text) > 90 else 160)


def hold_out(found: list[Example]) -> None:
    """Mark the examples of every fifth group of documents; documents that share two units are one group."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name] = parent[parent[name]]
        return name

    owners: dict[str, str] = {}
    shared: collections.Counter[tuple[str, str]] = collections.Counter()
    for one in found:
        owner = owners.setdefault(one.text[:40], one.document)
        if owner != one.document:
            shared[owner, one.document] += 1
    for (a, b), count in shared.items():
        if count >= 2:
            parent[root(a)] = root(b)
    for one in found:
        one.held_out = int(hashlib.md5(root(one.document).encode()).hexdigest(), 16) % FOLDS == 0


class Statistics:
    """How often n-grams begin and end a clause, and how tightly two characters cohere, in buckets."""

    def __init__(self, sources: Iterable[str]) -> None:
        begin: collections.Counter[str] = collections.Counter()
        end: collections.Counter[str] = collections.Counter()
        pairs: collections.Counter[str] = collections.Counter()
        triples: collections.Counter[str] = collections.Counter()
        single: collections.Counter[str] = collections.Counter()
        for source in sources:
            for clause in re.findall(r"[\u4e00-\u9fff]{2,}", source[:150_000]):
                begin.update((clause[:2], clause[:3]) if len(clause) > 2 else (clause,))
                end.update((clause[-2:], clause[-3:]) if len(clause) > 2 else (clause,))
                single.update(clause)
                pairs.update(clause[at : at + 2] for at in range(len(clause) - 1))
                triples.update(clause[at : at + 3] for at in range(len(clause) - 2))
        whole = sum(single.values())

        def share(table: collections.Counter[str], gram: str, count: int) -> int:
            return bucket(1.5 * math.log((table[gram] + 0.3) / (count - table[gram] + 1.0)))

        self.pairs = {
            gram: (
                bucket(math.log(count * whole / (single[gram[0]] * single[gram[1]]))),
                share(begin, gram, count),
                share(end, gram, count),
            )
            for gram, count in pairs.most_common(BIGRAMS)
        }
        self.triples = {
            gram: (share(begin, gram, count), share(end, gram, count)) for gram, count in triples.most_common(TRIGRAMS)
        }

    def evidence(self, text: str, end: int) -> Iterator[tuple[str, str]]:
        """What the counts say of one place: (table to merge into, bucket)."""
        cross = self.pairs.get(text[end - 1 : end + 1])
        left, right = self.pairs.get(text[end - 2 : end]), self.pairs.get(text[end : end + 2])
        left3, right3 = self.triples.get(text[max(0, end - 3) : end]), self.triples.get(text[end : end + 3])
        yield "cross2", f"#{cross[0]}" if cross else "#"
        yield "left2", f"#{left[0]}" if left else "#"
        yield "left2", f"##{left[2]}" if left else "##"
        yield "right2", f"#{right[0]}" if right else "#"
        yield "right2", f"##{right[1]}" if right else "##"
        yield "left3", f"#{left3[1]}" if left3 else "#"
        yield "right3", f"#{right3[0]}" if right3 else "#"


def bucket(value: float) -> int:
    return max(-6, min(6, round(value)))


Pair = tuple[str, str]


def candidates(text: str, size: int, statistics: Statistics) -> list[tuple[int, list[Pair]]]:
    seen = view(text)
    out = [(NO_HEADING, no_heading(text, size))]
    out += [(end, [*evidence(seen, end), *statistics.evidence(text, end)]) for end in places(text)]
    return out


def train(found: list[Example], statistics: Statistics, penalty: float = 1.0) -> dict[Pair, float]:
    """Fit a softmax over each example's places, with an L2 penalty."""
    seen: collections.Counter[Pair] = collections.Counter()
    data = []
    rng = random.Random(0)
    for one in found:
        options = candidates(one.text, one.size, statistics)
        ends = [end for end, _ in options]
        if one.end not in ends:
            continue
        data.append((ends.index(one.end), [pairs for _, pairs in options]))
        for end, pairs in options:
            if end == one.end or rng.random() < 0.2:
                seen.update(pairs)
    index = {pair: at for at, pair in enumerate(pair for pair, count in seen.items() if count >= 2)}
    columns: list[int] = []
    pointer = [0]
    for _, options in data:
        for pairs in options:
            columns += [index[pair] for pair in pairs if pair in index]
            pointer.append(len(columns))
    matrix = sparse.csr_matrix((np.ones(len(columns)), columns, pointer), shape=(len(pointer) - 1, len(index)))
    sizes = np.array([len(options) for _, options in data])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(sizes)), sizes)
    right = starts + np.array([gold for gold, _ in data])
    transposed = matrix.T.tocsr()

    def loss(w: Any) -> tuple[float, Any]:
        score = matrix @ w
        top = np.maximum.reduceat(score, starts)
        part = np.exp(score - top[owner])
        whole = np.add.reduceat(part, starts)
        gradient = part / whole[owner]
        gradient[right] -= 1.0
        value = (np.log(whole) + top - score[right]).sum() + penalty * (w @ w) / 2
        return float(value), transposed @ gradient + penalty * w

    best = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return {pair: float(best.x[at]) for pair, at in index.items()}


def merge(weights: dict[Pair, float], statistics: Statistics) -> dict[str, dict[str, float]]:
    """Fold the weights of the counts' buckets into the tables of the n-grams they were counted for."""
    tables: dict[str, dict[str, float]] = collections.defaultdict(dict)
    for (table, key), weight in weights.items():
        if not key.startswith("#"):
            tables[table][key] = weight

    def fold_in(table: str, grams: dict[str, Any], keys: Callable[[Any], list[str]]) -> None:
        other = sum(
            weights.get((table, key), 0.0) for key in ({"left2": ["#", "##"], "right2": ["#", "##"]}.get(table, ["#"]))
        )
        for gram in {*grams, *tables[table]}:
            values = grams.get(gram)
            extra = other if values is None else sum(weights.get((table, key), 0.0) for key in keys(values))
            tables[table][gram] = tables[table].get(gram, 0.0) + extra
        tables[table][""] = other

    fold_in("cross2", statistics.pairs, lambda v: [f"#{v[0]}"])
    fold_in("left2", statistics.pairs, lambda v: [f"#{v[0]}", f"##{v[2]}"])
    fold_in("right2", statistics.pairs, lambda v: [f"#{v[0]}", f"##{v[1]}"])
    fold_in("left3", statistics.triples, lambda v: [f"#{v[1]}"])
    fold_in("right3", statistics.triples, lambda v: [f"#{v[0]}"])
    return tables


def pack(tables: dict[str, dict[str, float]]) -> dict[str, Any]:
    """The model as it is stored; weights near their table's default are left out."""
    packed: dict[str, Any] = {}
    other: dict[str, int] = {}
    for table, weights in sorted(tables.items()):
        default = round(weights.get("", 0.0) * SCALE)
        if table not in ("none", "digit", "none-digit"):
            other[table] = default
        rounded = {key: max(-MOST, min(MOST, round(weight * SCALE))) for key, weight in weights.items()}
        kept = {key: value for key, value in rounded.items() if abs(value - default) >= (LEAST if len(key) > 1 else 1)}
        kept = {key: value for key, value in sorted(kept.items()) if key or table in ("none", "digit", "none-digit")}
        lengths = {len(key) for key in kept}
        size = lengths.pop() if len(lengths) == 1 else 0
        keys: Any = "".join(kept) if size else list(kept)
        packed[table] = [size, keys, "".join(chr(ZERO + value) for value in kept.values())]
    return {"scale": SCALE, "other": other, "tables": packed}


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn where a run-in heading ends.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("-o", "--output", type=pathlib.Path, default=pathlib.Path("src/govreport/boundary.json"))
    parser.add_argument(
        "--report-only",
        action="store_true",
        help="train on four fifths, print how that does on the last, write nothing",
    )
    args = parser.parse_args()
    sources = dict(texts(args.folder))
    unique: dict[tuple[str, int], Example] = {}
    for document, text in sources.items():
        for one in examples(document, text):
            unique.setdefault((one.text[:40], one.end), one)
    found = list(unique.values())
    hold_out(found)
    kinds = collections.Counter((one.end > 0, bool(one.series), one.held_out) for one in found)
    print("examples (heading, numbered, held out):", dict(kinds))
    apart = {one.document for one in found if one.held_out}
    if args.report_only:
        found_in = [one for one in found if not one.held_out]
        statistics = Statistics(fold_all(text) for document, text in sources.items() if document not in apart)
    else:
        found_in, statistics = found, Statistics(fold_all(text) for text in sources.values())
    model = pack(merge(train(found_in, statistics), statistics))
    if args.report_only:
        measure(unpack(model), [one for one in found if one.held_out and (one.series or not one.end)])
    else:
        args.output.write_text(json.dumps(model, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        print("written", args.output, args.output.stat().st_size, "bytes")


def measure(model: BoundaryModel, held_out: list[Example]) -> None:
    """Print how often a model is right on examples, each unit alone and with its siblings."""
    together = collections.defaultdict(list)
    for one in held_out:
        together[one.document, one.series].append(one)
    for name, groups in (("one by one", [[one] for one in held_out]), ("with siblings", [*together.values()])):
        headings: list[tuple[Example, float, bool]] = []
        paragraphs: list[float] = []
        for group in groups:
            for one, odds, end in parted(model, group):
                if one.end:
                    headings.append((one, odds, end == one.end))
                else:
                    paragraphs.append(odds)
        by_document = collections.defaultdict(list)
        for one, _, right in headings:
            by_document[one.document].append(right)
        exact = np.mean([right for _, _, right in headings])
        mean = np.mean([np.mean(rights) for rights in by_document.values()])
        print(f"{name}: {len(headings)} headings, {len(paragraphs)} paragraphs, {len(by_document)} documents")
        print(f"  end exactly right {exact:.3f}, mean of documents {mean:.3f}")
        for least in range(7):
            kept = np.mean([odds < least for _, odds, _ in headings])
            lost = np.mean([odds >= least for odds in paragraphs])
            print(f"  odds e^{least}: heading kept whole {kept:.3f}, paragraph lost its head {lost:.3f}")


def parted(model: BoundaryModel, group: list[Example]) -> Iterator[tuple[Example, float, int]]:
    """Part the units of one series: each with its log-odds of being a heading, and that heading's end."""
    members = []
    for one in group:
        words = one.text + "某" * max(0, one.size - len(one.text))  # the length counts, the rest is not seen
        members.append(Member(words, "han-paren", 1, False, Split(0, 0, 0, -3.0)))
    part(members, -math.inf, (), model)
    for one, member in zip(group, members, strict=True):
        split = member.split
        yield one, split.score if split.end else -math.inf, split.end


def fold_all(text: str) -> str:
    return text.replace(",", "，").replace(";", "；").replace(":", "：")


if __name__ == "__main__":
    main()
