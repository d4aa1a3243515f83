"""Every encoding, length and damage that scraped pages come with."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.sources.decode import Decoded, decode, resolve_escapes
from govreport.words.character_frequency import usualness
from govreport.words.charsets import codec_in_markup, codec_of, encode

SIMPLIFIED = (
    "溪原市水务局2015年政府信息公开工作年度报告\n根据《中华人民共和国政府信息公开条例》，编制本报告。\n"
    "一、总体情况\n全年主动公开政府信息128条，其中规划类12条，占9.4%；通过网站公开116条。\n"
    "二、存在的问题\n（一）个别科室认识不够，更新不及时。（二）栏目设置还要进一步优化。\n"
    "三、下一步打算\n加强学习培训，完善工作制度，认真听取群众意见，确保各项任务落到实处。\n"
)
TRADITIONAL = (
    "溪原縣水務處二○○八年度政府資訊公開工作報告\n依據有關規定，就本縣辦理情形提出報告。\n"
    "一、總體情況\n全年主動公開資訊128件，其中規劃類12件，佔9.4%；經由網站公開116件。\n"
    "二、存在的問題\n（一）個別單位認識不夠，更新不及時。（二）欄目設置還要進一步優化。\n"
    "三、下一步計畫\n加強學習訓練，完善工作制度，聽取民眾意見，確實執行各項業務。\n"
)
TEXTS = [
    pytest.param((text * 30)[:length], id=f"{script}-{length}")
    for script, text in (("simplified", SIMPLIFIED), ("traditional", TRADITIONAL))
    for length in (30, 200, 5000)
]
UNMARKED = ["utf-8", "gb18030", "utf-16-le", "utf-16-be"]
MARKED = ["utf-8", "utf-16-le", "utf-16-be", "gb18030"]


def cases(encodings: list[str]) -> pytest.MarkDecorator:
    """Each text in each encoding, and the traditional ones in Big5."""
    return pytest.mark.parametrize(
        ("text", "encoding"),
        [
            pytest.param(*text.values, encoding, id=f"{text.id}-{encoding}")
            for text in TEXTS
            for encoding in [*encodings, *(["big5hkscs"] if str(text.id).startswith("trad") else [])]
        ],
    )


def resolved(data: bytes, declared: str | None = None) -> Decoded:
    """Decode plain text, with its escapes resolved."""
    found = decode(data, declared=declared)
    resolve_escapes(found)
    return found


@pytest.mark.parametrize("name", ["punycode", "idna", "base64", "rot13", "undefined", "no-such-encoding", "\0", ""])
@pytest.mark.parametrize("data", [b"", b"abc", b"a-\x80", b"\xff" * 9])
def test_what_makes_no_text_of_bytes_is_no_encoding(name: str, data: bytes) -> None:
    with pytest.raises(LookupError):
        decode(data, name)


# --- one encoding ----------------------------------------------------------------------------------------------------


@cases(UNMARKED)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    found = decode(data)
    assert (found.text, found.encoding, found.bom, found.exact) == (text, encoding, False, True)
    assert (found.replacements, found.foreign, found.escapes) == ([], [], {})
    assert encode(found.text, found.encoding) == data


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", MARKED)
def test_a_byte_order_mark_decides(text: str, encoding: str) -> None:
    data = ("\ufeff" + text).encode(encoding)
    found = decode(data, declared="big5")
    assert (found.text, found.encoding, found.bom, found.exact) == (text, encoding, True, True)
    assert encode(found.text, found.encoding, found.bom) == data


@cases(UNMARKED)
def test_a_last_character_cut_off_is_one_replacement(text: str, encoding: str) -> None:
    whole = text.rstrip("\n0123456789.%")
    found = decode(whole.encode(encoding)[:-1])
    assert (found.text, found.encoding) == (whole[:-1] + "\ufffd", encoding)
    assert (found.replacements, found.exact) == ([len(whole) - 1], False)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_bad_byte_is_one_replacement_where_it_stood(text: str, encoding: str) -> None:
    at = text.index("\n") + 1
    found = decode(text[:at].encode(encoding) + b"\xff" + text[at:].encode(encoding))
    assert (found.text, found.encoding) == (text[:at] + "\ufffd" + text[at:], encoding)
    assert (found.replacements, found.exact) == ([at], False)


def test_a_replacement_character_that_the_page_has_is_no_replacement() -> None:
    found = decode("甲\ufffd乙丙丁\n".encode() + b"\xff" + "戊\ufffd\n".encode())
    assert (found.text, found.replacements) == ("甲\ufffd乙丙丁\n\ufffd戊\ufffd\n", [6])
    assert decode("甲\ufffd乙".encode()).exact


def test_a_page_of_markup_with_few_chinese_characters_is_told_by_these() -> None:
    page = "<p class='a'>" * 500 + "总体情况：公开信息128条" + "</p>" * 500
    found = decode(page.encode("gb18030"))
    assert (found.text, found.encoding) == (page, "gb18030")


def test_utf16_without_line_ends_or_ascii() -> None:
    text = "根据有关规定编制本报告全年主动公开政府信息情况如下"
    assert [decode(text.encode(name)).text for name in ("utf-16-le", "utf-16-be")] == [text, text]


def test_nul_alone_makes_no_utf16() -> None:
    assert decode(b"\x1b[31m\0").text == "\x1b[31m\0"
    assert decode("中一\n".encode("utf-16-le")).text == "中一\n"  # all of it ASCII


def test_a_second_form_of_a_character_is_not_exact() -> None:
    found = decode(TRADITIONAL.encode("big5hkscs") + b"\xa2\xcc")  # Big5 has U+5341 twice
    assert (found.text, found.exact) == (TRADITIONAL + "十", False)


# --- named and declared ----------------------------------------------------------------------------------------------


def test_an_encoding_named_is_used() -> None:
    found = decode("中é".encode(), "latin-1")
    assert (found.text, found.encoding, found.exact) == ("ä¸\xadÃ©", "latin-1", True)
    found = decode("中国".encode("gbk") + b"\xff", "gbk")
    assert (found.text, found.encoding, found.replacements, found.exact) == ("中国\ufffd", "gbk", [2], False)


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("order", ["le", "be"])
def test_the_mark_of_an_encoding_named_is_no_text(name: str, order: str) -> None:
    written = f"{name}-{order}" if name in ("utf-16", "utf-32") else name.removesuffix("-sig")
    data = "\ufeff中文".encode(written)
    found = decode(data, name)
    assert (found.text, found.bom, found.exact) == ("中文", True, True)
    assert encode(found.text, found.encoding, found.bom) == data


@pytest.mark.parametrize("name", ["no-such-encoding", "hex", "rot13", "idna", "undefined", "", "utf-8\0", "编码"])
@pytest.mark.parametrize("data", [b"", b"abc"])
def test_a_name_that_is_no_encoding_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(LookupError, match=r"encoding"):
        decode(data, name)


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("GB2312", "gb18030"),
        ("'gbk'", "gb18030"),
        (" x-gbk ", "gb18030"),
        ("gb_2312-80", "gb18030"),
        ('"UTF8"', "utf-8"),
        ("Big5", "big5hkscs"),
        ("utf-16le", "utf-16-le"),
        ("iso-8859-1", None),
        ("windows-1252", None),
        ("us-ascii", None),
        ("中文", None),
        ("", None),
    ],
)
def test_labels(label: str, codec: str | None) -> None:
    assert codec_of(label) == codec


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<meta charset="gb2312">', "gb18030"),
        ("\n <META http-equiv=Content-Type content='text/html; charset=UTF-8'>", "utf-8"),
        ("<?xml version='1.0' encoding='big5'?>", "big5hkscs"),
        ("<html><p>charset=gbk", None),
        ('关于 <meta charset="gbk">', None),
        ("<html>" + " " * 5000 + '<meta charset="gbk">', None),
    ],
)
def test_markup_says_its_encoding(head: str, codec: str | None) -> None:
    assert codec_in_markup(head.encode()) == codec


def test_what_is_declared_decides_where_little_else_does() -> None:
    data = "一".encode("gbk")  # two bytes of UTF-8 as well
    assert decode(data).text == "\u04bb"
    assert decode(data, declared="gb2312").text == "一"
    assert decode(b'<meta charset="gb2312"><p>' + data).text.endswith("一")
    assert decode(data, declared="iso-8859-1").text == "\u04bb"


@pytest.mark.parametrize("text", TEXTS)
def test_a_declaration_left_over_is_seen_through(text: str) -> None:
    page = '<meta charset="gb2312">' + text
    assert decode(page.encode()).text == page
    assert decode((text * 2).encode(), declared="big5").text == text * 2
    assert decode(text.encode("gb18030"), declared="utf-8").text == text


@pytest.mark.parametrize("declared", ["utf-16le", "gbk", "big5", "utf-8"])
def test_ascii_is_ascii_whatever_is_declared(declared: str) -> None:
    assert decode(b"Report 2016-03-18", declared=declared).text == "Report 2016-03-18"


# --- several encodings -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("times", [1, 20])
@pytest.mark.parametrize(("first", "second"), [("utf-8", "gb18030"), ("gb18030", "utf-8")])
def test_a_page_with_a_part_in_another_encoding(first: str, second: str, times: int) -> None:
    body, footer = SIMPLIFIED * times, "主办单位：溪原市水务局　地址：溪原市沿堤路58号\n版权所有\n"
    found = decode(body.encode(first) + footer.encode(second) + body.encode(first))
    assert (found.text, found.encoding) == (body + footer + body, first)
    assert (found.foreign, found.exact) == ([(len(body), len(body + footer))], False)
    assert found.replacements == []


def test_parts_of_markup_may_share_a_line() -> None:
    found = decode(b"<div>" + SIMPLIFIED.encode() + b"</div><p>" + "溪原市水务局主办</p>".encode("gbk"))
    assert found.text == f"<div>{SIMPLIFIED}</div><p>溪原市水务局主办</p>"
    assert [found.text[start:end] for start, end in found.foreign] == ["溪原市水务局主办</p>"]


def test_big5_with_a_part_in_utf8() -> None:
    found = decode(SIMPLIFIED.encode() + TRADITIONAL.encode("big5hkscs"))
    assert (found.text, found.encoding) == (SIMPLIFIED + TRADITIONAL, "big5hkscs")
    assert found.foreign == [(0, len(SIMPLIFIED))]


def test_the_last_part_cut_off() -> None:
    found = decode(SIMPLIFIED.encode() * 2 + "溪原市水务局主办单位".encode("gbk")[:-1])
    assert found.text == SIMPLIFIED * 2 + "溪原市水务局主办单\ufffd"
    assert found.replacements == [len(found.text) - 1]


# --- escapes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("escaped", "text", "escapes"),
    [
        ("　溪原市&nbsp;&nbsp;水务局", "　溪原市\u00a0\u00a0水务局", {"\u00a0": "&nbsp;"}),
        ("&#12288;一、总则", "\u3000一、总则", {"\u3000": "&#12288;"}),
        ("&#x3000;一、总则", "\u3000一、总则", {"\u3000": "&#x3000;"}),
        ("&ldquo;三公&rdquo;经费&middot;表", "“三公”经费·表", {"“": "&ldquo;", "”": "&rdquo;", "·": "&middot;"}),
        ("附件&amp;nbsp;1", "附件\u00a01", {"\u00a0": "&amp;nbsp;"}),
        ("二<U+00A0><U+00A0>、", "二\u00a0\u00a0、", {"\u00a0": "<U+00A0>"}),
        ("A&amp;B &lt;表&gt;", "A&B <表>", {"&": "&amp;", "<": "&lt;", ">": "&gt;"}),
        ("&quot;互联网+&quot;", '"互联网+"', {'"': "&quot;"}),
        # One of these stands bare: the text was not escaped as a whole.
        ("?a=1&b=2 &lt;表&gt;", "?a=1&b=2 &lt;表&gt;", {}),
        # Not closed, unknown, or no text.
        ("?id=1&copy=2&nbsp", "?id=1&copy=2&nbsp", {}),
        ("&sp;&notit;", "&sp;&notit;", {}),
        ("&#0;&#7;&#10;&#xD800;&#x110000;<U+0000><U+DC00><U+FFFFFFFF>", None, {}),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_escapes_are_resolved_and_come_back(
    escaped: str, text: str | None, escapes: dict[str, str], encoding: str
) -> None:
    data = (SIMPLIFIED + escaped).encode(encoding)
    found = resolved(data)
    assert found.text == SIMPLIFIED + (escaped if text is None else text)
    assert (found.escapes, found.exact) == (escapes, True)
    assert encode(found.text, encoding, found.bom, found.escapes) == data
    assert decode(data).text == SIMPLIFIED + escaped


@pytest.mark.parametrize("escaped", ["甲&nbsp;乙&#160;丙", "甲&nbsp;乙\u00a0丙"])
def test_two_forms_of_one_character_cannot_come_back(escaped: str) -> None:
    found = resolved(escaped.encode())
    assert (found.text, found.escapes, found.exact) == ("甲\u00a0乙\u00a0丙", {}, False)


def test_offsets_are_those_in_the_text_without_escapes() -> None:
    footer = "主办单位：溪原市水务局\n"
    found = resolved(f"&nbsp;{SIMPLIFIED}".encode() + b"&nbsp;\xff\n" + footer.encode("gbk") + SIMPLIFIED.encode())
    assert [found.text[start:end] for start, end in found.foreign] == [footer]
    assert [found.text[at] for at in found.replacements] == ["\ufffd"]


# --- any bytes -------------------------------------------------------------------------------------------------------


@given(st.binary(max_size=60), st.sampled_from([None, "gb2312", "big5", "utf-8", "utf-16le", "\0"]))
def test_every_byte_string_decodes_and_exact_means_exact(data: bytes, declared: str | None) -> None:
    found = resolved(data, declared=declared)
    assert [found.text[at] for at in found.replacements] == ["\ufffd"] * len(found.replacements)
    if found.exact:
        assert encode(found.text, found.encoding, found.bom, found.escapes) == data


ESCAPED = st.lists(
    st.sampled_from(
        ["&nbsp;", "&amp;nbsp;", "&", ";", "amp", "&amp;", "&lt;", "<", "<U+00A0>", "\u00a0", "&#38;", "nbsp;", "甲"]
    )
)


@given(ESCAPED.map("".join))
def test_any_escapes_come_back(text: str) -> None:
    found = resolved(text.encode())
    if found.exact:
        assert encode(found.text, found.encoding, found.bom, found.escapes) == text.encode()


@given(st.text(), st.sampled_from(MARKED[:3]))
def test_any_text_with_a_mark_comes_back(text: str, encoding: str) -> None:
    found = decode(("\ufeff" + text).encode(encoding))
    assert (found.text, found.exact) == (text, True)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [b"\x80", b"\xff", b"\0", b"\xe4\xb8", b"<", b"&", b"<U+", b"&amp;", b">\xd6", b"<meta ", bytes(range(256))],
    ids=repr,
)
def test_time_is_linear_in_length(unit: bytes) -> None:
    def seconds(size: int) -> float:
        data = unit * (size // len(unit))
        times = []
        for _ in range(3):
            start = time.process_time()
            decode(data)
            times.append(time.process_time() - start)
        return min(times)

    seconds(1000)  # what is loaded when first needed
    assert seconds(160_000) < 8 * 4 * max(seconds(20_000), 0.001)  # eight times as long; quadratic would be 64


def test_chardet_is_not_loaded_where_the_characters_decide() -> None:
    code = (
        "import sys; from govreport.sources.decode import decode; text = '全年主动公开政府信息情况' * 9; "
        "[decode(text.encode(name)) for name in ('utf-8', 'gb18030', 'utf-16-le', 'utf-16-be')]; "
        "print('chardet' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert run.stdout.strip() == "False", run.stderr


# --- usual characters ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", TEXTS)
def test_the_right_encoding_gives_usual_characters(text: str) -> None:
    assert usualness(text) > 0.6
    assert usualness(text.encode().decode("gb18030", "replace")) < -0.3
    assert usualness(text.encode("gb18030").decode("utf-16-le", "replace")) < -0.3
    assert usualness(text.encode("gb18030").decode("big5hkscs", "replace")) < -0.3


def test_ascii_says_nothing() -> None:
    assert usualness("Report\r\n\t2016") == usualness("") == 0
    assert usualness("\x01") == usualness("\ufffd") == -2


def test_escapes_are_listed_as_they_come() -> None:
    # So the same page gives the same JSON in every process, whatever the order of sets there.
    found = resolved("&mdash;甲&middot;乙&nbsp;丙&lsquo;丁&rsquo;&mdash;".encode())
    assert list(found.escapes) == ["—", "·", "\u00a0", "‘", "’"]
