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
        "refused": 0.49, "refused <0.05": -1.33, "refused <0.1": -0.68, "refused <0.2": -0.27, "refused <0.35": 0.11,
        "refused <0.5": 0.29, "refused <0.8": 2.37,
    },
    "uncertain-beginning": {
        "an unexplained line": 0.02, "begins with 1": -1.22, "begins with a later number": -0.15,
        "begins with a line": 1.21, "begins with a short line": 0.37, "begins with an addressee": -0.11,
        "begins with text": -0.1, "bias": -3.77, "front": 0.52, "lines above the text": 2.32, "long line": -0.03,
        "no front": -0.53, "no title": -0.17, "title": 0.16, "unexplained lines": -0.39,
    },
    "uncertain-end": {
        "a plain line behind": 1.21, "back": 0.49, "bias": -4.23, "ends in a date": -0.63,
        "ends in a long list": 0.51, "ends in a sentence": -1.12, "ends in a short line": 2.05,
        "ends in short lines": 0.89, "lines after a date": 0.34, "margin <2": 0.19, "margin <3": -0.4,
        "margin <5": 0.29, "margin >=5": -0.56, "no back": -0.49, "plain lines behind": 0.4,
    },
    "uncertain-field": {
        "a date in front that is not read": 0.82, "a label names": -0.24, "a number in the text": 0.08,
        "a source": -1.13, "a year not read": 1.7, "an odd source": -0.12, "begins with a colon": 0.22, "bias": -3.62,
        "closing": -0.28, "could be signed": 1.75, "date in the last line": 0.51, "dated": 0.31, "fields": 0.27,
        "half closed": 1.06, "labels": -0.09, "no labels": -0.18, "nothing names": 0.62, "published": 0.82,
        "signed": -0.31, "signed as the title says": -0.16, "signed by another": -0.06, "title names": -0.72,
        "title names nobody": 0.44, "title names somebody": 0.78, "title names, and goes on": -0.16, "undated": -0.59,
        "unsigned": 0.8, "year read": 0.26,
    },
    "uncertain-heading": {
        "bias": -1.86, "heading alone in series": -0.2, "heading among others": 0.12,
        "heading among some others": -1.29, "heading comma": -0.04, "heading end <0.6": 1.4, "heading end <0.75": 0.4,
        "heading end <0.9": -0.76, "heading end <0.98": 0.16, "heading end >=0.98": -1.2,
    },
    "uncertain-title": {
        "bias": -3.38, "found": 0.08, "found <0.5": 0.81, "found <1": 1.25, "found <2": -0.16, "found <3": 0.15,
        "found <5": -0.2, "found >=5": -1.77, "found of odd length": 1.03, "found over lines": -0.35,
        "found without kind": 0.16, "no front": -0.24, "none": -0.09, "none <2": -0.21, "none <3": -0.05,
        "none <5": 0.18, "none >=5": -0.48, "none in a long line": 1.52, "none in front": 0.16,
    },
}  # fmt: skip
"""For each code the looks of its questions."""

PAGES: Final[dict[str, float]] = {
    "any <0.1": -0.51, "any <0.15": -1.05, "any <0.2": -0.59, "any <0.3": -0.44, "any <0.4": 0.14, "any <0.55": 0.67,
    "any <0.7": 0.49, "any >=0.7": 1.28, "back <0.5": 0.1, "back <100": -0.09, "back <20": -0.33, "back <200": 0.72,
    "back <50": -0.28, "back >=200": -0.12, "bias": 0.24, "body <100": 0.32, "body <20": -0.06, "body <200": -0.11,
    "body <50": -0.04, "body <8": -0.05, "body >=200": -0.06, "fields <0.02": 0.16, "fields <0.05": -0.45,
    "fields <0.2": 0.06, "fields <0.35": -0.11, "fields <0.5": 0.17, "fields >=0.5": 0.18, "front <0.5": 0.09,
    "front <100": 0.43, "front <20": -0.04, "front <50": -0.28, "front <8": -0.2, "possible-heading <0.02": -0.29,
    "possible-heading <0.05": -0.08, "possible-heading <0.1": -0.16, "possible-heading <0.2": 0.07,
    "possible-heading <0.35": 0.33, "possible-heading <0.5": 0.47, "possible-heading >=0.5": 0.97,
    "told copied-document": -0.05, "told no-running-text": -0.07, "told orphan-level": 0.15,
    "told repeated-number": 0.22, "told restarted-number": 0.16, "told skipped-number": 0.55,
    "told text-outside": 0.44, "told title-not-found": -0.16, "told uncertain-heading": 0.12,
    "uncertain-beginning <0.02": -0.4, "uncertain-beginning <0.05": -0.07, "uncertain-beginning <0.1": -0.43,
    "uncertain-beginning <0.35": 0.1, "uncertain-beginning <0.5": 0.4, "uncertain-beginning >=0.5": 0.4,
    "uncertain-end <0.02": -0.43, "uncertain-end <0.05": 0.38, "uncertain-end <0.1": -0.29,
    "uncertain-end <0.2": -0.03, "uncertain-end <0.35": -0.04, "uncertain-end <0.5": 0.36,
    "uncertain-field <0.02": -0.39, "uncertain-field <0.05": 0.06, "uncertain-field <0.2": 0.08,
    "uncertain-field <0.35": 0.13, "uncertain-heading <0.05": 0.22, "uncertain-heading <0.1": 0.47,
    "uncertain-heading <0.5": 0.08, "uncertain-title <0.02": -0.3, "uncertain-title <0.05": -0.19,
    "uncertain-title <0.1": 0.34, "uncertain-title <0.2": 0.15,
}  # fmt: skip
"""The looks of pages: their own, and how likely their answers are wrong."""

CHECKED: Final[dict[str, float]] = {
    "before": 0.83, "bias": -0.23, "canonical beginning": 0.34, "canonical closing": 0.33, "canonical heading": 0.58,
    "canonical title": 0.34, "parted heading": 1.11,
}  # fmt: skip
"""What differs where a page is read again: for the page, beside the logarithm of the odds before."""

DIFFERENT: Final[dict[str, float]] = {
    "canonical beginning": 0.76, "canonical closing": 0.16, "canonical end": 0.38, "canonical heading": 0.81,
    "canonical title": 0.14, "canonical unit": 0.53, "canonical unnumbered": 0.49, "parted heading": 0.76,
}  # fmt: skip
"""How likely what differs is wrong, 0 to 1."""
