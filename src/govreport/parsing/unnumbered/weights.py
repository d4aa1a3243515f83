"""What speaks for a line as a heading without a number: weights of a logistic regression.

`tools/unnumbered_weights.py` learns them.  A look that is not here weighs nothing.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {
    "after-long": 1.28, "after-unstopped": -1.35, "after:end": -1.39, "after:first": 1.61, "after:item": -0.21,
    "after:lead-in": 0.69, "after:number": -1.67, "after:question": -0.91, "after:short": 0.16, "after:taken": -0.95,
    "after:text": 1.92, "again": -1.85, "among-cells": -0.29, "among-short-lines": -2.93, "before-unstopped": -2.85,
    "before:answer": 0.35, "before:first": -0.38, "before:item": 1.02, "before:lead-in": -0.24, "before:number": 0.35,
    "before:question": -1.1, "before:start": -1.63, "before:taken": -1.3, "before:text": 2.23, "bias": -3.05,
    "blank": -1.55, "centred": 2.59, "cites": -0.16, "colon": -0.95, "comma": -0.13, "counted": 8.68, "digits": -0.28,
    "emphasised": 2.4, "ends-ascii": -1.77, "ends-bracket": -3.0, "exclaims": -2.15, "kind": -1.59, "leads-in": -2.88,
    "led-in": 1.26, "like:end": -0.24, "like:size": 0.55, "like:start": -0.19, "mostly-short": -1.05, "name": 5.51,
    "near-digits": -0.06, "opens-list": -2.98, "organ": -1.97, "others-emphasised": -0.11, "others:0": -0.35,
    "others:1": 0.85, "others:2": 1.47, "predicate": -1.78, "question": 1.63, "quotes": 0.67, "repeated": -1.67,
    "set-off": 0.72, "short-word": 0.32, "size:12": 0.77, "size:18": 0.64, "size:2": -0.94, "size:26": -0.78,
    "size:4": 0.81, "size:40": -2.58, "size:8": 0.76, "size:long": 0.62, "spaced": 0.11, "speaker": -4.12,
    "speech": -2.64, "surname": -1.98, "then:answer": 0.38, "then:end": -0.88, "then:first": -0.33, "then:item": 0.97,
    "then:lead-in": -0.57, "then:number": -0.54, "then:question": 2.84, "then:short": -1.57, "then:taken": -2.13,
    "then:text": 1.21, "value": -2.87, "wrapped": -2.11,
}  # fmt: skip
