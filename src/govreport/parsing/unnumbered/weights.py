"""What speaks for a line as a heading without a number: weights of a logistic regression.

`tools/unnumbered_weights.py` learns them.  A look that is not here weighs nothing.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {
    "after-long": 1.02, "after-unstopped": -3.18, "after:answer": 0.01, "after:end": -1.39, "after:first": 1.27,
    "after:item": -0.23, "after:lead-in": 0.86, "after:number": -1.0, "after:question": -0.96, "after:short": -0.01,
    "after:taken": -1.33, "after:text": 2.08, "again": 0.42, "among-cells": 0.33, "among-short-lines": -2.71,
    "before-unstopped": -3.13, "before:answer": 0.83, "before:first": -0.12, "before:item": 0.85,
    "before:lead-in": -0.66, "before:number": 0.32, "before:question": -0.54, "before:short": -0.31,
    "before:start": -1.6, "before:taken": -1.6, "before:text": 2.21, "bias": -3.09, "blank": -1.57, "centred": 0.79,
    "cites": -0.16, "colon": -0.93, "comma": 0.09, "counted": 5.76, "digits": -0.5, "emphasised": 2.15,
    "ends-ascii": -1.5, "ends-bracket": -2.72, "exclaims": -3.18, "kind": -1.65, "leads-in": -2.78, "led-in": 1.67,
    "like:end": -0.01, "like:size": 0.52, "like:start": -0.46, "mostly-short": 0.81, "name": 5.35,
    "near-digits": -0.78, "opens-list": -2.82, "others-emphasised": -2.04, "others:0": -0.25, "others:1": 1.01,
    "others:2": 1.76, "predicate": -1.88, "question": 1.56, "quotes": 0.37, "repeated": -1.37, "set-off": 0.77,
    "short-word": 0.52, "size:12": 0.72, "size:18": 0.41, "size:2": -0.44, "size:26": -0.63, "size:4": 0.54,
    "size:40": -2.58, "size:8": 0.88, "size:long": 0.51, "spaced": -0.22, "speaker": -3.98, "speech": -2.96,
    "surname": -2.02, "then:answer": 1.05, "then:end": -0.99, "then:first": -0.63, "then:item": 0.28,
    "then:lead-in": -0.29, "then:number": -0.59, "then:question": 2.1, "then:short": -1.69, "then:taken": -1.39,
    "then:text": 1.28, "value": -2.69, "wrapped": -1.21,
}  # fmt: skip
