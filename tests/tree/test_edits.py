"""Any row of edits leaves a tree that keeps the promises."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from jsonschema import Draft202012Validator

from govreport import (
    Attachment,
    Body,
    Cell,
    Heading,
    Link,
    Node,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
    Title,
    from_json,
    json_schema,
    parse,
    to_dict,
    to_html,
    to_json,
    to_markdown,
    to_text,
)
from govreport.tree.nodes import Branch, TextLeaf
from tests.strategies import pages, sentences

VALID = Draft202012Validator(json_schema())
DEEPEST = 12  # levels that sections are put into one another
FEW = 20  # sections whose paths are followed, which looks through the tree for each


class Editing(RuleBasedStateMachine):
    """A report that is edited at random."""

    @initialize(page=pages)
    def parse_page(self, page: str) -> None:
        self.report = parse(page)
        self.put_in: list[str] = []  # texts that the tree has to print

    def branches(self) -> list[Branch]:
        """What can hold a paragraph."""
        return [node for node in self.report.walk() if isinstance(node, (Body, Section, Attachment))]

    @rule(text=sentences, choice=st.integers(0))
    def append_a_paragraph(self, text: str, choice: int) -> None:
        branches = self.branches()
        branches[choice % len(branches)].children.append(Paragraph(text))
        self.put_in.append(text)

    @rule(title=sentences, choice=st.integers(0))
    def put_in_a_section(self, title: str, choice: int) -> None:
        branches = [branch for branch in self.branches() if not isinstance(branch, Section)]
        branch: Branch = branches[choice % len(branches)]
        for _ in range(choice % DEEPEST):
            deeper = next((child for child in branch.children if isinstance(child, Section)), None)
            if deeper is None:
                break
            branch = deeper
        branch.children.insert(choice % (len(branch.children) + 1), Section([], Heading("一、", title, ordinal=1)))
        self.put_in.append(title)

    @rule(text=sentences, choice=st.integers(0))
    def put_in_a_table(self, text: str, choice: int) -> None:
        branches = self.branches()
        branches[choice % len(branches)].children.append(Table([Row([Cell("甲", trail="\t"), Cell(text)])]))
        self.put_in.append(text)

    @precondition(lambda self: any(isinstance(node, Heading) for node in self.report.walk()))
    @rule(title=sentences, choice=st.integers(0))
    def change_a_heading(self, title: str, choice: int) -> None:
        headings = [node for node in self.report.walk() if isinstance(node, Heading)]
        heading = headings[choice % len(headings)]
        if heading.title in self.put_in:
            self.put_in.remove(heading.title)
        heading.title = title
        self.put_in.append(title)

    @rule(text=sentences)
    def enclose_a_document(self, text: str) -> None:
        self.report.body.children.append(Attachment([Title("溪原市公园管理办法"), Paragraph(text)]))
        self.put_in.append(text)

    @rule(words=sentences, choice=st.integers(0))
    def put_in_a_link(self, words: str, choice: int) -> None:
        branches = self.branches()
        link = Link(words, "../zn/P1.pdf", (1, 1 + len(words)), "file")
        branches[choice % len(branches)].children.append(Paragraph(f"见{words}", links=[link]))
        self.put_in.append(f"见{words}")

    @precondition(lambda self: any(isinstance(node, Paragraph) for node in self.report.walk()))
    @rule(text=sentences, choice=st.integers(0))
    def change_a_paragraph(self, text: str, choice: int) -> None:
        paragraphs = self.report.find(Paragraph, within="body")
        paragraph = paragraphs[choice % len(paragraphs)] if paragraphs else Paragraph()
        if paragraphs and paragraph.raw not in self.put_in:
            paragraph.raw = text
            assert all(link.stands_in(text) for link in paragraph.links)
            self.put_in.append(text)

    @rule(office=st.sampled_from(["市长　", "主任："]), name=st.sampled_from(["李某某", "王 某"]))
    def let_somebody_sign(self, office: str, name: str) -> None:
        signature = Signature(office + name)
        self.report.body.children.append(signature)
        assert (signature.office, signature.name) == (office[:2], "".join(name.split()))
        self.put_in.append(office + name)

    @rule(choice=st.integers(0))
    def move_something(self, choice: int) -> None:
        branches = self.branches()
        source, target = branches[choice % len(branches)], self.report.body
        if source.children and source is not target:
            target.children.append(source.children.pop())

    @precondition(lambda self: any(branch.children for branch in self.branches()))
    @rule(choice=st.integers(0))
    def remove_something(self, choice: int) -> None:
        branches = [branch for branch in self.branches() if branch.children]
        children = branches[choice % len(branches)].children
        gone: Node = children.pop(choice % len(children))
        for node in gone.walk():
            text = node.title if isinstance(node, Heading) else node.raw if isinstance(node, TextLeaf) else None
            if text in self.put_in:
                self.put_in.remove(text)

    @invariant()
    def it_keeps_its_promises(self) -> None:
        text, document = to_text(self.report), to_json(self.report)
        again = from_json(document)
        assert again == self.report
        assert to_text(again) == text
        VALID.validate(to_dict(self.report))
        for piece in self.put_in:
            assert piece in text
        to_text(self.report, clean=True)
        to_markdown(self.report)
        to_html(self.report, fragment=True)
        sections = self.report.find(Section, within="body")
        for node in self.report.walk():
            assert all(part.parent is node for part in node.parts())
        for section in sections[:FEW]:
            assert self.report.section(section.path) is section


Editing.TestCase.settings = settings(max_examples=40, stateful_step_count=12)
TestEditing = pytest.mark.slow(Editing.TestCase)
