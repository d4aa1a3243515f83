"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from govreport.words.patterns import late


def test_it_does_what_the_compiled_pattern_does() -> None:
    pattern, compiled = late("第(?P<n>[一二三])条", re.I), re.compile("第(?P<n>[一二三])条", re.I)
    text = "见第一条和第二条。"
    found, wanted = pattern.search(text), compiled.search(text)
    assert found is not None
    assert wanted is not None
    assert (found["n"], found.span()) == (wanted["n"], wanted.span())
    assert pattern.findall(text) == ["一", "二"]
    assert pattern.sub("某条", text) == "见某条和某条。"
    assert pattern.split(text) == compiled.split(text)
    assert (pattern.pattern, pattern.flags) == (compiled.pattern, compiled.flags)
    assert dict(pattern.groupindex) == {"n": 1}


def test_bytes_have_late_patterns_too() -> None:
    assert late(rb"charset=(\w+)").findall(b"<meta charset=gbk>") == [b"gbk"]


def test_what_is_wrong_shows_at_the_first_use() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.match("")


USUAL: str = """
import govreport
from govreport.words import patterns
made = given = 0
begin = patterns.LatePattern.__init__
def counted(self, *parts):
    global given
    given += 1
    begin(self, *parts)
patterns.LatePattern.__init__ = counted
compile = patterns.re.compile
class Counting:
    def compile(self, *parts):
        global made
        made += 1
        return compile(*parts)
import govreport.reading
patterns.re = Counting()
govreport.parse("某局关于开展检查的通知\\n各单位：\\n一、总则\\n请认真执行。\\n某局\\n2020年3月1日\\n")
print(made, given)
"""


def test_a_usual_page_leaves_most_of_them_uncompiled() -> None:
    done = subprocess.run([sys.executable, "-c", USUAL], capture_output=True, text=True, check=True, encoding="utf-8")
    made, given = map(int, done.stdout.split())
    assert 3 * made < given
