"""What speaks for an answer of the parse, or a page, being wrong: weights of logistic regressions.

`tools/doubt_weights.py` learns them.  A look that is not here weighs nothing.
"""

from __future__ import annotations

from typing import Final

ANSWERS: Final[dict[str, dict[str, float]]] = {
    "possible-heading": {
        "bias": -2.96, "found": 2.29, "found <0.5": 0.76, "found <0.65": 0.61, "found <0.8": 0.46, "found <0.9": 0.73,
        "found <0.95": 0.2, "found >=0.95": -0.45, "heading": -1.63, "heading alone in series": -0.22,
        "heading among others": 2.22, "heading among some others": 0.65, "heading chance <0.1": 0.16,
        "heading chance <0.2": -0.03, "heading chance <0.35": 0.81, "heading chance <0.8": 1.01,
        "heading comma": 1.44, "heading comma, long": 0.96, "heading digits": -1.0, "heading long": 0.74,
        "heading over nothing": 2.34, "heading runs in": -1.65, "heading score <1.5": 1.98,
        "heading score <2.5": 1.75, "heading score <4": 1.85, "item": -0.47, "item alone in series": 1.91,
        "item among others": 1.84, "item among some others": 1.58, "item chance <0.1": 0.35, "item chance <0.2": 1.16,
        "item chance <0.35": 0.72, "item chance <0.5": 0.48, "item chance <0.65": 2.29, "item chance <0.8": 1.48,
        "item chance <0.9": 0.49, "item colon": 1.68, "item score <-3": -2.22, "item score <0": -0.37,
        "item score <1.5": -0.22, "item short": -0.98, "refused": -0.19, "refused <0.05": -1.11,
        "refused <0.1": -0.73, "refused <0.2": -0.21, "refused <0.35": -0.24, "refused <0.8": 2.1,
    },
    "uncertain-beginning": {
        "an unexplained line": 0.24, "begins with 1": -0.48, "begins with a later number": -0.13,
        "begins with a line": 1.28, "begins with a short line": -0.03, "begins with an addressee": -0.2,
        "begins with text": -0.43, "bias": -3.7, "front": 0.45, "lines above the text": 1.52, "long line": -0.02,
        "no front": -0.45, "no title": -0.35, "title": 0.35, "unexplained lines": -0.33,
    },
    "uncertain-end": {
        "a plain line behind": 0.88, "back": 0.4, "bias": -4.54, "ends in a date": -0.71, "ends in a long list": 1.44,
        "ends in a sentence": -1.43, "ends in a short line": 1.47, "lines after a date": 0.05, "margin <2": -0.04,
        "margin <3": 0.26, "margin <5": 0.51, "margin >=5": -0.34, "no back": -0.41, "plain lines behind": 1.18,
    },
    "uncertain-field": {
        "bias": -2.75, "could be signed": 1.06, "date in the last line": 0.4, "dated": 0.61, "half closed": 0.7,
        "labels": 0.24, "no labels": -0.24, "signed": -0.58, "title names nobody": 0.54, "title names somebody": 0.56,
        "undated": -0.61, "unsigned": 0.58,
    },
    "uncertain-heading": {
        "bias": -1.88, "heading alone in series": -0.12, "heading among others": 0.15,
        "heading among some others": -1.25, "heading comma": -0.03, "heading end <0.6": 1.19,
        "heading end <0.75": 0.31, "heading end <0.9": -0.58, "heading end <0.98": 0.1, "heading end >=0.98": -1.03,
    },
    "uncertain-title": {
        "bias": -3.4, "found": -0.03, "found <0.5": 0.3, "found <1": 1.01, "found <2": -0.09, "found <3": 0.15,
        "found <5": 0.04, "found >=5": -1.44, "found of odd length": 1.21, "found over lines": -0.22,
        "found without kind": 0.42, "no front": -0.29, "none": 0.03, "none <5": 0.18, "none >=5": -0.35,
        "none in a long line": 1.31, "none in front": 0.32,
    },
}  # fmt: skip
"""For each code the looks of its questions."""

PAGES: Final[dict[str, dict[str, float]]] = {
    "page": {
        "back <0.5": 0.08, "back <100": -0.21, "back <20": -0.39, "back <200": 0.72, "back <50": -0.18,
        "back <8": 0.08, "back >=200": -0.1, "bias": -1.47, "body <100": 0.45, "body <200": -0.18, "body <50": -0.13,
        "body <8": 0.07, "body >=200": -0.21, "front <0.5": -0.09, "front <100": 0.31, "front <20": 0.04,
        "front <50": -0.02, "front <8": -0.23, "told copied-document": -0.18, "told no-running-text": 0.27,
        "told orphan-level": -0.09, "told repeated-number": 0.09, "told restarted-number": 0.2,
        "told skipped-number": 0.29, "told text-outside": 0.28, "told title-not-found": -0.02,
        "told uncertain-heading": 0.04,
    },
    "possible-heading": {
        "found": 1.03, "found <0.35": -0.2, "found <0.5": 0.22, "found <0.65": -0.08, "found <0.8": 0.46,
        "found <0.9": 0.29, "found <0.95": 0.18, "found >=0.95": -0.28, "heading": -0.02,
        "heading alone in series": -0.46, "heading among others": 0.07, "heading among some others": 0.11,
        "heading chance <0.1": -0.05, "heading chance <0.35": 0.05, "heading chance <0.8": 0.02,
        "heading comma, long": 0.33, "heading digits": -0.27, "heading long": 0.26, "heading over nothing": -0.08,
        "heading runs in": 0.27, "heading score <1.5": 0.22, "heading score <2.5": 0.4, "heading score <4": -0.08,
        "item": 0.34, "item alone in series": 0.59, "item among others": 0.24, "item among some others": 0.39,
        "item chance <0.1": -0.28, "item chance <0.2": 0.19, "item chance <0.35": -0.05, "item chance <0.5": 0.68,
        "item chance <0.65": 0.4, "item chance <0.8": 0.16, "item colon": 0.37, "item score <-3": 0.1,
        "item score <0": 0.1, "item score <1.5": -0.07, "item short": -0.07, "refused": 0.76, "refused <0.05": 0.36,
        "refused <0.1": 0.45, "refused <0.2": 0.09, "refused <0.35": 0.03, "refused <0.5": 0.34,
        "refused <0.8": -0.19,
    },
    "uncertain-beginning": {
        "an unexplained line": -0.06, "begins with 1": -0.48, "begins with a later number": -0.14,
        "begins with a line": 0.54, "begins with a short line": -0.16, "begins with an addressee": 0.24,
        "front": 0.09, "lines above the text": 0.53, "long line": 0.14, "no front": -0.09, "unexplained lines": -0.29,
    },
    "uncertain-end": {
        "a plain line behind": -0.13, "back": -0.08, "ends in a date": 0.07, "ends in a long list": 0.34,
        "ends in a sentence": -0.1, "ends in a short line": 0.14, "lines after a date": 0.32, "margin <2": 0.12,
        "margin <3": -0.11, "margin <5": 0.09, "margin >=5": -0.19, "no back": 0.08, "plain lines behind": 0.22,
    },
    "uncertain-field": {
        "could be signed": 0.18, "dated": -0.05, "half closed": 0.19, "labels": -0.11, "no labels": 0.11,
        "signed": -0.27, "title names nobody": 0.17, "title names somebody": 0.14, "undated": 0.05, "unsigned": 0.27,
    },
    "uncertain-heading": {
        "heading": 0.4, "heading among others": 0.06, "heading among some others": 0.18, "heading comma": 0.02,
        "heading end <0.6": 0.14, "heading end <0.9": 0.16, "heading end <0.98": -0.04, "heading end >=0.98": 0.34,
        "heading runs in": 0.4,
    },
    "uncertain-title": {
        "found <0.5": 0.12, "found <1": 0.18, "found <2": 0.4, "found <3": -0.36, "found <5": -0.11,
        "found >=5": -0.23, "found of odd length": 0.11, "found over lines": -0.14, "found without kind": 0.05,
        "no front": -0.09, "none >=5": -0.09, "none in a long line": 0.14, "none in front": 0.08,
    },
}  # fmt: skip
"""The looks of pages: their own, and by their codes those of their questions."""
