"""Learn how likely an answer of the parse is wrong, and how likely a page is: what `parsing.doubts.weights` holds.

``python -m tools.doubt_weights [FOLDER] [--write]`` reads labelled texts (the folder beside the checkout, if none is
named).  Each question that the parse asked of a text is right or wrong by its labels; a logistic regression for each
code weighs the looks of its questions.  How likely the worst answers of a page are wrong, and what the page looks like,
is weighed by another, whose answer is the chance that a reader would change something.  It prints how well both tell
right from wrong and how often their chances come true, with whole sites left out in turn, so that no text speaks for
its own; ``--write`` puts the weights into the package, and the tables and diagrams of what they are worth into
``docs/accuracy.md``.  Needs numpy, and the scorer beside the labelled texts.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple
from unittest.mock import patch

import numpy as np

from bench.gold import GOLD, SCORER
from govreport import parse
from govreport.parsing import pipeline
from govreport.parsing.doubts import weighing, weights
from govreport.parsing.doubts.question import Question
from govreport.second_reading import compared
from govreport.tree.nodes import Heading
from govreport.tree.report import Report
from tools import damage_bill
from tools.damage import WAYS, damaged
from tools.doubt_checks import Checked, is_wrong, learn_checked, learn_different
from tools.doubt_checks import left_out as left_out_checked
from tools.evidence_weights import site_of
from tools.unnumbered_weights import fold, printed

FOLDS: Final = 10
_SHRINK: Final = 1.0  # weight of the squares of the weights
_SHRINK_OF_PAGES: Final = 5.0
_SEEN: Final = 5  # times that a look must be seen to weigh
_STEPS: Final = 30  # of Newton's method at most
_NEAR: Final = 1e-5  # by how little a step changes the weights where it is the last
_DAMAGED: Final = 0.25  # what a damaged text counts against one that is as it was found
_SHARES: Final = (0.05, 0.1, 0.15, 0.2, 0.3)  # of right texts that are told as wrong
_BINS: Final = (0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
_KEPT: Final = 0.02  # a weight smaller than this is left out
# Which code a difference that the scorer names falls to; the others belong to single lines.
_OF_PAGE: Final = {
    "uncertain-beginning": re.compile(r"line \d+ .* in (?:front, not body|body, not front)$"),
    "uncertain-end": re.compile(r"line \d+ .* in (?:back, not body|body, not back)$"),
    "uncertain-title": re.compile(r"title: "),
    "uncertain-field": re.compile(r"(?:signature|date): "),
}
_OF_FIELDS: Final = re.compile(r"(?:issuer|source|published|doc_number|addressee|year|period): ")


class Text(NamedTuple):
    """A labelled text.

    Attributes:
        name: its name.
        site: the site it is from.
        asked: what the parse asked, each with whether the answer was wrong.
        looks: of the page.
        right: whether all of its tree is.
        counts: what it counts.
        differs: what differs when it is read again, each with whether that is wrong.
        way: how it was damaged; empty where it was not.
    """

    name: str
    site: str
    asked: list[tuple[Question, bool]]
    looks: list[str]
    right: bool
    counts: float
    differs: dict[str, bool]
    way: str


def scorer() -> Any:
    """The program that compares trees with labels."""
    spec = importlib.util.spec_from_file_location("govreport_score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def found_and_damaged(folder: Path) -> Iterator[tuple[Path, str, dict[str, Any], str, str]]:
    """Yield the labelled texts of a folder, each as it is and damaged in every way.

    Args:
        folder: the folder.

    Yields:
        Where its labels stand while it is looked at, the text, its labels, its site, and the way; empty as it is.
    """
    with TemporaryDirectory() as place:
        for path in sorted(folder.glob("*.json")):
            if path.name.endswith(".stats.json"):
                continue
            labels = json.loads(path.read_text(encoding="utf-8"))
            text = path.with_suffix(".txt").read_bytes().decode("utf-8-sig")
            site = site_of(text, path.stem)
            yield path, text, labels, site, ""
            for way in WAYS:
                done = damaged(text, labels, way, path.stem)
                if done is not None:
                    other = Path(place) / path.name
                    other.write_text(json.dumps(done[1], ensure_ascii=False), encoding="utf-8")
                    other.with_suffix(".txt").write_bytes(done[0].encode())
                    yield other, *done, site, way


def read(folder: Path) -> Iterator[Text]:
    """Read a folder of labelled texts, each as it is and damaged in every way."""
    score = scorer()
    for path, text, labels, site, way in found_and_damaged(folder):
        yield _text(score, path, text, labels, site, way)


def _text(score: Any, path: Path, text: str, labels: dict[str, Any], site: str, way: str) -> Text:
    notes: list[str] = []
    with patch.object(pipeline, "weigh_doubts", lambda *_: None):
        score.score_one(path, Counter(), notes)
    asked: list[Question] = []
    looks: list[str] = []

    def noting(_: Report, questions: list[Question], of_page: list[str]) -> None:
        asked.extend(questions)
        looks.extend(of_page)

    with patch.object(pipeline, "weigh_doubts", noting):
        report = parse(text)
    differences = [note.partition(": ")[2] for note in notes]
    pairs = list(judged(report, asked, labels, text.split("\n"), differences))
    with patch.object(pipeline, "weigh_doubts", lambda *_: None):
        found = {one.look for one in compared(report, text, "confident", None)}
    differs = {look: is_wrong(look, differences) for look in found}
    return Text(path.stem, site, pairs, looks, not notes, _counts(way), differs, way)


def _counts(way: str) -> float:
    return 1.0 if not way else 0.0 if way in damage_bill.UNKNOWN else _DAMAGED


def judged(
    report: Report, asked: list[Question], labels: dict[str, Any], lines: list[str], differences: list[str]
) -> Iterable[tuple[Question, bool]]:
    """Say of each question whether its answer was wrong."""
    numbered = [node for node in report.walk() if isinstance(node, Heading) and node.marker]
    titles = {(one["line"], fold(one["marker"])): fold(one["title"]) for one in labels["headings"]}
    unnumbered = {fold(one["title"]) for one in labels.get("unnumbered", ())}
    source = "\n".join(lines)
    for one in asked:
        if one.code in _OF_PAGE:
            of_it = _OF_FIELDS if one.looks[0] == "fields" else _OF_PAGE[one.code]
            yield one, any(of_it.match(note) for note in differences)
        elif one.code in ("uncertain-heading", "possible-heading") and one.looks[-1] in ("heading", "item"):
            words = fold(one.detail)
            heading = next(
                (node for node in numbered if words.startswith(fold(node.marker + node.gap + node.title))), None
            )
            if heading is None:
                continue
            del numbered[: numbered.index(heading) + 1]
            line = source.count("\n", 0, heading.start or 0) + 1
            wanted = titles.get((line, fold(heading.marker)))
            yield one, wanted is not None and wanted != fold(heading.title)
        else:
            is_one = any(title and title.startswith(fold(one.detail)[:12]) for title in unnumbered)
            yield one, "unnumbered" in labels and is_one != ("found" in one.looks)


# --- logistic regressions ------------------------------------------------------------------------------------------


def fit(rows: np.ndarray, wrong: np.ndarray, counts: np.ndarray, shrink: float) -> np.ndarray:
    """The weights of a logistic regression; the last column is the bias, which does not shrink."""
    penalty = np.full(rows.shape[1], shrink)
    penalty[-1] = 1e-3
    values = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(rows @ values, -30, 30)))
        slope = rows.T @ (counts * (likely - wrong)) + penalty * values
        curve = (rows * (counts * likely * (1 - likely))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        values = values - step
        if np.abs(step).max() < _NEAR:
            break
    return values


def learn(items: list[tuple[Collection[str], bool, float]], shrink: float) -> dict[str, float]:
    """The weights of looks: of what has them, whether it is wrong, and what it counts."""
    seen = Counter(look for looks, _, _ in items for look in looks)
    names = sorted(look for look, count in seen.items() if count >= _SEEN)
    column = {name: number for number, name in enumerate(names)}
    rows = np.zeros((len(items), len(names) + 1))
    rows[:, -1] = 1
    for row, (looks, _, _) in enumerate(items):
        rows[row, [column[look] for look in looks if look in column]] = 1
    wrong = np.array([wrong for _, wrong, _ in items], dtype=float)
    values = fit(rows, wrong, np.array([counts for _, _, counts in items]), shrink)
    pairs = zip([*names, "bias"], values, strict=True)
    return {name: round(float(value), 2) for name, value in pairs if abs(value) >= _KEPT or name == "bias"}


def answers(texts: list[Text]) -> dict[str, dict[str, float]]:
    """The weights of the looks of each code's questions."""
    by_code: dict[str, list[tuple[Collection[str], bool, float]]] = defaultdict(list)
    for text in texts:
        for one, wrong in text.asked if text.counts else ():
            by_code[one.code].append((one.looks, wrong, text.counts))
    return {code: learn(items, _SHRINK) for code, items in sorted(by_code.items())}


def pages(texts: list[Text], of_answers: dict[str, dict[str, float]]) -> dict[str, float]:
    """The weights of the looks of pages."""
    return learn([(_looks(text, of_answers), not text.right, text.counts) for text in texts if text.counts],
                 _SHRINK_OF_PAGES)  # fmt: skip


def _looks(text: Text, of_answers: dict[str, dict[str, float]]) -> list[str]:
    chances = [(one.about, weighing.chance_of(one.looks, of_answers[one.code])) for one, _ in text.asked]
    return [*text.looks, *weighing.looks_of_answers(chances)]


def folds(texts: list[Text]) -> list[int]:
    """The fold of each text: those of one site are in one."""
    sites = sorted({text.site for text in texts}, key=lambda site: (len(site) * 7919 + sum(map(ord, site))) % 1009)
    number = {site: at % FOLDS for at, site in enumerate(sites)}
    return [number[text.site] for text in texts]


def left_out(texts: list[Text]) -> tuple[np.ndarray, list[tuple[str, float, bool, bool]]]:
    """How likely each page is wrong by tables learned without its site; and each question, in a text found or not."""
    likely = np.zeros(len(texts))
    single = []
    fold_of = folds(texts)
    for number in range(FOLDS):
        known = [text for text, own in zip(texts, fold_of, strict=True) if own != number]
        of_answers = answers(known)
        of_pages = pages(known, of_answers)
        for at, text in enumerate(texts):
            if fold_of[at] == number:
                likely[at] = weighing.chance_of(_looks(text, of_answers), of_pages)
                for one, wrong in text.asked:
                    chance = weighing.chance_of(one.looks, of_answers[one.code])
                    single.append((one.code, chance, wrong, text.counts == 1))
    return likely, single


def auc(chances: np.ndarray, wrong: np.ndarray) -> float:
    """How often a wrong one has the higher chance of two."""
    high, low = chances[wrong == 1], chances[wrong == 0]
    return float(np.mean([(a > low).mean() + 0.5 * (a == low).mean() for a in high])) if len(high) and len(low) else 0.5


def print_figures(
    texts: list[Text], likely: np.ndarray, when_checked: np.ndarray, single: list[tuple[str, float, bool, bool]]
) -> None:
    """Print how well the chances tell what is wrong, with whole sites left out."""
    for code in sorted({code for code, *_ in single}):
        for name, found in (("as found", True), ("damaged", False)):
            mine = [(chance, wrong) for one, chance, wrong, own in single if one == code and own == found]
            chances, wrong = np.array([one for one, _ in mine]), np.array([float(one) for _, one in mine])
            print(f"{code:20} {name:8} {len(mine):6} asked {int(wrong.sum()):4} wrong  AUC {auc(chances, wrong):.3f}  "
                  f"mean chance {chances.mean():.3f}, wrong {wrong.mean():.3f}")  # fmt: skip
    wrong = np.array([not text.right for text in texts], dtype=float)
    as_found = np.array([text.counts == 1 for text in texts])
    for name, own in (("as found", as_found), ("damaged", ~as_found)):
        print_pages(name, likely[own], wrong[own])
        print_pages(name + ", checked", when_checked[own], wrong[own])


def checked(texts: list[Text], likely: np.ndarray) -> list[Checked]:
    """The texts as they are when read again; ``likely`` says how likely each is wrong before."""
    return [
        Checked(float(before), text.differs, not text.right, text.counts)
        for text, before in zip(texts, likely, strict=True)
    ]


def print_pages(name: str, likely: np.ndarray, wrong: np.ndarray) -> None:
    """Print how well the chances of pages tell wrong ones, and how often they come true."""
    print(f"pages {name}: AUC {auc(likely, wrong):.3f}, {int(wrong.sum())} of {len(wrong)} wrong")
    for share in _SHARES:
        bound = np.quantile(likely[wrong == 0], 1 - share)
        told = (likely[wrong == 1] > bound).mean()
        print(f"  {share:.2f} of the right ones: {told:.2f} of the wrong ones told, {bound:.3f}")
    confident = np.argsort(likely)[: len(wrong) // 2]
    print(f"  of the half with the highest confidence {1 - wrong[confident].mean():.3f} are right")
    for low, high in zip((0, *_BINS), _BINS, strict=False):
        own = (1 - likely >= low) & (1 - likely < high)
        if own.any():
            print(f"  confidence {low:.2f}-{high:.2f}: {int(own.sum()):4} texts, mean {(1 - likely[own]).mean():.2f}, "
                  f"right {1 - wrong[own].mean():.2f}")  # fmt: skip


def main() -> None:
    """Measure, learn and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path, nargs="?", default=GOLD)
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    texts = list(read(given.folder))
    likely, single = left_out(texts)
    again = checked(texts, likely)
    when_checked = left_out_checked(again, folds(texts), fit)
    print_figures(texts, likely, when_checked, single)
    if given.write:
        triples = zip(texts, likely, when_checked, strict=True)
        damage_bill.write([damage_bill.Page(one.way, a, b, not one.right) for one, a, b in triples])
        of_answers = answers(texts)
        write(of_answers, pages(texts, of_answers), learn_checked(again, fit), learn_different(again))


def write(
    of_answers: dict[str, dict[str, float]],
    of_pages: dict[str, float],
    of_checked: dict[str, float],
    of_different: dict[str, float],
) -> None:
    """Put the tables into the package."""
    path = Path(weights.__file__)
    text = path.read_text(encoding="utf-8")
    rows = "\n".join(f'    "{code}": {{\n{printed(table, 8)}\n    }},' for code, table in sorted(of_answers.items()))
    text = _with_rows(text, "ANSWERS", rows)
    for name, single in (("PAGES", of_pages), ("CHECKED", of_checked), ("DIFFERENT", of_different)):
        text = _with_rows(text, name, printed(single, 4))
    path.write_text(text, encoding="utf-8")


def _with_rows(text: str, name: str, rows: str) -> str:
    """The module with other rows in one of its tables."""
    head = text.index(" = {\n", text.index(f"{name}: Final")) + len(" = {\n")
    return text[:head] + rows + text[text.index("\n}  # fmt: skip", head) :]


if __name__ == "__main__":
    main()
