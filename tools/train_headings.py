"""Learn where headings end that no stop closes: writes `src/govreport/parsing/headings/headings.model`.

usage: OMP_NUM_THREADS=1 python tools/train_headings.py FOLDER [--apart PATH ...] [-o FILE] [--report] [--folds FOLDER]

FOLDER holds report texts (any encoding the package reads; HTML too), at any depth; texts that share some with those of
``--apart`` are left out, so that what is measured there is honest.  Needs numpy.  The same folder gives the same file.

It learns in three steps.

1. From clauses, of which any text has thousands: where a comma or stop stood, one phrase ends and another begins; then
   from the phrases that head paragraphs and listed sentences (一是X。Y).
2. From the units of whole documents, as they stand and with the ends of their headings taken out (`heading_examples`):
   how likely each place, the stop, and there being no heading are.
3. From the same units, scored by models that never saw their documents: what siblings and the page say, so that the
   chance given is that of being right.

With ``--report`` it prints how the models of step 3 do on the documents they never saw; with
``--folds`` it also writes them, with a list of the documents that each may be measured on.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import numpy as np
from attrs import define
from heading_examples import DAMAGES, FOLDS, Clause, Page, clauses, documents, pages, phrases, right_end

from govreport.parsing.headings.candidates import STOP, WINDOW, Words
from govreport.parsing.headings.evidence import UNIT_NAMES, Asked, Beside, Weights, gather
from govreport.parsing.headings.model import BUCKETS, REACH, SCALE, SIZES, TABLES, Model, add_up, codes_of, unpack
from govreport.parsing.headings.profile import PLACE_NAMES
from govreport.parsing.headings.series import ask, can_run_in

CLAUSE_PASSES, UNIT_PASSES = 3, 4
RATE = 0.15  # of Adagrad
BATCH = 600
ROUNDS = 2  # in which siblings are asked what they are
HOLD = 0.02  # by which step 2 is held to what step 1 taught
STEPS, RIDGE = 15, 0.5  # of Newton's method, and what holds its weights small
INTACT_SHARE = 0.6  # of the weight in step 3 that documents as they stand have: most pages are such
DOUBTFUL = 0.7  # chance of being a heading from which on a paragraph is no example of one
LEARNED_FROM = ("intact", "stop", "all", "blank", "comma")  # in step 2; the other damages give the same units again


# --- examples laid out for numpy -------------------------------------------------------------------------------------


class Columns:
    """Where each table stands in one long row of weights."""

    def __init__(self) -> None:
        self.start: dict[str, int] = {}
        size = 0
        for name, count in TABLES.items():
            self.start[name] = size
            size += count
        self.nothing = size  # the place of a weight that stays 0
        self.size = size + 1
        self.around = [[self.start[f"{size} at {-back}"] for back in range(REACH)] for size in SIZES]
        self.first = np.array([self.start[f"first {size}"] for size in SIZES])
        self.place = [start for name, start in self.start.items() if name.startswith("place: ")]
        self.unit = np.array([start for name, start in self.start.items() if name.startswith("unit: ")])


COLUMNS = Columns()


@define
class Example:
    """The choices that a unit offers: places, its stop, no heading.

    Attributes:
        rows: the weights that each place and the stop add up, but for the pairs within the heading.
        ends: where each ends.
        none: the weights that there being no heading adds up.
        within: the weights of the unit's pairs.
        right: which choice is right; as many as there are places for no heading.
    """

    rows: Any
    ends: Any
    none: Any
    within: Any
    right: int


class BucketsAsked:
    """A table of weights of 0 that notes which of them are asked for.

    Attributes:
        buckets: those, in order.
    """

    def __init__(self) -> None:
        self.buckets: list[int] = []

    def __getitem__(self, bucket: int) -> int:
        self.buckets.append(bucket)
        return 0


def buckets(text: str) -> list[list[int]]:
    """The buckets of the characters, the pairs and the triples that begin at each position of a text."""
    around: Any = [BucketsAsked() for _ in SIZES]
    add_up(codes_of(text), len(text), around, bytes(BUCKETS[2]))
    return [table.buckets for table in around]


def example(
    words: Words, family: str, is_above: bool, right: tuple[int, bool], with_stop: bool = True
) -> Example | None:
    """Lay out a unit; None where its end is no choice."""
    ends = words.places()
    if with_stop and 2 <= words.stop < len(words.text):
        ends.append(words.stop)
    end, is_stop = right
    choice = len(ends)
    if end:
        if end not in ends or is_stop != (words.kind(end) == STOP):
            return None
        choice = ends.index(end)
    if not ends:
        return None
    grams = buckets(words.text)
    around = []
    for end in ends:
        found = [
            start + gram[end - back] if back <= end else COLUMNS.nothing
            for gram, starts in zip(grams, COLUMNS.around, strict=True)
            for back, start in enumerate(starts)
        ]
        around.append(
            found + [start + step for start, step in zip(COLUMNS.place, words.describe_place(end), strict=True)]
        )
    none = [gram[0] for gram in grams] + list(words.describe_unit(family, is_above))
    pairs = [*grams[1], *[0] * (WINDOW - len(words.text))]
    return Example(
        np.array(around, dtype=np.int32),
        np.array(ends),
        np.array(none, dtype=np.int32) + np.concatenate([COLUMNS.first, COLUMNS.unit]),
        np.array(pairs, dtype=np.int32) + COLUMNS.start["within"],
        choice,
    )


class Choices:
    """Many examples in a few arrays.

    Attributes:
        folds: of the documents they come from.
    """

    def __init__(self, found: list[Example], folds: list[int]) -> None:
        self.folds = np.array(folds)
        self.rows = np.concatenate([one.rows for one in found])
        self.ends = np.concatenate([one.ends for one in found])
        self.counts = np.array([len(one.ends) for one in found])
        self.starts = np.concatenate([[0], np.cumsum(self.counts)])
        self.none = np.stack([one.none for one in found])
        self.within = np.stack([one.within for one in found])
        self.right = np.array([one.right for one in found])

    def slope(self, weights: Any, chosen: Any, with_none: bool) -> tuple[float, Any]:
        """How wrong the softmax over the choices of some examples is, and the gradient."""
        counts = self.counts[chosen]
        starts = np.concatenate([[0], np.cumsum(counts)])
        owner = np.repeat(np.arange(len(chosen)), counts)
        taken = np.arange(starts[-1]) + np.repeat(self.starts[chosen] - starts[:-1], counts)
        rows, ends, none, within = self.rows[taken], self.ends[taken], self.none[chosen], self.within[chosen]
        inner = np.concatenate([np.zeros((len(chosen), 1)), np.cumsum(weights[within], axis=1)], axis=1)
        scores = weights[rows].sum(axis=1) + inner[owner, ends - 1]
        alone = weights[none].sum(axis=1) if with_none else np.full(len(chosen), -np.inf)
        top = np.maximum(np.maximum.reduceat(scores, starts[:-1]), alone)
        part, part_none = np.exp(scores - top[owner]), np.exp(alone - top)
        whole = np.add.reduceat(part, starts[:-1]) + part_none
        slope, slope_none = part / whole[owner], part_none / whole
        is_none = self.right[chosen] >= counts
        right = (starts[:-1] + np.minimum(self.right[chosen], counts - 1))[~is_none]
        wrong = float(-np.log(np.maximum(slope[right], 1e-12)).sum())
        wrong += float(-np.log(np.maximum(slope_none[is_none], 1e-12)).sum()) if with_none else 0.0
        slope[right] -= 1.0
        slope_none -= is_none
        by_end = np.zeros((len(chosen), WINDOW + 1))
        np.add.at(by_end, (owner, ends - 1), slope)
        by_pair = np.cumsum(by_end[:, ::-1], axis=1)[:, ::-1][:, 1:]  # a pair counts for all ends after it
        gradient = np.bincount(rows.ravel(), np.repeat(slope, rows.shape[1]), minlength=COLUMNS.size)
        gradient += np.bincount(within.ravel(), by_pair.ravel(), minlength=COLUMNS.size)
        if with_none:
            gradient += np.bincount(none.ravel(), np.repeat(slope_none, none.shape[1]), minlength=COLUMNS.size)
        return wrong, gradient


def learn(given: Choices, among: Any, start: Any, passes: int, hold: float, with_none: bool) -> Any:
    """Fit weights to some of the examples in small batches, held to where they start.

    Each weight has a step of its own (Adagrad).
    """
    weights = start.copy()
    squares = np.full(COLUMNS.size, 0.01)
    order = np.random.default_rng(0)
    for _ in range(passes):
        shuffled = order.permutation(np.flatnonzero(among))
        wrong = 0.0
        for at in range(0, len(shuffled), BATCH):
            loss, gradient = given.slope(weights, shuffled[at : at + BATCH], with_none)
            wrong += loss
            gradient[COLUMNS.nothing] = 0.0
            used = np.flatnonzero(gradient)
            step = gradient[used] + hold * (weights[used] - start[used])
            squares[used] += step * step
            weights[used] -= RATE * step / np.sqrt(squares[used])
        say(f"  {len(shuffled)} examples, surprise {wrong / len(shuffled):.4f}")
    return weights


# --- the three steps -------------------------------------------------------------------------------------------------


def from_clauses(found: list[Clause]) -> Choices:
    """Step 1: clauses and phrases as examples."""
    examples, folds = [], []
    for clause in found:
        words = Words(clause.words, 4 * WINDOW, 0.0)
        if words.stop <= clause.end + 2:
            continue
        words.stop = min(words.stop, len(words.text) - 1)
        one = example(words, "", False, (clause.end, False), with_stop=False)
        if one is not None:
            examples.append(one)
            folds.append(clause.fold)
    return Choices(examples, folds)


def from_units(found: Iterable[Page]) -> tuple[Choices, list[str]]:
    """Step 2: units as examples, the same unit with the same end once; and the words of those without a heading."""
    seen: set[tuple[str, tuple[int, bool]]] = set()
    examples, folds, paragraphs = [], [], []
    for page in found:
        if page.damage not in LEARNED_FROM:
            continue
        for unit in (unit for series in page.series for unit in series if can_run_in(unit.member, least=4)):
            member = unit.member
            words = Words(member.words[member.split.start :], len(member.words), member.split.score, page.names)
            right = right_end(unit, words.text)
            if right is None or (words.text, right) in seen:
                continue
            seen.add((words.text, right))
            one = example(words, member.family, member.beneath, right)
            if one is not None:
                examples.append(one)
                folds.append(page.fold)
                paragraphs.append("" if right[0] else words.text)
    return Choices(examples, folds), paragraphs


@define
class Weighed:
    """A unit that a model was asked about.

    Attributes:
        page: where it stands.
        one: what is known of it.
        right: which place is right; as many as there are places for none.
        is_bare: whether it has a heading that no stop closes.
        weight: of its page, by how it is damaged.
    """

    page: Page
    one: Asked
    right: int
    is_bare: bool
    weight: float

    @property
    def is_right(self) -> bool:
        """Whether the likeliest place is."""
        ends = self.one.reading.ends
        return self.is_bare and self.right < len(ends) and self.one.end == ends[self.right]


class Weighing:
    """Step 3: units of pages that the models never saw, and the weights of what siblings and the page say.

    Attributes:
        pages: the series of each page.
        units: those whose right place is known and is among those the model names.
        others: those whose right place the model does not name.
        learned: the weights, as many rounds of them as were learned.
    """

    def __init__(self) -> None:
        self.pages: list[list[Beside]] = []
        self.units: list[Weighed] = []
        self.others: list[Weighed] = []
        self.learned: Weights = {"open": [], "contested": []}

    def ask(self, found: Iterable[Page], model: Model) -> None:
        """Ask a model about the units of some pages."""
        for page in found:
            units = {id(unit.member): unit for series in page.series for unit in series}
            weight = INTACT_SHARE if page.damage == "intact" else (1.0 - INTACT_SHARE) / (len(DAMAGES) - 1)
            series, pairs = ask([[unit.member for unit in series] for series in page.series], page.names, model)
            if pairs:
                self.pages.append(series)
            for member, one in pairs:
                right = right_end(units[id(member)], one.words.text)
                if right is None:
                    continue
                is_bare, ends = bool(right[0]) and not right[1], one.reading.ends
                place = ends.index(right[0]) if is_bare and right[0] in ends else len(ends)
                kept = self.others if is_bare and place == len(ends) else self.units
                kept.append(Weighed(page, one, place, is_bare, weight))

    def learn(self) -> frozenset[str]:
        """Learn the weights round by round; the words of units that are no examples of paragraphs.

        These are units of documents as they stand that look like headings without a stop: most of them are such
        headings when read.
        """
        doubtful: frozenset[str] = frozenset()
        for _ in range(ROUNDS):
            for page in self.pages:
                gather(page)
            if not doubtful:
                self._learn_round(self.units)
                doubtful = frozenset(
                    one.one.words.text
                    for one in self.units
                    if one.page.damage == "intact" and not one.is_bare and one.one.bare >= DOUBTFUL
                )
                self.units = [one for one in self.units if one.is_bare or one.one.words.text not in doubtful]
                for rounds in self.learned.values():
                    rounds.clear()
            self._learn_round(self.units)
        return doubtful

    def _learn_round(self, found: list[Weighed]) -> None:
        """Learn one round of weights, and weigh all units by them that have evidence."""
        found = [one for one in found if one.one.places]
        in_order = {}
        for kind, rounds in self.learned.items():
            rounds.append(_conditional([one for one in found if one.one.is_contested == (kind == "contested")]))
            in_order[kind] = list(rounds[-1].values())
        for page in self.pages:
            for one in (one for series in page for one in series.asked if one.places):
                one.weigh(in_order["contested" if one.is_contested else "open"])


def _conditional(found: list[Weighed]) -> dict[str, float]:
    """A logistic regression over the places of each unit and its being left as it stands, by Newton's method."""
    rows = np.array([[*place, *one.one.evidence] for one in found for place in one.one.places])
    spread = rows.std(axis=0) + 1e-9
    rows /= spread
    counts = np.array([len(one.one.places) for one in found])
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    owner = np.repeat(np.arange(len(found)), counts)
    right = np.zeros(len(rows))
    for start, one in zip(starts, found, strict=True):
        if one.right < len(one.one.places):
            right[start + one.right] = 1.0
    importance = np.array([one.weight for one in found])
    by_row = importance[owner][:, None]
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        odds = rows @ weights
        top = np.maximum(np.maximum.reduceat(odds, starts), 0.0)
        parts = np.exp(odds - top[owner])
        share = (parts / (np.add.reduceat(parts, starts) + np.exp(-top))[owner])[:, None]
        mean = np.add.reduceat(rows * share, starts, axis=0)
        slope = rows.T @ ((share[:, 0] - right) * by_row[:, 0]) + RIDGE * weights
        curve = (rows * share * by_row).T @ rows - (mean * importance[:, None]).T @ mean
        weights -= np.linalg.solve(curve + RIDGE * np.eye(len(weights)), slope)
    names = (*PLACE_NAMES, *UNIT_NAMES)
    return {name: round(float(weight), 4) for name, weight in zip(names, weights / spread, strict=True)}


def rounded(weights: Any) -> Any:
    """Weights in units of 1 / SCALE, as many as a signed byte holds."""
    return np.clip(np.rint(weights[: COLUMNS.nothing] * SCALE), -127, 127)


def pack(weights: Any, learned: Weights) -> bytes:
    """Rounded weights as `govreport.parsing.headings.model.unpack` reads them."""
    head = json.dumps({"scale": SCALE, "evidence": learned}).encode()
    return head + b"\n" + np.rint(weights).astype("i1").tobytes()


@define
class Lessons:
    """What steps 1 and 2 learn from.

    Attributes:
        clauses: of all documents.
        phrases: that head paragraphs.
        units: of all documents.
        paragraphs: the words of each of the units that has no heading, nothing for the others.
    """

    clauses: Choices
    phrases: Choices
    units: Choices
    paragraphs: list[str]

    def learn(self, apart: int | None = None, doubtful: frozenset[str] = frozenset()) -> Any:
        """Learn from all documents but those of one fold, and from all units but doubtful ones."""
        weights = np.zeros(COLUMNS.size)
        weights = learn(self.clauses, self.clauses.folds != apart, weights, CLAUSE_PASSES, 0.0, with_none=False)
        weights = learn(self.phrases, self.phrases.folds != apart, weights, UNIT_PASSES, HOLD, with_none=False)
        among = np.array([not words or words not in doubtful for words in self.paragraphs])
        return learn(self.units, among & (self.units.folds != apart), weights, UNIT_PASSES, HOLD, with_none=True)


# --- figures ---------------------------------------------------------------------------------------------------------


def report(found: list[Weighed]) -> None:
    """Print how often the ends found are right, on documents that the models never saw."""
    for damage in DAMAGES:
        some = [one for one in found if one.page.damage == damage]
        bare = [one for one in some if one.is_bare]
        by_document = defaultdict(list)
        for one in bare:
            by_document[one.page.document].append(one.is_right)
        line = f"{damage:7} {len(some):6} units, {len(bare):5} bare headings"
        if bare:
            mean = np.mean([np.mean(one) for one in by_document.values()])
            line += f", end found {np.mean([one.is_right for one in bare]):.3f}, mean of documents {mean:.3f}"
        print(line)
        for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
            parted = [one for one in some if one.one.share >= least]
            harmed = sum(not one.is_bare for one in parted) / max(1, len(some) - len(bare))
            right = sum(one.is_right for one in parted)
            print(
                f"    chance {least}: right of bare {right / max(1, len(bare)):.3f}, right of parted"
                f" {right / max(1, len(parted)):.3f} of {len(parted)}, others harmed {harmed:.4f}"
            )
    steps: dict[int, list[tuple[float, bool, float]]] = defaultdict(list)
    for one in found:
        steps[int(one.one.share * 10)].append((one.one.share, one.is_right, one.weight))
    print("chance given, share right (weighed as pages are mixed)")
    for step, some_of in sorted(steps.items()):
        total = sum(weight for *_, weight in some_of)
        given = sum(sure * weight for sure, _, weight in some_of) / total
        share = sum(is_right * weight for _, is_right, weight in some_of) / total
        print(f"    {step / 10:.1f}: {given:.3f} {share:.3f} of {len(some_of)}")


_BEGUN = time.process_time()


def say(line: str) -> None:
    """Print a line of progress."""
    print(f"{line} [{time.process_time() - _BEGUN:.0f} s]", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn where headings end that no stop closes.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--apart", type=pathlib.Path, nargs="*", default=[], help="texts that are measured on")
    default = pathlib.Path("src/govreport/parsing/headings/headings.model")
    parser.add_argument("-o", "--output", type=pathlib.Path, default=default)
    parser.add_argument("--report", action="store_true", help="print figures of the models of step 3")
    parser.add_argument("--folds", type=pathlib.Path, help="write the models of the figures into this folder")
    args = parser.parse_args()
    found = documents(args.folder, args.apart)
    met = [page for document in found for page in pages(document)]
    say(f"{len(found)} documents, {dict(Counter(page.damage for page in met))}")
    units, paragraphs = from_units(met)
    lessons = Lessons(from_clauses(clauses(found)), from_clauses(phrases(found)), units, paragraphs)
    say("examples laid out")
    weighing = Weighing()
    fold_weights = []
    for fold in range(FOLDS):
        fold_weights.append(rounded(lessons.learn(apart=fold)))
        weighing.ask([page for page in met if page.fold == fold], unpack(pack(fold_weights[-1], {})))
        say(f"fold {fold}: {len(weighing.units)} units weighed")
    doubtful = weighing.learn()
    learned = weighing.learned
    say(f"{len(doubtful)} numbered paragraphs that look like headings are left out")
    if args.folds:
        args.folds.mkdir(exist_ok=True)
        for fold, weights in enumerate(fold_weights):
            (args.folds / f"{fold}.model").write_bytes(pack(weights, learned))
            names = "\n".join(one.name for one in found if one.fold == fold)
            (args.folds / f"{fold}.txt").write_text(names, encoding="utf-8")
    if args.report:
        for name in (*PLACE_NAMES, *UNIT_NAMES):
            print(f"    {name:20}", " ".join(f"{one[name]:8.3f}" for rounds in learned.values() for one in rounds))
        report([*weighing.units, *weighing.others])
    # The mean of models that learned from different documents errs less than each of them.
    weights = np.mean([*fold_weights, rounded(lessons.learn(doubtful=doubtful))], axis=0)
    args.output.write_bytes(pack(weights, learned))
    say(f"written {args.output}")


if __name__ == "__main__":
    main()
