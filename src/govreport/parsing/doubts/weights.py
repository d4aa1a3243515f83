"""What speaks for an answer of the parse, or a page, being wrong: weights of logistic regressions.

`tools/doubt_weights.py` learns them.  A look that is not here weighs nothing.
"""

from __future__ import annotations

from typing import Final

ANSWERS: Final[dict[str, dict[str, float]]] = {
    "possible-heading": {
        "bias": -3.42, "found": 1.07, "found <0.35": 0.13, "found <0.5": 1.61, "found <0.65": 1.56,
        "found <0.8": 0.81, "found <0.9": -0.21, "found <0.95": -1.03, "found >=0.95": -1.81, "heading": -1.41,
        "heading alone in series": -0.26, "heading among others": 2.82, "heading among some others": 0.75,
        "heading chance <0.1": 0.33, "heading chance <0.2": 0.23, "heading chance <0.8": 1.92, "heading comma": 0.25,
        "heading comma, long": 1.0, "heading digits": -0.71, "heading long": 0.78, "heading over nothing": 1.89,
        "heading runs in": -1.67, "heading score <1.5": 1.72, "heading score <2.5": 1.96, "heading score <4": 1.67,
        "item": -0.07, "item alone in series": 2.54, "item among others": 1.77, "item among some others": 1.57,
        "item chance <0.1": 0.16, "item chance <0.2": 1.13, "item chance <0.35": 0.73, "item chance <0.5": 0.68,
        "item chance <0.65": 2.4, "item chance <0.8": 1.61, "item chance <0.9": 0.1, "item colon": 1.77,
        "item score <-3": -2.37, "item score <0": -0.2, "item score <1.5": -0.11, "item short": -1.05,
        "refused": 0.41, "refused <0.05": -1.22, "refused <0.1": -0.74, "refused <0.2": -0.17, "refused <0.35": -0.07,
        "refused <0.5": 0.29, "refused <0.8": 2.33,
    },
    "uncertain-beginning": {
        "begins with 1": -1.22, "begins with a later number": -0.14, "begins with a line": 1.21,
        "begins with a short line": 0.36, "begins with an addressee": -0.14, "begins with text": -0.07, "bias": -3.77,
        "front": 0.52, "lines above the text": 2.3, "long line": -0.04, "no front": -0.52, "no title": -0.18,
        "title": 0.18, "unexplained lines": -0.12,
    },
    "uncertain-end": {
        "a plain line behind": 0.85, "back": 0.5, "bias": -4.23, "ends in a date": -0.74, "ends in a long list": 0.51,
        "ends in a sentence": -0.98, "ends in a short line": 1.92, "ends in short lines": 0.91,
        "lines after a date": 0.3, "margin <2": 0.18, "margin <3": -0.25, "margin >=5": -0.39, "no back": -0.5,
        "plain lines behind": 0.49,
    },
    "uncertain-field": {
        "a date in front that is not read": 0.89, "a label names": -0.19, "a number in the text": 0.24,
        "a source": -0.77, "a year not read": 1.39, "an odd source": 0.1, "begins with a colon": -0.17, "bias": -3.51,
        "closing": -0.34, "could be signed": 1.81, "date in the last line": 0.52, "dated": 0.33, "fields": 0.34,
        "half closed": 1.0, "labels": -0.23, "no labels": -0.12, "nothing names": 0.36, "published": 0.44,
        "signed": -0.32, "signed as the title says": -0.21, "signed by another": -0.07, "title names": -0.54,
        "title names nobody": 0.05, "title names somebody": 0.91, "title names, and goes on": -0.05, "undated": -0.67,
        "unsigned": 0.72, "year read": -0.02,
    },
    "uncertain-heading": {
        "bias": -1.86, "heading alone in series": -0.2, "heading among others": 0.12,
        "heading among some others": -1.29, "heading comma": -0.04, "heading end <0.6": 1.4, "heading end <0.75": 0.4,
        "heading end <0.9": -0.76, "heading end <0.98": 0.15, "heading end >=0.98": -1.19,
    },
    "uncertain-title": {
        "bias": -3.63, "found <0.5": 0.08, "found <1": 1.13, "found <2": -0.06, "found <3": 0.24, "found >=5": -1.41,
        "found of odd length": 1.27, "found over lines": -0.11, "found without kind": 0.36, "no front": -0.19,
        "none <2": -0.19, "none <3": -0.05, "none <5": 0.18, "none >=5": -0.41, "none in a long line": 1.53,
        "none in front": 0.2,
    },
}  # fmt: skip
"""For each code the looks of its questions."""

PAGES: Final[dict[str, float]] = {
    "any <0.1": -0.31, "any <0.15": -1.16, "any <0.2": -0.57, "any <0.3": -0.08, "any <0.4": 0.03, "any <0.55": 0.52,
    "any <0.7": 0.6, "any >=0.7": 0.96, "back <0.5": -0.07, "back <100": -0.16, "back <20": -0.47, "back <200": 0.84,
    "back <50": -0.12, "back >=200": -0.03, "bias": 0.26, "body <100": 0.35, "body <200": -0.18, "body <50": -0.08,
    "body <8": -0.09, "fields <0.02": 0.07, "fields <0.05": -0.38, "fields <0.1": 0.15, "fields <0.2": 0.24,
    "fields <0.35": -0.11, "front <0.5": 0.17, "front <100": 0.4, "front <20": -0.14, "front <50": -0.08,
    "front <8": -0.34, "possible-heading <0.02": -0.08, "possible-heading <0.05": -0.23,
    "possible-heading <0.1": -0.18, "possible-heading <0.2": 0.04, "possible-heading <0.35": 0.29,
    "possible-heading <0.5": 0.66, "possible-heading >=0.5": 1.06, "told copied-document": -0.05,
    "told no-running-text": -0.09, "told orphan-level": 0.16, "told repeated-number": 0.21,
    "told restarted-number": 0.17, "told skipped-number": 0.55, "told text-outside": 0.43,
    "told title-not-found": -0.03, "told uncertain-heading": 0.15, "uncertain-beginning <0.02": -0.48,
    "uncertain-beginning <0.1": -0.44, "uncertain-beginning <0.2": 0.06, "uncertain-beginning <0.5": 0.34,
    "uncertain-beginning >=0.5": 0.4, "uncertain-end <0.02": -0.28, "uncertain-end <0.05": 0.25,
    "uncertain-end <0.1": -0.05, "uncertain-end <0.2": -0.05, "uncertain-end <0.35": 0.12,
    "uncertain-field <0.02": -0.34, "uncertain-field <0.2": 0.1, "uncertain-field <0.35": 0.08,
    "uncertain-heading <0.05": 0.22, "uncertain-heading <0.1": 0.49, "uncertain-heading <0.5": 0.08,
    "uncertain-title <0.02": -0.16, "uncertain-title <0.05": -0.23, "uncertain-title <0.1": 0.3,
    "uncertain-title <0.2": 0.1,
}  # fmt: skip
"""The looks of pages: their own, and how likely their answers are wrong."""

CHECKED: Final[dict[str, float]] = {
    "before": 0.93, "bias": -0.2, "canonical beginning": 0.45, "canonical closing": 0.23, "canonical heading": 0.57,
    "canonical title": 0.45, "parted heading": 1.11,
}  # fmt: skip
"""What differs where a page is read again: for the page, beside the logarithm of the odds before."""

DIFFERENT: Final[dict[str, float]] = {
    "canonical beginning": 0.76, "canonical closing": 0.16, "canonical end": 0.38, "canonical heading": 0.81,
    "canonical title": 0.14, "canonical unit": 0.53, "canonical unnumbered": 0.49, "parted heading": 0.76,
}  # fmt: skip
"""How likely what differs is wrong, 0 to 1."""
