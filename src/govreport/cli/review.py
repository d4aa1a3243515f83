"""``govreport review``: the pages most in doubt, one after the other, and what a reader sets right in them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import click

from govreport.cli.files import ENCODING, FILES_IF_ANY, SOURCES, File, complain, read_content
from govreport.cli.language import spoken
from govreport.cli.review_choice import Candidate, Wanted, chosen, chosen_from
from govreport.cli.review_page import PageReview, Unclear
from govreport.cli.tree import showable
from govreport.corrections.files import begun, write_fix
from govreport.tree.corrections import FIELD_TYPES

LEAST_SURE: Final = "?sort=confidence"
"""What the address of a list says that shows the least sure pages first."""
MOST: Final = 20
"""Pages that are shown unless told."""

HELP: Final = {
    "en": """\
  title=WORDS       set a field right; nothing behind = says that the page does not say it
  drop 3            heading 3 is none
  level 3 2         heading 3 stands at level 2
  end 3 WORDS       heading 3 ends with these words
  add 12 2 WORDS    line 12 begins with a heading, at level 2, which ends with WORDS; both may be left out
  begin 7           the document begins with line 7;   finish 40: it ends with line 40
  text 12           show the text around line 12
  undo              take back what was said last
  ok                all is right now: write it down, and go on
  save              write down what was said, without having looked at all, and go on
  skip, quit        go on, or stop; what was said of this page is not written""",
    "zh": """\
  title=文字        改正一个字段；等号后面为空，表示页面没有写
  drop 3            第3个不是小标题
  level 3 2         第3个小标题在第2层
  end 3 文字        第3个小标题到这几个字为止
  add 12 2 文字     第12行以小标题开头，在第2层，到这几个字为止；后两项可以不写
  begin 7           正文从第7行开始；finish 40：正文到第40行为止
  text 12           显示第12行前后的文字
  undo              取消上一步
  ok                现在都对：保存，看下一页
  save              保存已说的，不表示全页都看过，看下一页
  skip, quit        下一页，或停止；本页不保存""",
}
"""What can be typed at the prompt."""


def _said(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> list[tuple[str, str]]:
    """What ``--set`` says: fields with their values."""
    said = []
    for value in values:
        name, sign, words = value.partition("=")
        if not sign or name not in FIELD_TYPES:
            raise click.BadParameter(f"{value}: give NAME=VALUE; names are {', '.join(FIELD_TYPES)}.")
        said.append((name, words))
    return said


@click.command()
@FILES_IF_ANY
@click.option(
    "--from",
    "outputs",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="OUT",
    help="Choose among the pages of an output of `govreport convert`, by what it says of them.",
)
@click.option("-n", "most", type=click.IntRange(min=1), default=MOST, show_default=True, help="Pages at most.")
@click.option("--below", type=click.FloatRange(0, 1), metavar="P", help="Only pages with a confidence below P.")
@click.option("--code", "codes", multiple=True, metavar="CODE", help="Only pages with such a doubt; may be repeated.")
@click.option("--again", is_flag=True, help="Show the pages too that were looked at before.")
@click.option("--json", "as_json", is_flag=True, help="Print what would be shown, as JSON, and ask nothing.")
@click.option("--set", "said", multiple=True, callback=_said, metavar="NAME=VALUE", help="Set a field of one FILE.")
@click.option("--reviewed", is_flag=True, help="Say that all of one FILE was looked at.")
@click.option("--by", metavar="NAME", help="Who sets right, to be kept with it.")
@click.option("--serve", "serves", is_flag=True, help="Set right by clicking, in a browser; FILE is a folder.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for any that is free.")
@ENCODING
def review(
    files: tuple[File, ...],
    outputs: tuple[Path, ...],
    most: int,
    below: float | None,
    codes: tuple[str, ...],
    again: bool,
    as_json: bool,
    said: list[tuple[str, str]],
    reviewed: bool,
    by: str | None,
    serves: bool,
    port: int,
    encoding: str | None,
) -> None:
    """Look at the pages most in doubt, the least sure first, and set them right.

    FILE may be a folder or a pattern in quotes.  Of each page the doubts are shown with their places, the fields and
    the headings; what is typed at the prompt (? lists it) sets them right.  It is written beside the page, to
    page.fix.json, which every command and govreport.read take from then on.  Pages are never changed.

    \b
    Examples:
      govreport review pages/
      govreport review pages/ -n 200 --below 0.5 --code uncertain-title
      govreport review --from reports.jsonl -n 200    without reading all pages again
      govreport review pages/ --json
      govreport review pages/2024.txt --set title=停水公告 --set date=2024-03-01
      govreport review pages/ --serve

    Exit status: 0; 1 where a file could not be read or written (the others are shown all the same); 2 for a usage
    error.
    """
    if bool(files) == bool(outputs):
        raise click.UsageError("give FILEs, or an output with --from.")
    if any(file.standard_input for file in files):
        raise click.UsageError("corrections stand beside a file: standard input has no place.")
    if serves:
        from govreport.cli.serve import serve_folder

        serve_folder(_folder(), port, edits=True, shows=LEAST_SURE)
        return
    if said or reviewed:
        if len(files) != 1:
            raise click.UsageError("--set and --reviewed take one FILE.")
        _set(files[0], said, reviewed, by, encoding)
        return
    wanted = Wanted(below, codes, again)
    found, failed = chosen_from(outputs, wanted) if outputs else chosen(files, wanted, encoding)
    failed_too = _print_json(found[:most], encoding) if as_json else _walk(found, most, by, encoding)
    if failed or failed_too:
        raise SystemExit(1)


def _folder() -> Path:
    """The one folder that the command line names."""
    sources = click.get_current_context().meta[SOURCES]
    if len(sources) != 1 or not Path(sources[0]).is_dir():
        raise click.UsageError("--serve takes one folder.")
    return Path(sources[0])


def _opened(file: File, encoding: str | None) -> PageReview | None:
    """A page to be looked at; None, with a message, where it or its corrections cannot be read."""
    read = read_content(file, encoding, "confident", corrections=False)
    if read is None:
        return None
    try:
        return PageReview(read[1], begun(read[1], file.path))
    except (OSError, ValueError) as error:
        complain(file, error)
        return None


def _written(page: PageReview, file: File, by: str | None) -> bool:
    """Write down what was said of a page; False, with a message, where it cannot be written."""
    page.fix.by = by or page.fix.by
    page.fix.when = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
    try:
        target = write_fix(page.fix, file.path)
    except OSError as error:
        complain(file, error)
        return False
    click.echo(f"  {click.format_filename(target)}")
    return True


def _set(file: File, said: list[tuple[str, str]], reviewed: bool, by: str | None, encoding: str | None) -> None:
    page = _opened(file, encoding)
    if page is None:
        raise SystemExit(1)
    try:
        for name, words in said:
            page.set_field(name, words)
    except Unclear as error:
        raise click.UsageError(f"{error}.") from None
    page.fix.reviewed = page.fix.reviewed or reviewed
    if not _written(page, file, by):
        raise SystemExit(1)


def _print_json(candidates: list[Candidate], encoding: str | None) -> bool:
    """Print what would be shown of each page; True where one cannot be read."""
    pages: list[dict[str, Any]] = []
    opened = [(one.file, _opened(one.file, encoding)) for one in candidates]
    for file, page in opened:
        if page is not None:
            pages.append({"file": click.format_filename(file), **page.data()})
    click.echo(json.dumps(pages, ensure_ascii=False, indent=1))
    return len(pages) < len(opened)


def _walk(candidates: list[Candidate], most: int, by: str | None, encoding: str | None) -> bool:
    """Show page after page and take what is said of each; True where one cannot be read or written."""
    failed = False
    shown = min(most, len(candidates))
    for number, one in enumerate(candidates[:most], 1):
        page = _opened(one.file, encoding)
        if page is None:
            failed = True
            continue
        click.echo(f"[{number}/{shown}] {click.format_filename(one.file)}  {one.confidence:.2f}")
        word = _talk(page)
        if word in ("ok", "save"):
            page.fix.reviewed = page.fix.reviewed or word == "ok"
            failed = not _written(page, one.file, by) or failed
        if word == "quit":
            break
    click.echo(f"{shown} of {len(candidates)} pages to look at", err=True)
    return failed


def _talk(page: PageReview) -> str:
    """Take what is typed of a page until it is left; the word that leaves it."""
    _show(page.shown())
    while True:
        try:
            typed = click.prompt("", prompt_suffix="> ", default="", show_default=False).strip()
        except click.Abort:  # Ctrl-C, or the end of a pipe
            click.echo()
            return "quit"
        if typed in ("ok", "save", "skip", "quit"):
            return str(typed)
        try:
            _do(page, typed)
        except Unclear as error:
            click.echo(f"  {showable(str(error))}")


def _do(page: PageReview, typed: str) -> None:
    """Do what is typed.

    Raises:
        Unclear: it has no meaning.
    """
    name, sign, words = typed.partition("=")
    if sign and name.strip() in FIELD_TYPES:
        page.set_field(name.strip(), words)
    else:
        word, _, rest = typed.partition(" ")
        if word == "text":
            _show(page.lines_around(_numbers(rest, 1)[0]))
            return
        if word not in _WORDS:
            click.echo(HELP[spoken()])
            return
        _WORDS[word](page, rest)
    _show(page.shown())


def _numbers(rest: str, count: int) -> list[int]:
    """The numbers that stand behind a word."""
    words = rest.split(maxsplit=count)[:count]
    if len(words) < count or not all(word.isdecimal() for word in words):
        raise Unclear(f"it takes {count} numbers" if count > 1 else "it takes a number")
    return [int(word) for word in words]


def _level(page: PageReview, rest: str) -> None:
    number, level = _numbers(rest, 2)
    page.put_at_level(number, level)


def _end(page: PageReview, rest: str) -> None:
    (number,) = _numbers(rest, 1)
    words = rest.split(maxsplit=1)[1:]
    if not words:
        raise Unclear("it takes a number and words")
    page.end_with(number, words[0].strip())


def _add(page: PageReview, rest: str) -> None:
    (line,) = _numbers(rest, 1)
    words = "".join(rest.split(maxsplit=1)[1:])
    first, _, more = words.partition(" ")
    level = int(first) if first.isdecimal() else None
    page.add(line, level, (words if level is None else more).strip())


_WORDS: Final[dict[str, Callable[[PageReview, str], None]]] = {
    "drop": lambda page, rest: page.drop(_numbers(rest, 1)[0]),
    "level": _level,
    "end": _end,
    "add": _add,
    "begin": lambda page, rest: page.begin(_numbers(rest, 1)[0]),
    "finish": lambda page, rest: page.finish(_numbers(rest, 1)[0]),
    "undo": lambda page, _: page.undo(),
}


def _show(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(showable(line))
