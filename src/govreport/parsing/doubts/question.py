"""A question that the parse has answered, and could have answered otherwise."""

from __future__ import annotations


class Question:
    """Something that was decided at a place of a page.

    Attributes:
        code: the issue that tells of it, and the row of the table of weights that it is weighed by.
        about: what is asked, by which the page counts it: the code, where all of a code ask the same.
        start: offset in the text, in characters.
        end: offset of its end.
        detail: the words there; empty where the question is about no line.
        looks: what speaks for and against the answer, by names in `govreport.parsing.doubts.weights`.
        chance: how likely the answer is wrong, 0 to 1; `govreport.parsing.doubts.weighing` sets it.
    """

    __slots__ = ("about", "chance", "code", "detail", "end", "looks", "start")

    def __init__(self, code: str, start: int, end: int, detail: str, looks: list[str], about: str = "") -> None:
        self.code = code
        self.about = about or code
        self.start = start
        self.end = end
        self.detail = detail
        self.looks = looks
        self.chance = 0.0
