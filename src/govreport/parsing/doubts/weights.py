"""What speaks for an answer of the parse, or a page, being wrong: weights of logistic regressions.

`tools/doubt_weights.py` learns them.  A look that is not here weighs nothing.
"""

from __future__ import annotations

from typing import Final

ANSWERS: Final[dict[str, dict[str, float]]] = {
    "possible-heading": {
        "bias": -3.42, "found": 1.1, "found <0.35": 0.11, "found <0.5": 1.62, "found <0.65": 1.68, "found <0.8": 0.82,
        "found <0.9": -0.35, "found <0.95": -0.93, "found >=0.95": -1.85, "heading": -1.45,
        "heading alone in series": -0.33, "heading among others": 2.44, "heading among some others": 0.48,
        "heading chance <0.1": 0.25, "heading chance <0.2": 0.22, "heading chance <0.8": 1.63, "heading comma": 1.03,
        "heading comma, long": 0.96, "heading digits": -0.75, "heading long": 0.76, "heading over nothing": 1.96,
        "heading runs in": -1.43, "heading score <1.5": 1.78, "heading score <2.5": 1.94, "heading score <4": 2.01,
        "item": -0.14, "item alone in series": 2.58, "item among others": 1.81, "item among some others": 1.67,
        "item chance <0.1": 0.22, "item chance <0.2": 1.15, "item chance <0.35": 0.75, "item chance <0.5": 0.65,
        "item chance <0.65": 2.43, "item chance <0.8": 1.62, "item chance <0.9": -0.09, "item colon": 1.84,
        "item score <-3": -2.38, "item score <0": -0.37, "item score <1.5": -0.1, "item short": -1.02,
        "refused": 0.49, "refused <0.05": -1.33, "refused <0.1": -0.68, "refused <0.2": -0.26, "refused <0.35": 0.1,
        "refused <0.5": 0.29, "refused <0.8": 2.37,
    },
    "uncertain-beginning": {
        "an unexplained line": 0.06, "begins with 1": -1.19, "begins with a later number": -0.18,
        "begins with a line": 1.37, "begins with a short line": 0.38, "begins with an addressee": -0.05,
        "begins with text": -0.33, "bias": -3.77, "front": 0.5, "lines above the text": 2.36, "long line": -0.03,
        "no front": -0.5, "no title": -0.1, "title": 0.1, "unexplained lines": -0.26,
    },
    "uncertain-end": {
        "a plain line behind": 1.06, "back": 0.52, "bias": -4.11, "ends in a date": -0.73,
        "ends in a long list": 1.46, "ends in a sentence": -1.28, "ends in a short line": 1.91,
        "ends in short lines": 0.89, "lines after a date": 0.32, "margin <2": 0.16, "margin <3": -0.19,
        "margin <5": 0.12, "margin >=5": -0.52, "no back": -0.53, "plain lines behind": 1.03,
    },
    "uncertain-field": {
        "a date in front that is not read": 0.73, "a label names": -0.2, "a number in the text": 0.03,
        "a source": -1.17, "a year not read": 1.79, "an odd source": -0.2, "begins with a colon": 0.13, "bias": -3.53,
        "closing": -0.32, "could be signed": 1.75, "date in the last line": 0.51, "dated": 0.28, "fields": 0.32,
        "half closed": 1.06, "labels": -0.12, "no labels": -0.21, "nothing names": 0.56, "published": 0.79,
        "signed": -0.31, "signed as the title says": -0.06, "signed by another": -0.07, "title names": -0.66,
        "title names nobody": 0.43, "title names somebody": 0.78, "title names, and goes on": -0.19, "undated": -0.6,
        "unsigned": 0.79, "year read": 0.16,
    },
    "uncertain-heading": {
        "bias": -1.86, "heading alone in series": -0.2, "heading among others": 0.12,
        "heading among some others": -1.29, "heading comma": -0.04, "heading end <0.6": 1.4, "heading end <0.75": 0.4,
        "heading end <0.9": -0.76, "heading end <0.98": 0.16, "heading end >=0.98": -1.2,
    },
    "uncertain-title": {
        "bias": -3.38, "found": 0.08, "found <0.5": 0.81, "found <1": 1.25, "found <2": -0.16, "found <3": 0.14,
        "found <5": -0.2, "found >=5": -1.77, "found of odd length": 1.03, "found over lines": -0.35,
        "found without kind": 0.16, "no front": -0.24, "none": -0.09, "none <2": -0.21, "none <3": -0.05,
        "none <5": 0.18, "none >=5": -0.48, "none in a long line": 1.52, "none in front": 0.16,
    },
}  # fmt: skip
"""For each code the looks of its questions."""

PAGES: Final[dict[str, dict[str, float]]] = {
    "page": {
        "back <100": -0.06, "back <20": -0.35, "back <200": 0.62, "back <50": -0.2, "back <8": 0.09,
        "back >=200": -0.1, "bias": -1.56, "body <100": 0.49, "body <20": -0.14, "body <200": -0.07,
        "body <50": -0.04, "body <8": -0.17, "body >=200": -0.07, "front <0.5": -0.07, "front <100": 0.21,
        "front <50": -0.03, "front <8": -0.13, "told copied-document": -0.13, "told no-running-text": 0.21,
        "told orphan-level": 0.05, "told repeated-number": 0.15, "told restarted-number": 0.15,
        "told skipped-number": 0.53, "told text-outside": 0.32, "told title-not-found": -0.13,
    },
    "possible-heading": {
        "found": 0.43, "found <0.35": -0.15, "found <0.5": 0.36, "found <0.65": -0.03, "found <0.8": 0.17,
        "found <0.95": -0.28, "found >=0.95": -0.26, "heading": 0.22, "heading alone in series": -0.13,
        "heading among others": 0.04, "heading among some others": 0.25, "heading chance <0.1": -0.06,
        "heading chance <0.8": 0.07, "heading comma": -0.15, "heading comma, long": 0.4, "heading digits": -0.13,
        "heading long": 0.34, "heading runs in": 0.28, "heading score <1.5": 0.13, "heading score <2.5": 0.39,
        "heading score <4": -0.21, "item": 0.57, "item alone in series": 0.84, "item among others": 0.29,
        "item among some others": 0.38, "item chance <0.1": -0.28, "item chance <0.2": 0.15,
        "item chance <0.35": -0.1, "item chance <0.5": 0.71, "item chance <0.65": 0.42, "item chance <0.8": 0.21,
        "item chance <0.9": -0.13, "item colon": 0.29, "item score <0": -0.05, "item score <1.5": -0.09,
        "item short": -0.12, "refused": 0.68, "refused <0.05": 0.32, "refused <0.1": 0.43, "refused <0.2": 0.16,
        "refused <0.35": -0.12, "refused <0.5": 0.16, "refused <0.8": -0.07,
    },
    "uncertain-beginning": {
        "an unexplained line": 0.09, "begins with 1": -0.52, "begins with a later number": -0.16,
        "begins with a line": 0.69, "begins with a short line": -0.03, "begins with text": 0.04, "front": 0.07,
        "lines above the text": 0.91, "long line": 0.21, "no front": -0.07, "no title": -0.08, "title": 0.08,
        "unexplained lines": -0.16,
    },
    "uncertain-end": {
        "a plain line behind": -0.05, "ends in a long list": 0.18, "ends in a sentence": -0.05,
        "ends in a short line": 0.34, "ends in short lines": 0.03, "lines after a date": 0.54, "margin <2": 0.05,
        "margin <3": -0.23, "margin <5": 0.32, "margin >=5": -0.16, "plain lines behind": 0.31,
    },
    "uncertain-field": {
        "a date in front that is not read": 0.21, "a label names": 0.17, "a number in the text": 0.27,
        "a source": -0.23, "a year not read": 0.64, "an odd source": 0.08, "could be signed": 0.26,
        "date in the last line": 0.05, "dated": -0.09, "half closed": 0.22, "labels": -0.04, "no labels": 0.04,
        "published": -0.24, "signed": -0.21, "signed as the title says": -0.19, "signed by another": 0.06,
        "title names nobody": 0.22, "title names somebody": 0.06, "title names, and goes on": -0.06, "undated": 0.09,
        "unsigned": 0.21, "year read": -0.49,
    },
    "uncertain-heading": {
        "heading": 0.44, "heading alone in series": 0.04, "heading among others": 0.06,
        "heading among some others": 0.1, "heading end <0.6": 0.13, "heading end <0.75": -0.06,
        "heading end <0.9": 0.18, "heading end <0.98": -0.08, "heading end >=0.98": 0.34, "heading runs in": 0.44,
    },
    "uncertain-title": {
        "found": 0.08, "found <0.5": 0.19, "found <1": 0.16, "found <2": 0.2, "found <3": -0.29, "found <5": 0.05,
        "found >=5": -0.23, "found of odd length": 0.1, "found over lines": -0.31, "found without kind": 0.17,
        "no front": -0.07, "none": -0.08, "none <2": -0.09, "none <3": 0.1, "none <5": -0.03, "none >=5": -0.13,
        "none in a long line": 0.21,
    },
}  # fmt: skip
"""The looks of pages: their own, and by their codes those of their questions."""

CHECKED: Final[dict[str, float]] = {
    "before": 0.8, "bias": -0.27, "canonical beginning": 0.38, "canonical closing": 0.45, "canonical heading": 0.56,
    "canonical title": 0.38, "parted heading": 1.02,
}  # fmt: skip
"""What differs where a page is read again: for the page, beside the logarithm of the odds before."""

DIFFERENT: Final[dict[str, float]] = {
    "canonical beginning": 0.76, "canonical closing": 0.16, "canonical end": 0.38, "canonical heading": 0.81,
    "canonical title": 0.14, "canonical unit": 0.53, "canonical unnumbered": 0.49, "parted heading": 0.76,
}  # fmt: skip
"""How likely what differs is wrong, 0 to 1."""
