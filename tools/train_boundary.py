"""Learn where a run-in heading ends: writes `src/govreport/parsing/headings/boundary.bin`.

usage: python tools/train_boundary.py FOLDER [-o FILE] [--report-only]

FOLDER holds report texts (any encoding the package reads; HTML too), at any depth.  Needs numpy and scipy.

It learns twice.  First from clauses, of which any text has thousands: a clause and what follows its comma or stop, the
sign taken out.  Then, starting from these weights, from headings whose end is known: closed by a stop, which is taken
out; on a line of their own, joined to the paragraph under them; in bold type; the first phrase of 一是X。Y and of
paragraphs that open with one.  Numbered paragraphs, items and articles of statutes are examples of no heading.
Documents that share text are kept together, and with --report-only a fifth of these groups is never trained on: the
figures printed are of that fifth.
"""

from __future__ import annotations

import argparse
import collections
import math
import pathlib
import random
from collections.abc import Iterator
from typing import Any

import numpy as np
import scipy.sparse as sparse
from attrs import define
from boundary_examples import Example, clauses, headings, hold_out, texts, unique
from scipy.optimize import minimize

from govreport.parsing.headings.boundary import (
    NEAR,
    PLACE_SHAPE,
    SCALE,
    UNIT_SHAPE,
    ZERO,
    BoundaryModel,
    Words,
    fold,
    unpack,
)  # fmt: skip
from govreport.parsing.headings.clauses import Split
from govreport.parsing.headings.ngrams import BUCKETS, CHARACTERS, WINDOW, ngrams
from govreport.parsing.headings.series import Member, part

CLAUSES = 220_000  # as many are learned from, drawn at random
EPOCHS, RATE, BATCH = 3, 0.15, 800
PENALTY = 0.25  # on the square of what headings change in the weights that clauses taught
FIRMNESS = 2.0  # the same for the weights of there being no heading, which nothing teaches before


class Columns:
    """Where the weights of each table stand in one long row of them."""

    def __init__(self) -> None:
        self.size = 0
        self.near = [[self._take(size) for _ in range(NEAR)] for size in (CHARACTERS, BUCKETS, BUCKETS)]
        self.within = self._take(BUCKETS)
        self.lengths = [self._take(WINDOW) for _ in range(2)]
        self.place_shapes = [self._take(size) for size in PLACE_SHAPE]
        self.first = self._take(BUCKETS)  # from here on, the weights of there being no heading
        self.unit_shapes = [self._take(size) for size in UNIT_SHAPE]

    def _take(self, size: int) -> int:
        self.size += size
        return self.size - size

    def of_places(self, words: Words, ends: list[int]) -> Iterator[list[int]]:
        """The weights that each place of a unit adds up."""
        grams = [np.array(one, dtype=np.int64) for one in ngrams([words.text])]
        pairs = grams[1]
        lengths = self.lengths[words.unit_shape()[-1]]
        for end in ends:
            found = [
                column + int(buckets[end - back])
                for table, buckets in zip(self.near, grams, strict=True)
                for back, column in enumerate(table)
                if back <= end
            ]
            found += (self.within + pairs[: end - 1]).tolist()
            found.append(lengths + end)
            found += [column + step for column, step in zip(self.place_shapes, words.place_shape(end), strict=True)]
            yield found

    def of_none(self, words: Words) -> list[int]:
        """The weights that there being no heading adds up."""
        grams = ngrams([words.text])
        found = [self.first + grams.pairs[0], self.first + grams.triples[0]]
        found += [column + step for column, step in zip(self.unit_shapes, words.unit_shape(), strict=True)]
        return found


@define
class Choices:
    """The choices that examples offer, one row of a matrix each.

    Attributes:
        rows: which weights each choice adds up.
        starts: the first row of each example.
        right: the row of each example's right choice.
    """

    rows: Any
    starts: Any
    right: Any


def choices(found: list[Example], columns: Columns, with_none: bool) -> Choices:
    """Lay out the choices of examples; those whose end is no place are left out."""
    indices: list[Any] = []
    pointer = [0]
    starts: list[int] = []
    right: list[int] = []
    for one in found:
        words = Words(fold(one.text), one.size)
        ends = list(words.places())
        if one.end not in ends and (one.end or not ends or not with_none):
            continue
        starts.append(len(pointer) - 1)
        right.append(starts[-1] + (ends.index(one.end) if one.end else len(ends)))
        for row in columns.of_places(words, ends):
            indices.append(np.array(row, dtype=np.int32))
            pointer.append(pointer[-1] + len(row))
        if with_none:
            row = columns.of_none(words)
            indices.append(np.array(row, dtype=np.int32))
            pointer.append(pointer[-1] + len(row))
    column = np.concatenate(indices)
    ones = np.ones(len(column), dtype=np.float32)
    return Choices(
        sparse.csr_matrix((ones, column, pointer), shape=(len(pointer) - 1, columns.size)),
        np.array(starts),
        np.array(right),
    )


def surprise(scores: Any, starts: Any, right: Any) -> tuple[float, Any]:
    """How wrong a softmax over each example's choices is, and the gradient for each choice."""
    sizes = np.diff([*starts, len(scores)])
    owner = np.repeat(np.arange(len(starts)), sizes)
    top = np.maximum.reduceat(scores, starts)
    part = np.exp(scores - top[owner])
    whole = np.add.reduceat(part, starts)
    gradient = part / whole[owner]
    gradient[right] -= 1.0
    return float((np.log(whole) + top - scores[right]).sum()), gradient


def learn_roughly(given: Choices) -> Any:
    """Fit weights by a few passes in small batches, each weight with its own step (Adagrad)."""
    weights = np.zeros(given.rows.shape[1], dtype=np.float32)
    squares = np.full(given.rows.shape[1], 0.01, dtype=np.float32)
    bounds = [*range(0, len(given.starts), BATCH), len(given.starts)]
    order = np.random.default_rng(0)
    for _ in range(EPOCHS):
        for at in order.permutation(len(bounds) - 1):
            first, last = bounds[at], bounds[at + 1]
            begin = given.starts[first]
            end = given.starts[last] if last < len(given.starts) else given.rows.shape[0]
            rows = given.rows[begin:end]
            used, local = np.unique(rows.indices, return_inverse=True)
            rows = sparse.csr_matrix((rows.data, local.astype(np.int32), rows.indptr), shape=(end - begin, len(used)))
            _, slope = surprise(rows @ weights[used], given.starts[first:last] - begin, given.right[first:last] - begin)
            gradient = rows.T @ slope.astype(np.float32)
            squares[used] += gradient * gradient
            weights[used] -= RATE * gradient / np.sqrt(squares[used])
    return weights


def learn(given: Choices, start: Any, penalty: Any) -> Any:
    """Fit weights to the end, held to where they start by an L2 penalty, which may differ between them."""
    transposed = given.rows.T.tocsr()

    def loss(change: Any) -> tuple[float, Any]:
        scores = (given.rows @ (start + change).astype(np.float32)).astype(float)
        wrong, slope = surprise(scores, given.starts, given.right)
        gradient = transposed @ slope.astype(np.float32)
        return wrong + (penalty * change) @ change / 2, gradient + penalty * change

    best = minimize(loss, np.zeros(len(start)), jac=True, method="L-BFGS-B", options={"maxiter": 40})
    return start + best.x


def pack(weights: Any, columns: Columns) -> bytes:
    """The weights as `govreport.parsing.headings.boundary.unpack` reads them."""
    units = np.rint(weights * SCALE).astype(np.int64)

    def packed(fields: list[int], size: int, kind: str) -> bytes:
        small = [np.clip(units[column : column + size], -ZERO, ZERO - 1) + ZERO for column in fields]
        return bytes(sum(field << 4 * at for at, field in enumerate(small)).astype(kind).tobytes())

    singles, pairs, triples = columns.near
    rows = [(column, WINDOW) for column in columns.lengths]
    rows += [*zip(columns.place_shapes, PLACE_SHAPE, strict=True), *zip(columns.unit_shapes, UNIT_SHAPE, strict=True)]
    return b"".join(
        [
            packed(singles, CHARACTERS, "<u2"),
            packed([*pairs, columns.within], BUCKETS, "<u4"),
            packed(triples, BUCKETS, "<u2"),
            np.clip(units[columns.first : columns.first + BUCKETS], -127, 127).astype("i1").tobytes(),
            *[units[column : column + size].astype("<i2").tobytes() for column, size in rows],
        ]
    )


def drawn(found: list[Example], held_out: list[Example]) -> list[Example]:
    """Some of the clauses; none that an example measured on begins with."""
    apart = {one.document for one in held_out}
    begun = {one.text[:16] for one in held_out}
    kept = [one for one in unique(found) if one.document not in apart and one.text[:16] not in begun]
    random.Random(0).shuffle(kept)
    return kept[:CLAUSES]


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn where a run-in heading ends.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument(
        "-o", "--output", type=pathlib.Path, help="default: src/govreport/parsing/headings/boundary.bin"
    )
    parser.add_argument(
        "--report-only",
        action="store_true",
        help="train on four fifths, print how that does on the last; write nothing unless -o is given",
    )
    args = parser.parse_args()
    sources = list(texts(args.folder))
    found = unique(one for document, text in sources for one in headings(document, text))
    hold_out(found)
    kinds = collections.Counter((one.end > 0, bool(one.series), one.held_out) for one in found)
    print("examples (heading, numbered, held out):", dict(kinds))
    held_out = [one for one in found if one.held_out] if args.report_only else []
    learned_from = [one for one in found if not (args.report_only and one.held_out)]
    columns = Columns()
    rough = drawn([one for document, text in sources for one in clauses(document, text)], held_out)
    weights = learn_roughly(choices(rough, columns, with_none=False))
    penalty = np.full(columns.size, PENALTY)
    penalty[columns.first :] = FIRMNESS
    data = pack(learn(choices(learned_from, columns, with_none=True), weights, penalty), columns)
    if args.report_only:
        measure(unpack(data), [one for one in held_out if one.series or not one.end])
    output = args.output or (None if args.report_only else pathlib.Path("src/govreport/parsing/headings/boundary.bin"))
    if output:
        output.write_bytes(data)
        print("written", output, len(data), "bytes")


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
            sure = np.mean([right for _, odds, right in headings if odds >= least])
            print(
                f"  odds e^{least}: heading kept whole {kept:.3f}, paragraph lost its head {lost:.3f},"
                f" right of those parted {sure:.3f}"
            )


def parted(model: BoundaryModel, group: list[Example]) -> Iterator[tuple[Example, float, int]]:
    """Part the units of one series: each with its log-odds of being a heading, and that heading's end."""
    members = []
    for one in group:
        words = one.text + "某" * max(0, one.size - len(one.text))  # the length counts, the rest is not seen
        members.append(Member(words, "han-paren", 1, False, Split(0, 0, 0, -3.0)))
    part([members], -math.inf, (), model)
    for one, member in zip(group, members, strict=True):
        split = member.split
        yield one, split.score if split.end else -math.inf, split.end


if __name__ == "__main__":
    main()
