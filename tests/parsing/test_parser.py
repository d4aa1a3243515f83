"""The promises of `docs/design.md`, over text that looks like pages and over any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import Heading, Paragraph, Report, Section, from_json, parse, parse_bytes, to_json, to_text
from govreport.tree.nodes import Leaf, leaves
from tests.strategies import pages, sentences


def every_leaf(report: Report) -> list[Leaf]:
    return [leaf for zone in (report.front, report.body, report.back) for leaf in leaves(zone)]


@pytest.mark.slow
@given(st.one_of(pages, st.text()))
@settings(max_examples=400)
def test_the_leaves_tile_the_source(text: str) -> None:
    report = parse(text)
    assert to_text(report) == text
    at = 0
    for leaf in every_leaf(report):
        assert leaf.start == at + len(leaf.lead)
        at = leaf.start + len(leaf.raw) + len(leaf.trail)
    assert at == len(text)
    assert report.front.span[0] == 0
    assert report.front.span[1] == report.body.span[0]
    assert report.body.span[1] == report.back.span[0]
    assert report.back.span[1] == len(text)


@given(st.one_of(pages, st.text()))
@settings(max_examples=200)
def test_json_gives_the_tree_and_its_text_back(text: str) -> None:
    report = parse(text)
    again = from_json(to_json(report))
    assert again == report
    assert to_text(again) == text
    assert [leaf.start for leaf in every_leaf(again)] == [leaf.start for leaf in every_leaf(report)]


@given(pages)
@settings(max_examples=200)
def test_the_shortcuts_never_fail(text: str) -> None:
    report = parse(text)
    for name in ("title", "issuer", "year", "published", "source", "doc_number", "addressee", "signature", "date"):
        getattr(report, name)
    assert report.footer is None or any(
        getattr(report.footer, name) for name in ("organizer", "contractor", "icp", "police", "site_id", "address",
                                                  "phone", "postcode", "email", "support", "copyright", "fax")
    )  # fmt: skip
    assert all(0 <= issue.start <= issue.end <= len(text) for issue in report.issues)


@given(st.binary(max_size=400))
@settings(max_examples=100)
def test_every_byte_string_parses(data: bytes) -> None:
    parse_bytes(data)


@given(pages, sentences, st.data())
@settings(max_examples=200)
def test_edits_show(text: str, sentence: str, data: st.DataObject) -> None:
    report = parse(text)
    headings = [node for node in report.walk() if isinstance(node, Heading)]
    if headings:
        heading = data.draw(st.sampled_from(headings))
        heading.title = sentence
        assert heading.marker + heading.gap + sentence in to_text(report)
    report.body.children.append(Paragraph(sentence))
    assert sentence in to_text(report).splitlines()
    if report.sections:
        before = len(list(report.walk()))
        report.body.children.remove(report.sections[0])
        assert len(list(report.walk())) < before
    again = from_json(to_json(report))
    assert to_text(again) == to_text(report)


def test_arguments_of_the_wrong_type_name_the_remedy() -> None:
    with pytest.raises(TypeError, match="parse_bytes"):
        parse(b"")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"parse\(\)"):
        parse_bytes("")  # type: ignore[arg-type]


def test_depth_counts_the_sections_around_a_heading() -> None:
    report = parse("一、甲\n（一）乙\n1.丙\n正文一句。\n2.丁\n正文一句。\n（二）戊\n正文一句。\n二、己\n正文一句。")

    def check(sections: list[Section], depth: int) -> None:
        for section in sections:
            assert section.heading.depth == depth
            check(section.sections, depth + 1)

    check(report.sections, 1)
