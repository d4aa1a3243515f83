"""What speaks for a line as a heading without a number: weights of a logistic regression.

`tools/unnumbered_weights.py` learns them.  A look that is not here weighs nothing.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {
    "after-long": 0.79, "after-unstopped": -2.6, "after:answer": 0.01, "after:end": -1.33, "after:first": 1.22,
    "after:item": -0.22, "after:lead-in": 0.75, "after:number": -1.08, "after:question": -0.84, "after:short": 0.05,
    "after:taken": -1.35, "after:text": 2.23, "again": 0.35, "among-cells": 0.19, "among-short-lines": -2.59,
    "before-unstopped": -3.19, "before:answer": 0.75, "before:first": -0.47, "before:item": 0.88,
    "before:lead-in": -0.57, "before:number": 0.34, "before:question": -0.55, "before:short": -0.09,
    "before:start": -1.47, "before:taken": -1.49, "before:text": 2.21, "bias": -3.06, "blank": -1.85, "centred": 0.85,
    "cites": -0.22, "colon": -0.99, "comma": 0.25, "counted": 5.78, "digits": -0.38, "emphasised": 2.05,
    "ends-ascii": -0.9, "ends-bracket": -2.81, "exclaims": -3.59, "kind": -1.75, "leads-in": -2.77, "led-in": 1.34,
    "like:end": -0.25, "like:size": 0.78, "like:start": -0.43, "mostly-short": 0.8, "name": 5.48,
    "near-digits": -1.02, "opens-list": -2.87, "others-emphasised": -2.23, "others:0": -0.14, "others:1": 1.08,
    "others:2": 1.86, "predicate": -1.96, "question": 1.14, "quotes": -0.06, "repeated": -1.52, "set-off": 0.84,
    "short-word": 0.44, "size:12": 0.66, "size:18": 0.33, "size:2": -0.79, "size:26": -0.23, "size:4": 0.52,
    "size:40": -2.31, "size:8": 0.9, "size:long": 0.48, "spaced": -0.34, "speaker": -3.97, "speech": -2.95,
    "surname": -1.93, "then:answer": 0.92, "then:end": -0.96, "then:first": -0.59, "then:item": 0.22,
    "then:lead-in": -0.32, "then:number": -0.6, "then:question": 2.35, "then:short": -1.47, "then:taken": -1.42,
    "then:text": 1.17, "value": -1.98, "wrapped": -1.41,
}  # fmt: skip
