"""What speaks for a line as a heading without a number: weights of a logistic regression.

`tools/unnumbered_weights.py` learns them.  A look that is not here weighs nothing.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {
    "after:end": -1.49, "after:first": 1.73, "after:item": -0.22, "after:lead-in": 0.53, "after:number": -2.0,
    "after:question": -1.01, "after:short": 0.07, "after:taken": -1.02, "after:text": 2.56, "again": -2.1,
    "among-cells": -0.58, "among-short-lines": -2.55, "before-unstopped": -3.26, "before:answer": 0.32,
    "before:first": -0.24, "before:item": 1.12, "before:lead-in": 0.05, "before:question": -1.71,
    "before:short": -0.06, "before:start": -1.38, "before:taken": -1.3, "before:text": 2.37, "bias": -3.09,
    "blank": -1.93, "centred": 2.21, "cites": -0.24, "colon": -0.73, "colon-list": -1.05, "counted": 8.92,
    "digits": -0.19, "emphasised": 2.46, "ends-ascii": -1.72, "ends-bracket": -2.94, "exclaims": -2.34, "kind": -1.45,
    "leads-in": -2.72, "led-in": 1.18, "like:end": -0.34, "like:size": 0.35, "like:start": -0.22, "name": 5.74,
    "opens-list": -2.75, "organ": -2.26, "others-emphasised": -0.07, "others:0": -0.16, "others:1": 0.95,
    "others:2": 1.52, "predicate": -1.78, "question": 1.81, "quotes": 0.93, "repeated": -1.44, "set-off": -0.21,
    "short-word": 0.13, "size:12": 0.89, "size:18": 0.77, "size:2": -1.1, "size:26": -0.85, "size:4": 0.73,
    "size:40": -2.68, "size:8": 0.88, "size:long": 0.58, "spaced": 0.16, "speaker": -4.22, "speech": -3.65,
    "then:answer": 0.33, "then:end": -1.04, "then:first": -0.45, "then:item": 1.0, "then:lead-in": -0.71,
    "then:number": -0.65, "then:question": 3.26, "then:short": -1.72, "then:taken": -2.05, "then:text": 1.24,
    "value": -2.58, "wrapped": -2.74,
}  # fmt: skip
