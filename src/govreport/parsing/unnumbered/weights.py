"""What speaks for a line as a heading without a number: weights of a logistic regression.

`tools/unnumbered_weights.py` learns them.  A look that is not here weighs nothing.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {
    "after-long": 1.09, "after-unstopped": -3.16, "after:answer": 0.01, "after:end": -1.43, "after:first": 1.26,
    "after:item": -0.2, "after:lead-in": 0.88, "after:number": -0.99, "after:question": -0.96, "after:short": -0.03,
    "after:taken": -1.32, "after:text": 2.02, "again": 0.43, "among-cells": 0.33, "among-short-lines": -2.73,
    "before-unstopped": -3.53, "before:answer": 0.82, "before:first": -0.11, "before:item": 0.85,
    "before:lead-in": -0.68, "before:number": 0.33, "before:question": -0.54, "before:short": -0.31,
    "before:start": -1.61, "before:taken": -1.62, "before:text": 2.2, "bias": -3.1, "blank": -1.52, "centred": 0.8,
    "cites": -0.16, "colon": -0.9, "comma": 0.05, "counted": 5.76, "digits": -0.48, "emphasised": 2.16,
    "ends-ascii": -1.5, "ends-bracket": -2.72, "exclaims": -3.17, "kind": -1.64, "leads-in": -2.79, "led-in": 1.69,
    "like:end": 0.0, "like:size": 0.53, "like:start": -0.44, "mostly-short": 0.82, "name": 5.39, "near-digits": -0.76,
    "opens-list": -2.82, "organ": -1.8, "others-emphasised": -1.98, "others:0": -0.25, "others:1": 1.02,
    "others:2": 1.75, "predicate": -1.85, "question": 1.57, "quotes": 0.37, "repeated": -1.39, "set-off": 0.77,
    "short-word": 0.53, "size:12": 0.71, "size:18": 0.41, "size:2": -0.44, "size:26": -0.64, "size:4": 0.53,
    "size:40": -2.57, "size:8": 0.85, "size:long": 0.51, "spaced": -0.2, "speaker": -4.0, "speech": -2.96,
    "surname": -2.03, "then:answer": 1.05, "then:end": -1.01, "then:first": -0.62, "then:item": 0.29,
    "then:lead-in": -0.29, "then:number": -0.58, "then:question": 2.08, "then:short": -1.69, "then:taken": -1.42,
    "then:text": 1.31, "value": -2.73, "wrapped": -1.19,
}  # fmt: skip
