"""What speaks for a line as a heading without a number: weights of a logistic regression."""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {
    "bias": -1.0,
    "size:2": 0.5, "size:4": 0.8, "size:8": 0.8, "size:12": 0.5, "size:18": 0.0, "size:26": -0.7, "size:40": -1.5,
    "size:long": -1.5,
    "question": 1.0, "name": 3.0, "counted": 2.5, "value": -3.0, "colon": -1.0, "comma": -0.8, "exclaims": -1.5,
    "digits": -0.5, "ends-ascii": -1.5, "ends-bracket": -0.5, "blank": -1.0, "spaced": 0.0, "cites": -1.0,
    "quotes": -0.3, "short-word": -0.7, "organ": -1.5, "kind": -0.7, "predicate": -0.8, "bracketed": -1.5,
    "set-off": 1.5, "emphasised": 2.5, "centred": 1.0,
    "before:start": -1.0, "before:taken": -0.5, "before:first": -0.5, "before:number": 0.2, "before:item": 0.8,
    "before:answer": 1.0, "before:lead-in": -1.0, "before:question": -1.0, "before:text": 0.8, "before:short": -1.0,
    "after:end": -4.0, "after:taken": -2.0, "after:first": 1.5, "after:number": -1.0, "after:item": -1.0,
    "after:answer": 2.0, "after:lead-in": 1.0, "after:question": -1.0, "after:text": 1.5, "after:short": -2.0,
    "before-unstopped": -1.0, "led-in": -1.5, "then:text": 1.5, "then:first": 0.5,
    "like:end": 0.8, "like:start": 0.3, "like:size": 0.5, "others-emphasised": -1.0,
    "others:0": -0.7, "others:1": 0.0, "others:2": 0.7, "among-short-lines": -1.0,
}  # fmt: skip
