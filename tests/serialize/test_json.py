"""Tree ↔ JSON, and the schema that describes it."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import govreport.tree.nodes
from govreport import (
    Addressee,
    Attachment,
    Back,
    Body,
    Breadcrumb,
    Cell,
    FooterField,
    Front,
    Furniture,
    Heading,
    InvalidReport,
    Issue,
    Link,
    Metadata,
    Node,
    Note,
    Origin,
    Paragraph,
    Report,
    Row,
    Section,
    Signature,
    SignedDate,
    Table,
    Title,
    from_dict,
    from_json,
    json_schema,
    to_dict,
    to_json,
    to_text,
)
from govreport.serialize.invalid import MAX_DEPTH

SCHEMA = json_schema()
IS_REPORT = Draft202012Validator(SCHEMA)
IS_NODE = Draft202012Validator({"$defs": SCHEMA["$defs"], "$ref": "#/$defs/node"})


# --- an example ------------------------------------------------------------------------------------------------------


def report() -> Report:
    return Report(
        Front([Title("某局2009年报告", trail="\n\n", start=0)]),
        Body(
            [
                Section(
                    [Paragraph("全年“62”条。", start=18)],
                    Heading("（一）", "公开渠道", "。", "", "　　", "", 12, 1, 2, 0.75),
                ),
                Table([Row([Cell("规章", trail="\t"), Cell("2")])]),
            ],
            start=10,
        ),
        Back([FooterField("icp", "备案号", "：", "京ICP备00000000号")], start=27),
        [Issue("orphan-level", "info", "a series does not begin with 1", 12, 15)],
    )


COMPACT = (
    '{"schema":"govreport/2","kind":"report",'
    '"front":{"kind":"front","children":[{"kind":"title","raw":"某局2009年报告","trail":"\\n\\n","start":0}]},'
    '"body":{"kind":"body","start":10,"children":['
    '{"kind":"section","heading":{"kind":"heading","marker":"（一）","title":"公开渠道","stop":"。","ordinal":1,'
    '"depth":2,"confidence":0.75,"lead":"　　","trail":"","start":12},'
    '"children":[{"kind":"paragraph","raw":"全年“62”条。","start":18}]},'
    '{"kind":"table","children":[{"kind":"row","children":['
    '{"kind":"cell","raw":"规章","trail":"\\t"},{"kind":"cell","raw":"2"}]}]}]},'
    '"back":{"kind":"back","start":27,"children":['
    '{"kind":"footer-field","key":"icp","label":"备案号","gap":"：","value":"京ICP备00000000号"}]},'
    '"issues":[{"code":"orphan-level","severity":"info","message":"a series does not begin with 1",'
    '"start":12,"end":15}]}'
)


ADDRESS = "http://www.example.cn/gk/t20220118_1.html"
ORIGIN = Origin("html", "gb18030", "\r\n", True, 3, False, {"\u00a0": "&nbsp;"}, {"PubDate": "2022-01-18"}, ADDRESS)


def test_origin_spans_and_places_go_through_json() -> None:
    title = Title("报告", start=0, source_span=(12, 20))
    cell = Cell("规章", rowspan=2, colspan=3, source_span=(30, 32))
    tree = Report(Front([title]), Body([Table([Row([cell])])]), origin=ORIGIN)
    data = to_dict(tree)
    IS_REPORT.validate(data)
    again = from_dict(data)
    assert (again, again.origin) == (tree, ORIGIN)
    assert to_dict(again) == data
    assert [leaf.source_span for leaf in again.walk() if isinstance(leaf, (Title, Cell))] == [(12, 20), (30, 32)]
    assert "origin" not in to_dict(report())


def test_links_go_through_json() -> None:
    leaf = Paragraph(
        "见统计表。", links=[Link("统计表", "../P1.xls", (1, 4), "file"), Link("章", "z.png", (5, 5), "image")]
    )
    data = to_dict(leaf)
    assert data == {
        "kind": "paragraph",
        "raw": "见统计表。",
        "links": [
            {"text": "统计表", "target": "../P1.xls", "where": [1, 4], "kind": "file"},
            {"text": "章", "target": "z.png", "where": [5, 5], "kind": "image"},
        ],
    }
    IS_NODE.validate(data)
    assert from_dict(data) == leaf
    assert from_dict({**data, "links": []}) != leaf


def test_the_json_of_the_first_version_is_read() -> None:
    stored = Path("tests/files/annual-page.govreport-1.json").read_text("utf-8")
    report = from_json(stored)
    assert report.title == "河阳市水务局2021年政府信息公开工作年度报告"
    assert to_json(report) == stored.replace("govreport/1", "govreport/2")


@pytest.mark.parametrize("side", ["rowspan", "colspan"])
@pytest.mark.parametrize("span", [10**8, 1001, 0, -1])
def test_cells_cover_no_more_than_a_table_has(side: str, span: int) -> None:
    with pytest.raises(InvalidReport, match=rf"\$\.children\[0\]\.{side}: expected 1 to 1000, got {span}"):
        from_json(f'{{"kind":"row","children":[{{"kind":"cell","raw":"甲","{side}":{span}}}]}}')
    cell = from_json(f'{{"kind":"cell","raw":"甲","{side}":1000}}')
    assert getattr(cell, side) == 1000


def test_report_as_json() -> None:
    assert to_json(report()) == COMPACT
    assert from_json(COMPACT) == report()
    assert from_json(COMPACT.encode()) == report()
    IS_REPORT.validate(to_dict(report()))


def test_report_as_dict() -> None:
    assert to_dict(report()) == json.loads(COMPACT)
    data = to_dict(report())
    assert from_dict(data) == report()
    assert data == to_dict(report())  # left as it was


def test_indented() -> None:
    assert to_json(Table([Row([Cell("规章")])]), indent=1) == (
        '{\n "kind": "table",\n "children": [\n  {\n   "kind": "row",\n   "children": [\n'
        '    {\n     "kind": "cell",\n     "raw": "规章"\n    }\n   ]\n  }\n ]\n}'
    )


def test_empty_report() -> None:
    assert to_dict(Report()) == {
        "schema": "govreport/2",
        "kind": "report",
        "front": {"kind": "front", "children": []},
        "body": {"kind": "body", "children": []},
        "back": {"kind": "back", "children": []},
        "issues": [],
    }


def test_a_node_by_itself() -> None:
    assert to_json(Paragraph("公开")) == '{"kind":"paragraph","raw":"公开"}'
    assert from_json('{"kind":"paragraph","raw":"公开"}') == Paragraph("公开")
    assert to_json(Heading()) == '{"kind":"heading","marker":"","title":""}'
    assert to_json(Metadata()) == '{"kind":"metadata","value":""}'
    assert from_json('{"kind":"metadata","key":null,"value":""}') == Metadata()


def test_title_is_kept_as_written() -> None:
    heading: Any = from_json(to_json(Heading("一、", "总　则")))
    assert heading.raw == "一、总　则"
    assert heading.title == "总则"


# --- every tree ------------------------------------------------------------------------------------------------------

PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")  # JSON reads such a pair as one character

awkward = st.sampled_from(
    ["", "\n", "\r\n", "　　", "\0", "\x1f", "\u2028", "\ud800", "\udfff", '"', "\\", "/", "😀", "第一条"]
)
strings = (awkward | st.text(st.characters(), max_size=8)).filter(lambda text: not PAIR.search(text))
offsets = st.none() | st.integers(0, 10**12)
numbers = st.none() | st.integers()
spots = st.tuples(st.integers(0, 4), st.integers(0, 4)) | st.tuples(st.integers(), st.integers())
links = st.lists(st.builds(Link, strings, strings, spots, st.sampled_from(["link", "file", "image"])), max_size=2)
places = {"lead": strings, "trail": strings, "start": offsets, "links": links}
headings = st.builds(
    Heading,
    marker=strings,
    title=strings,
    stop=strings,
    gap=strings,
    ordinal=numbers,
    depth=st.integers(),
    confidence=st.floats(allow_nan=False, allow_infinity=False) | st.integers(0, 1),
    **places,
)
text_leaves = st.one_of(
    *(
        st.builds(leaf, raw=strings, **places)
        for leaf in (Furniture, Breadcrumb, Title, Addressee, Paragraph, Signature, SignedDate, Note, Cell)
    )
)
labelled = st.one_of(
    *(
        st.builds(leaf, key=st.none() | strings, label=strings, gap=strings, value=strings, **places)
        for leaf in (Metadata, FooterField)
    )
)


def branches(nodes: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    children = st.lists(nodes, max_size=4)
    return st.one_of(
        st.builds(Section, children, headings),
        *(st.builds(branch, children) for branch in (Attachment, Table, Row)),
        *(st.builds(zone, children, start=st.integers()) for zone in (Front, Body, Back)),
    )


nodes = st.recursive(text_leaves | labelled | headings, branches, max_leaves=12)
zone_children = st.lists(nodes, max_size=4)
reports = st.builds(
    Report,
    st.builds(Front, zone_children, start=st.integers(0)),
    st.builds(Body, zone_children, start=st.integers(0)),
    st.builds(Back, zone_children, start=st.integers(0)),
    st.lists(st.builds(Issue, strings, strings, strings, st.integers(), st.integers()), max_size=3),
)


@pytest.mark.slow
@given(reports)
def test_every_report_comes_back(tree: Report) -> None:
    text = to_json(tree)
    again = from_json(text)
    assert again == tree
    assert from_json(text.encode("utf-8")) == tree
    assert to_json(again) == text  # with the places, which == does not see
    assert to_text(again) == to_text(tree)
    assert to_text(again, clean=True) == to_text(tree, clean=True)


@pytest.mark.slow
@given(reports)
def test_every_report_is_valid(tree: Report) -> None:
    IS_REPORT.validate(json.loads(to_json(tree)))


@pytest.mark.slow
@given(nodes)
def test_every_node_comes_back_and_is_valid(tree: Node) -> None:
    assert from_json(to_json(tree)) == tree
    assert from_json(to_json(tree, indent=2)) == tree
    assert from_dict(to_dict(tree)) == tree
    assert json.loads(to_json(tree)) == to_dict(tree)
    IS_NODE.validate(to_dict(tree))


def test_surrogates_are_escaped_and_chinese_is_not() -> None:
    assert to_json(Paragraph("公\ud800开")) == '{"kind":"paragraph","raw":"公\\ud800开"}'
    assert to_json(Paragraph("公\ud800开"), indent=0) == '{\n"kind": "paragraph",\n"raw": "公\\ud800开"\n}'


def test_a_pair_of_surrogates_becomes_its_character() -> None:
    assert from_json(to_json(Paragraph("\ud83d\ude00"))) == Paragraph("😀")
    assert from_dict(to_dict(Paragraph("\ud83d\ude00"))) == Paragraph("\ud83d\ude00")


# --- depth -----------------------------------------------------------------------------------------------------------


def nested(levels: int) -> Node:
    node: Node = Paragraph("底")
    for _ in range(levels - 1):
        node = Section([node])
    return node


def test_deepest_tree() -> None:
    tree = nested(MAX_DEPTH)
    assert from_json(to_json(tree)) == tree
    assert from_dict(to_dict(tree)) == tree


def test_too_deep() -> None:
    message = re.escape("expected at most 100 levels of nodes, got more")
    loop = Section()
    loop.children.append(loop)
    for tree in (nested(MAX_DEPTH + 1), nested(5000), loop):
        with pytest.raises(InvalidReport, match=message):
            to_json(tree)
    text = '{"kind":"paragraph","raw":""}'
    for _ in range(MAX_DEPTH):
        text = f'{{"kind":"table","children":[{text}]}}'
    with pytest.raises(InvalidReport, match=message) as caught:
        from_json(text)
    assert caught.value.path == "$" + ".children[0]" * 99
    for text in ("[" * 100_000, '{"kind":"table","children":[' * 100_000):
        with pytest.raises(InvalidReport):
            from_json(text)


# --- what is wrong ---------------------------------------------------------------------------------------------------


def put(*path: str | int) -> Callable[[Any], Callable[[dict[str, Any]], None]]:
    """An edit of the example's dict: put a value at a path."""

    def with_value(value: Any) -> Callable[[dict[str, Any]], None]:
        def edit(data: Any) -> None:
            for step in path[:-1]:
                data = data[step]
            data[path[-1]] = value

        return edit

    return with_value


def drop(*path: str | int) -> Callable[[dict[str, Any]], None]:
    """An edit of the example's dict: delete what is at a path."""

    def edit(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        del data[path[-1]]

    return edit


SECTION = ("body", "children", 0)
KINDS = (
    "furniture, breadcrumb, title, addressee, paragraph, signature, date, note, cell, metadata, footer-field, "
    "heading, section, attachment, table, row, front, body, back"
)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (put("schema")("govreport/3"), '$.schema: expected "govreport/2" or "govreport/1", got "govreport/3"'),
        (drop("schema"), "$.schema: expected a string, got nothing"),
        (drop("issues"), "$.issues: expected an array, got nothing"),
        (
            put("extra")(1),
            "$: expected only the keys schema, kind, front, body, back, issues, confidence, origin, corrections,"
            ' got "extra"',
        ),
        (put("kind")("page"), f'$.kind: expected one of {KINDS}, got "page"'),
        (drop("kind"), f"$.kind: expected one of {KINDS}, got nothing"),
        (put("front", "kind")("back"), '$.front.kind: expected "front", got "back"'),
        (put("front")([]), "$.front: expected an object, got an array"),
        (put("body", "start")(None), "$.body.start: expected an integer, got null"),
        (put("issues", 0, "start")("x"), '$.issues[0].start: expected an integer, got "x"'),
        (put("issues", 0)("x"), '$.issues[0]: expected an object, got "x"'),
        (put("body", "children", 1)({"kind": "list"}), f'$.body.children[1].kind: expected one of {KINDS}, got "list"'),
        (
            put("body", "children", 1)({"kind": ["row"]}),
            f"$.body.children[1].kind: expected one of {KINDS}, got an array",
        ),
        (put("body", "children", 1)("text"), '$.body.children[1]: expected an object, got "text"'),
        (put("body", "children")({}), "$.body.children: expected an array, got an object"),
        (
            put("body", "children", 1)({"kind": "report"}),
            f'$.body.children[1].kind: expected one of {KINDS}, got "report"',
        ),
        (drop(*SECTION, "heading"), "$.body.children[0].heading: expected an object, got nothing"),
        (put(*SECTION, "heading", "kind")("note"), '$.body.children[0].heading.kind: expected "heading", got "note"'),
        (
            put(*SECTION, "heading", "ordinal")("x"),
            '$.body.children[0].heading.ordinal: expected an integer or null, got "x"',
        ),
        (
            put(*SECTION, "heading", "ordinal")(True),
            "$.body.children[0].heading.ordinal: expected an integer or null, got true",
        ),
        (put(*SECTION, "heading", "depth")(1.0), "$.body.children[0].heading.depth: expected an integer, got 1.0"),
        (
            put(*SECTION, "heading", "confidence")(False),
            "$.body.children[0].heading.confidence: expected a finite number, got false",
        ),
        (
            put(*SECTION, "heading", "confidence")(float("inf")),
            "$.body.children[0].heading.confidence: expected a finite number, got Infinity",
        ),
        (drop(*SECTION, "heading", "title"), "$.body.children[0].heading.title: expected a string, got nothing"),
        (drop(*SECTION, "children", 0, "raw"), "$.body.children[0].children[0].raw: expected a string, got nothing"),
        (
            put(*SECTION, "children", 0, "raw")(7),
            "$.body.children[0].children[0].raw: expected a string, got 7",
        ),
        (
            put(*SECTION, "children", 0, "text")("公开"),
            "$.body.children[0].children[0]: expected only the keys kind, raw, lead, trail, start, source_span, page,"
            ' links, marks, got "text"',
        ),
        (put("back", "children", 0, "key")(7), "$.back.children[0].key: expected a string or null, got 7"),
        (
            put("front", "children", 0, "source_span")([1]),
            "$.front.children[0].source_span: expected two integers, got an array",
        ),
        (put("origin")({}), "$.origin.kind: expected a string, got nothing"),
        (put("origin")({"kind": "html", "bom": 1}), "$.origin.bom: expected true or false, got 1"),
        (put("origin")({"kind": "html", "meta": {"a": 1}}), '$.origin.meta["a"]: expected a string, got 1'),
    ],
)
def test_what_is_wrong_is_named_with_its_place(edit: Callable[[dict[str, Any]], None], message: str) -> None:
    data = to_dict(report())
    edit(data)
    readers: list[Callable[[], Any]] = [lambda: from_dict(data), lambda: from_json(json.dumps(data))]
    for read in readers:
        with pytest.raises(InvalidReport) as caught:
            read()
        assert str(caught.value) == message
        assert message == f"{caught.value.path}: expected {caught.value.expected}, got {caught.value.got}"
    assert not IS_REPORT.is_valid(data) or message.endswith(("got 1.0", "got Infinity"))


def test_long_values_are_shown_in_part() -> None:
    with pytest.raises(InvalidReport) as caught:
        from_json(json.dumps({"kind": "cell", "raw": "", "start": "长" * 1000 + "\ud800"}))
    assert caught.value.got == '"' + "长" * 40 + '"'


def test_values_that_no_json_holds() -> None:
    with pytest.raises(InvalidReport, match=re.escape("$.raw: expected a string, got a Python bytes")):
        from_dict({"kind": "cell", "raw": b"7"})


@pytest.mark.parametrize(
    "text",
    ["", "{", "nul", b"\xff\xfe\xff", '{"kind":"cell","raw":"a', '{"kind":"cell","raw":"","start":' + "9" * 5000 + "}"],
)
def test_what_is_not_json(text: str | bytes) -> None:
    with pytest.raises(InvalidReport, match=r"^\$: expected JSON, got text that is not JSON \("):
        from_json(text)


@pytest.mark.parametrize(("text", "got"), [("[]", "an array"), ("7", "7"), ("null", "null"), ('"x"', '"x"')])
def test_json_of_something_else(text: str, got: str) -> None:
    with pytest.raises(InvalidReport, match=re.escape(f"$: expected an object, got {got}")):
        from_json(text)


def test_invalid_report_crosses_processes() -> None:
    fault = InvalidReport("$.body", "an object", "an array")
    again = pickle.loads(pickle.dumps(fault))
    assert (str(again), again.path, again.expected, again.got) == (str(fault), "$.body", "an object", "an array")
    assert isinstance(fault, ValueError)


@pytest.mark.slow
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | strings,
        lambda one: (
            st.lists(one) | st.dictionaries(st.sampled_from(["kind", "raw", "children", "heading", "start", "x"]), one)
        ),
    )
)
def test_any_other_json_is_invalid(data: Any) -> None:
    with pytest.raises(InvalidReport):
        from_json(json.dumps(data))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: to_json("公开"),  # type: ignore[arg-type]
            r"to_json() takes a report or a node, not str; make a report with parse()",
        ),
        (
            lambda: to_dict(None),  # type: ignore[arg-type]
            r"to_dict() takes a report or a node, not NoneType; make a report with parse()",
        ),
        (
            lambda: to_json(Report(), indent="  "),  # type: ignore[arg-type]
            r"indent is a number of spaces or None, not '  '",
        ),
        (
            lambda: from_json({"kind": "cell"}),  # type: ignore[arg-type]
            "from_json() takes str or bytes, not dict; for a dict use from_dict()",
        ),
        (
            lambda: from_dict("{}"),  # type: ignore[arg-type]
            "from_dict() takes a dict, not str; for JSON text use from_json()",
        ),
    ],
)
def test_wrong_arguments(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(TypeError, match=re.escape(message)):
        call()


def report_without_body() -> Report:
    report = Report()
    report.body = None  # type: ignore[assignment]
    return report


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Body([Paragraph(7)]), "$.children[0].raw: expected a string, got 7"),  # type: ignore[arg-type]
        (lambda: Body(["公开"]), '$.children[0]: expected an object, got "公开"'),  # type: ignore[list-item]
        (
            lambda: Body([Paragraph("公开", start="3")]),  # type: ignore[arg-type]
            '$.children[0].start: expected an integer or null, got "3"',
        ),
        (
            lambda: Section([], Paragraph()),  # type: ignore[arg-type]
            '$.heading.kind: expected "heading", got "paragraph"',
        ),
        (lambda: Heading("一、", "总则", depth=1.5), "$.depth: expected an integer, got 1.5"),  # type: ignore[arg-type]
        (
            lambda: Heading("一、", "总则", confidence=float("nan")),
            "$.confidence: expected a finite number, got NaN",
        ),
        (
            lambda: Heading("一、", "总则", confidence="1"),  # type: ignore[arg-type]
            '$.confidence: expected a finite number, got "1"',
        ),
        (report_without_body, "$.body: expected an object, got null"),
        (lambda: Report(issues=["odd"]), '$.issues[0]: expected an object, got "odd"'),  # type: ignore[list-item]
    ],
)
def test_trees_that_cannot_be_written(make: Callable[[], Node], message: str) -> None:
    try:
        node = make()
    except TypeError:
        assert not govreport.tree.leaf.__file__.endswith(".py")  # a compiled leaf does not even take such a value
        return
    for write in (to_json, to_dict):
        with pytest.raises(InvalidReport) as caught:
            write(node)
        assert str(caught.value) == message


# --- the schema ------------------------------------------------------------------------------------------------------

CLASSES = [
    one
    for one in vars(govreport.tree.nodes).values()
    if isinstance(one, type) and attrs.has(one) and isinstance(vars(one).get("kind"), str)
]


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "urn:govreport:schema:2"
    json_schema().clear()
    assert json_schema() == SCHEMA


def test_every_kind_is_known() -> None:
    kinds = {vars(one)["kind"] for one in CLASSES}
    assert len(CLASSES) == len(kinds) == 19
    node = SCHEMA["$defs"]["node"]
    assert set(node["properties"]["kind"]["enum"]) == kinds
    assert [case["then"]["$ref"] for case in node["allOf"]] == [
        f"#/$defs/{kind}" for kind in node["properties"]["kind"]["enum"]
    ]


@pytest.mark.parametrize("one", [*CLASSES, Report, Issue], ids=lambda one: one.__name__)
def test_schema_has_exactly_the_fields(one: type[attrs.AttrsInstance]) -> None:
    kind = getattr(one, "kind", "issue")
    definition = SCHEMA["$defs"][kind]
    fields = {field.alias for field in attrs.fields(one)}
    extra = {"issue": set(), "report": {"kind", "schema"}}.get(kind, {"kind"})
    assert set(definition["properties"]) == fields | extra
    assert definition["additionalProperties"] is False
    assert definition["properties"].get("kind", {"const": "issue"}) == {"const": kind}


@pytest.mark.parametrize("one", CLASSES, ids=lambda one: one.__name__)
def test_schema_has_the_defaults(one: type[Any]) -> None:
    properties = SCHEMA["$defs"][one.kind]["properties"]
    for field in attrs.fields(one):
        schema = properties[field.alias]
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
        if field.alias in SCHEMA["$defs"][one.kind]["required"]:
            assert field.alias in to_dict(one())
        else:
            assert schema["default"] == ([] if field.default == () else field.default)
            assert field.alias not in to_dict(one())


def test_a_record_of_the_command_has_the_report_in_it() -> None:
    report = govreport.parse("一、甲\n无。\n")
    record = '{"path": "a.txt", "kind": "text", "report": %s}'
    assert govreport.from_json(record % govreport.to_json(report)) == report
    with pytest.raises(govreport.InvalidReport, match=r"^\$\.report: expected "):
        govreport.from_json(record % "null")
    with pytest.raises(govreport.InvalidReport, match=r"^\$\.report\.body"):
        govreport.from_json(record % '{"schema":"govreport/2","kind":"report","body":1}')
