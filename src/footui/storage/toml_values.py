"""Values of TOML as text: new ones as the shipped routines have them, changed texts in the quotes they stood in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any, Final, NamedTuple

from footui.storage.toml_edit import CannotEditError

LONGEST_LINE: Final = 120
"""Characters; a list or a text that would pass it is written over several lines."""

_FOLDED_AT: Final = 110
_STEP_IN: Final = "    "
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED: Final = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_TO_ESCAPE: Final = re.compile(r'[\\"\x00-\x1f\x7f]')
_NOT_LITERAL: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f']")
_UNIT: Final = re.compile(
    r"""(?P<fold>\\[ \t]*+\r?\n[ \t\r\n]*+) | \\u[0-9A-Fa-f]{4} | \\U[0-9A-Fa-f]{8} | \\. | \r\n | .""",
    re.VERBOSE | re.DOTALL,
)
_FOLD: Final = re.compile(r"(?<!\\)(?:\\\\)*+\\[ \t]*+\r?\n(?P<indent>[ \t]*+)")
_WORD: Final = re.compile(r"\S*\s*")


class Page(NamedTuple):
    """Where a value is to stand: its line end, the blanks its line begins with, and the column it begins at, from 0."""

    line_end: str = "\n"
    indent: str = ""
    column: int = 0


def key_text(key: str) -> str:
    """A key as it is written, bare where it can be."""
    return key if _BARE_KEY.fullmatch(key) else _quoted(key)


def value_text(value: object, page: Page | None = None) -> str:
    """Plain data as they are written; with a `page`, what is too long for a line is written over several.

    Raises `CannotEditError` for what a TOML file cannot hold.
    """
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            text = _quoted(value)
            is_long = page is not None and page.column + len(text) > LONGEST_LINE
            return _folded(value, page) if page and is_long and not value[0].isspace() else text
        case date() | time():
            return value.isoformat()
        case Mapping():
            pairs = ", ".join(f"{key_text(key)} = {value_text(below)}" for key, below in value.items())
            return f"{{ {pairs} }}" if pairs else "{}"
        case list() | tuple():
            return _list(value, page)
    raise CannotEditError("it holds what no TOML file can hold")


def _list(values: Iterable[Any], page: Page | None) -> str:
    elements = [value_text(value) for value in values]
    row = f"[{', '.join(elements)}]"
    if page is None or page.column + len(row) <= LONGEST_LINE:
        return row
    start = page.line_end + page.indent
    return f"[{''.join(f'{start}{_STEP_IN}{element},' for element in elements)}{start}]"


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    """`text` as it stands between double quotes."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise CannotEditError("it holds half a character, which no file can hold")
    return _TO_ESCAPE.sub(lambda found: _ESCAPED.get(found[0]) or f"\\u{ord(found[0]):04x}", text)


def _folded(text: str, page: Page, width: int = _FOLDED_AT) -> str:
    """A long text over several lines, each but the last ending in a backslash, so that it stays one paragraph."""
    lines = [""]
    for word in _WORD.findall(text):
        escaped = _escaped(word)
        # A blank at the beginning of a line would be lost.
        if lines[-1][-1:] == " " and len(page.indent) + len(lines[-1]) + len(escaped.rstrip()) >= width:
            lines.append("")
        lines[-1] += escaped
    return '"""' + "".join(f"\\{page.line_end}{page.indent}{line}" for line in lines) + '"""'


def changed_text(source: str, new: str, page: Page) -> str:
    """The text value `source` made to say `new`: in its quotes, and what is alike as it was."""
    quotes = _quotes(source)
    if "'" in quotes and _NOT_LITERAL.search(new.replace("\n", "") if len(quotes) == 3 else new):
        return value_text(new, page)
    changed = _spliced(source, quotes, new)
    if changed is None:
        return value_text(new, page)
    fold = _FOLD.search(source)
    if fold is not None:
        most = max(len(line) for line in source.splitlines())
        if max(len(line) for line in changed.splitlines()) > max(most, _FOLDED_AT) and not new[:1].isspace():
            return _folded(new, page._replace(indent=fold["indent"]), max(most, _FOLDED_AT // 2))
    return changed


def _quotes(source: str) -> str:
    return source[:3] if source[:3] in ('"""', "'''") else source[0]


def _spliced(source: str, quotes: str, new: str) -> str | None:
    """The source with only what differs replaced, or None where that would say something else."""
    units = _units(source, quotes)
    first, said = 0, 0
    while first < len(units) and new.startswith(units[first].text, said):
        said += len(units[first].text)
        first += 1
    last, rest = len(units), len(new)
    while last > first and rest - len(units[last - 1].text) >= said and new.endswith(units[last - 1].text, said, rest):
        rest -= len(units[last - 1].text)
        last -= 1
    # A line's backslash swallows the blanks that follow it, and one of two is enough.
    while first and units[first - 1].is_fold and new[said : said + 1].isspace():
        first -= 1
    while said == rest and first and units[first - 1].is_fold and last < len(units) and units[last].is_fold:
        last += 1
    start = units[first - 1].end if first else _body(source, quotes)[0]
    end = units[last].start if last < len(units) else _body(source, quotes)[1]
    middle = new[said:rest]
    if "'" not in quotes:
        middle = _escaped(middle)
        if len(quotes) == 3 and not _FOLD.search(source):
            middle = middle.replace("\\n", "\n")
    changed = source[:start] + middle + source[end:]
    return changed if says(changed) == new else None


class _Unit(NamedTuple):
    """A character or an escape: what it stands for, and where it begins and ends."""

    text: str
    start: int
    end: int
    is_fold: bool = False


def _body(source: str, quotes: str) -> tuple[int, int]:
    """Where the text between the quotes begins and ends."""
    start = len(quotes)
    if len(quotes) == 3:
        start += 2 if source.startswith("\r\n", start) else source.startswith("\n", start)
    return start, len(source) - len(quotes)


def _units(source: str, quotes: str) -> list[_Unit]:
    start, end = _body(source, quotes)
    if "'" in quotes:
        found = re.compile(r"(?s)\r\n|.").finditer(source, start, end)
        return [_Unit(each[0].replace("\r\n", "\n"), *each.span()) for each in found]
    units = []
    for unit in _UNIT.finditer(source, start, end):
        if unit["fold"]:
            text = ""
        elif unit[0][0] == "\\":
            text = str(says(f'"{unit[0]}"'))
        else:
            text = unit[0].replace("\r\n", "\n")
        units.append(_Unit(text, *unit.span(), is_fold=bool(unit["fold"])))
    return units


def says(source: str) -> object:
    """What a value means; None where it is no value."""
    import tomllib  # noqa: PLC0415 - as in toml_source

    try:
        return tomllib.loads(f"value = {source}\n")["value"]
    except tomllib.TOMLDecodeError:
        return None
