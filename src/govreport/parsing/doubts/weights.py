"""What speaks for an answer of the parse, or a page, being wrong: weights of logistic regressions.

`tools/doubt_weights.py` learns them.  A look that is not here weighs nothing.
"""

from __future__ import annotations

from typing import Final

ANSWERS: Final[dict[str, dict[str, float]]] = {
    "possible-heading": {
        "bias": -2.78, "found": 2.06, "found <0.35": 0.53, "found <0.5": 0.17, "found <0.65": 0.71,
        "found <0.8": 0.78, "found <0.9": 0.31, "found <0.95": 0.15, "found >=0.95": -0.58, "heading": -1.67,
        "heading alone in series": -0.33, "heading among others": 2.33, "heading among some others": 0.69,
        "heading chance <0.1": 0.12, "heading chance <0.5": 0.39, "heading comma": 1.58, "heading comma, long": 0.55,
        "heading digits": 0.06, "heading long": 1.34, "heading over nothing": 2.29, "heading runs in": -1.72,
        "heading score <1.5": 1.67, "heading score <2.5": 1.43, "heading score <4": 1.59, "item": -0.25,
        "item alone in series": 1.79, "item among others": 1.31, "item among some others": 1.6,
        "item chance <0.1": -0.22, "item chance <0.2": 1.03, "item chance <0.35": 0.62, "item chance <0.5": 0.99,
        "item chance <0.65": 1.32, "item chance <0.8": 1.71, "item chance <0.9": 1.73, "item colon": 1.32,
        "item score <-3": -2.43, "item score <0": -0.41, "item score <1.5": -0.23, "item short": -1.22,
        "refused": -0.15, "refused <0.05": -0.94, "refused <0.1": -0.82, "refused <0.2": 0.09, "refused <0.35": -0.23,
        "refused <0.5": 1.75,
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
        "bias": -1.82, "heading alone in series": -0.21, "heading among some others": -1.18, "heading comma": 0.19,
        "heading end <0.6": 0.74, "heading end <0.75": 0.09, "heading end <0.9": 0.26, "heading end <0.98": -0.62,
        "heading end >=0.98": -0.48,
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
        "back <0.5": 0.06, "back <100": -0.16, "back <20": -0.39, "back <200": 0.67, "back <50": -0.2,
        "back <8": 0.11, "back >=200": -0.09, "bias": -1.49, "body <100": 0.39, "body <20": -0.06, "body <200": -0.25,
        "body <8": 0.07, "body >=200": -0.12, "front <0.5": -0.09, "front <100": 0.26, "front <20": 0.13,
        "front <50": -0.06, "front <8": -0.24, "told copied-document": -0.19, "told no-running-text": 0.3,
        "told orphan-level": 0.16, "told repeated-number": 0.07, "told restarted-number": 0.25,
        "told skipped-number": 0.12, "told text-outside": 0.28, "told uncertain-heading": 0.23,
    },
    "possible-heading": {
        "found": 0.91, "found <0.35": -0.1, "found <0.5": -0.1, "found <0.65": 0.25, "found <0.8": 0.55,
        "found <0.9": -0.03, "found <0.95": 0.13, "found >=0.95": -0.19, "heading alone in series": -0.44,
        "heading among others": 0.19, "heading among some others": 0.07, "heading chance <0.1": -0.04,
        "heading comma": -0.1, "heading comma, long": 0.38, "heading digits": -0.12, "heading long": 0.36,
        "heading over nothing": -0.04, "heading runs in": 0.14, "heading score <1.5": 0.39,
        "heading score <2.5": 0.35, "heading score <4": -0.03, "item": 0.43, "item alone in series": 0.58,
        "item among others": 0.18, "item among some others": 0.33, "item chance <0.1": -0.25, "item chance <0.2": 0.2,
        "item chance <0.35": -0.1, "item chance <0.5": 0.2, "item chance <0.65": 0.26, "item chance <0.8": 0.33,
        "item chance <0.9": 0.04, "item colon": 0.33, "item score <-3": 0.08, "item score <0": 0.32,
        "item score <1.5": -0.09, "item short": -0.09, "refused": 0.85, "refused <0.05": 0.2, "refused <0.1": 0.58,
        "refused <0.2": 0.2, "refused <0.35": -0.04, "refused <0.5": 0.14,
    },
    "uncertain-beginning": {
        "an unexplained line": -0.04, "begins with 1": -0.52, "begins with a later number": -0.15,
        "begins with a line": 0.54, "begins with a short line": -0.16, "begins with an addressee": 0.16,
        "begins with text": 0.13, "front": 0.09, "lines above the text": 0.55, "long line": 0.14, "no front": -0.09,
        "unexplained lines": -0.28,
    },
    "uncertain-end": {
        "a plain line behind": -0.16, "back": -0.06, "ends in a date": 0.18, "ends in a long list": 0.33,
        "ends in a sentence": -0.11, "ends in a short line": 0.11, "lines after a date": 0.19, "margin <2": 0.13,
        "margin <3": -0.13, "margin <5": 0.14, "margin >=5": -0.19, "no back": 0.06, "plain lines behind": 0.24,
    },
    "uncertain-field": {
        "could be signed": 0.18, "date in the last line": 0.03, "dated": -0.04, "half closed": 0.19, "labels": -0.11,
        "no labels": 0.11, "signed": -0.25, "title names nobody": 0.11, "title names somebody": 0.15, "undated": 0.04,
        "unsigned": 0.25,
    },
    "uncertain-heading": {
        "heading": 0.27, "heading among some others": 0.27, "heading end <0.6": 0.33, "heading end <0.75": 0.29,
        "heading end <0.9": 0.31, "heading end <0.98": 0.19, "heading end >=0.98": 0.08, "heading runs in": 0.27,
    },
    "uncertain-title": {
        "found <0.5": 0.16, "found <1": 0.2, "found <2": 0.39, "found <3": -0.32, "found <5": -0.13,
        "found >=5": -0.28, "found of odd length": 0.13, "found over lines": -0.23, "found without kind": 0.03,
        "no front": -0.09, "none <2": 0.02, "none >=5": -0.09, "none in a long line": 0.14, "none in front": 0.08,
    },
}  # fmt: skip
"""The looks of pages: their own, and by their codes those of their questions."""
