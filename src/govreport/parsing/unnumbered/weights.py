"""What speaks for a line as a heading without a number: weights of a logistic regression.

`tools/unnumbered_weights.py` learns them.  A look that is not here weighs nothing.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {
    "after-long": 1.55, "after-unstopped": -1.42, "after:answer": 0.0, "after:end": -1.33, "after:first": 1.45,
    "after:item": -0.39, "after:lead-in": 0.78, "after:number": -1.0, "after:question": -0.89, "after:short": 0.12,
    "after:taken": -1.14, "after:text": 1.57, "again": -0.73, "among-cells": 0.16, "among-short-lines": -1.56,
    "before-unstopped": -2.85, "before:answer": 0.44, "before:first": -0.41, "before:item": 0.83,
    "before:lead-in": -0.28, "before:number": 0.36, "before:question": -1.18, "before:short": -0.06,
    "before:start": -1.69, "before:taken": -1.1, "before:text": 2.31, "bias": -2.89, "blank": -1.26, "centred": 0.68,
    "cites": -0.24, "colon": -1.06, "comma": -0.2, "counted": 7.73, "digits": -0.58, "emphasised": 2.4,
    "ends-ascii": -1.42, "ends-bracket": -2.86, "exclaims": -2.55, "kind": -1.71, "leads-in": -2.89, "led-in": 1.23,
    "like:end": -0.1, "like:size": 0.54, "like:start": 0.01, "mostly-short": -0.86, "name": 5.42,
    "near-digits": -0.17, "opens-list": -2.78, "organ": -2.01, "others-emphasised": -0.19, "others:0": -0.42,
    "others:1": 0.84, "others:2": 1.55, "predicate": -1.85, "question": 1.3, "quotes": 0.7, "repeated": -1.62,
    "set-off": 0.7, "short-word": 0.41, "size:12": 0.95, "size:18": 0.5, "size:2": -0.85, "size:26": -0.82,
    "size:4": 0.69, "size:40": -2.61, "size:8": 0.83, "size:long": 0.55, "spaced": 0.22, "speaker": -4.42,
    "speech": -2.82, "surname": -2.05, "then:answer": 0.47, "then:end": -0.81, "then:first": -0.21, "then:item": 0.49,
    "then:lead-in": -0.51, "then:number": -0.57, "then:question": 2.41, "then:short": -1.39, "then:taken": -1.35,
    "then:text": 0.81, "value": -2.48, "wrapped": -2.27,
}  # fmt: skip
