"""TOML documents in every layout a person may choose, with the place of everything known from the writing."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

KeyPath = tuple[str | int, ...]
Value = Any  # a spelling with its meaning, a list or a table of values

BARE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
keys = st.sampled_from(["a", "b-1", "hold", "3"]) | st.sampled_from(
    ["", "ä ö", "a.b", 'q"uo', "back\\", "#", "]", "it's"]
)
scalars = st.sampled_from(
    [
        ("1", 1),
        ("-0.5", -0.5),
        ("1_000.5e+3", 1000.5e3),
        ("0xFF", 255),
        ("true", True),
        ("+inf", float("inf")),
        ('"it\'s # [no] {comment} = 1, \\" \\\\"', "it's # [no] {comment} = 1, \" \\"),
        ("'C:\\'", "C:\\"),
        ('""', ""),
        ('"""\n[a]\n\\""" \\\n  x"""', '[a]\n""" x'),
        ('""""q""""', '"q"'),
        ("'''\nit's\n# ''\n'''''", "it's\n# ''\n''"),
        ('"ü𝄞"', "ü𝄞"),
    ]
)


def tables(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(keys, inner, max_size=3)


values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | tables(inner), max_leaves=8)


@dataclass
class Written:
    """A document as it grows, the offset of every key and value, and what it says."""

    draw: st.DrawFn
    text: str = ""
    key_at: dict[KeyPath, int] = field(default_factory=dict)
    value_at: dict[KeyPath, int] = field(default_factory=dict)

    def blank(self) -> None:
        self.text += self.draw(st.sampled_from(["", "", " ", "\t", "   "]))

    def break_line(self) -> None:
        self.text += self.draw(st.sampled_from(["\n", "\r\n", " \n\n", " # [c] = 'x\n", '#"\r\n\t', "\n# ä𝄞\n"]))

    def key(self, name: str) -> None:
        quoted = [json.dumps(name, ensure_ascii=True)] + (["'" + name + "'"] if "'" not in name else [])
        self.text += self.draw(st.sampled_from(quoted + ([name] * 3 if name and set(name) <= set(BARE) else [])))

    def pair(self, path: KeyPath, value: Value) -> None:
        """`key = value`; a table of one key perhaps as a dotted key."""
        self.key_at[path] = len(self.text)
        self.key(str(path[-1]))
        self.blank()
        if isinstance(value, dict) and len(value) == 1 and self.draw(st.booleans()):
            self.value_at[path] = self.key_at[path]
            self.text += "."
            self.blank()
            [(name, below)] = value.items()
            self.pair((*path, name), below)
            return
        self.text += "="
        self.blank()
        self.value(path, value)

    def value(self, path: KeyPath, value: Value) -> None:
        self.value_at[path] = len(self.text)
        if isinstance(value, tuple):
            self.text += value[0].replace("\n", self.draw(st.sampled_from(["\n", "\r\n"])))
        elif isinstance(value, list):
            self.list_(path, value)
        else:
            self.text += "{"
            for number, (name, below) in enumerate(value.items()):
                self.text += "," if number else ""
                self.blank()
                self.pair((*path, name), below)
                self.blank()
            self.text += "}"

    def list_(self, path: KeyPath, elements: list[Any]) -> None:
        def gap() -> None:
            self.blank()
            if self.draw(st.booleans()):
                self.break_line()

        self.text += "["
        for number, element in enumerate(elements):
            gap()
            self.key_at[*path, number] = len(self.text)
            self.value((*path, number), element)
            gap()
            if number + 1 < len(elements) or self.draw(st.booleans()):
                self.text += ","
        gap()
        self.text += "]"

    def header(self, path: KeyPath, brackets: int) -> None:
        self.blank()
        place = len(self.text)
        self.text += "[" * brackets
        for number, name in enumerate(name for name in path if isinstance(name, str)):
            self.text += "." if number else ""
            self.blank()
            self.key(name)
            self.blank()
        self.text += "]" * brackets
        self.break_line()
        for length in range(1, len(path) + 1):  # parents without a header of their own stand here too
            self.key_at.setdefault(path[:length], place)
            self.value_at.setdefault(path[:length], place)

    def table(self, path: KeyPath, table: dict[str, Any]) -> None:
        """What stands under a header, then the tables below it, under headers of their own."""
        later: list[tuple[str, Any]] = []
        for name, value in table.items():
            of_tables = isinstance(value, list) and value and all(isinstance(element, dict) for element in value)
            if (of_tables or isinstance(value, dict)) and self.draw(st.booleans()):
                later.append((name, value))
                continue
            self.blank()
            self.pair((*path, name), value)
            self.break_line()
        for name, value in later:
            if isinstance(value, dict):
                if (
                    not value
                    or not all(isinstance(below, dict) for below in value.values())
                    or self.draw(st.booleans())
                ):
                    self.header((*path, name), 1)
                    self.table((*path, name), value)
                else:
                    for below_name, below in value.items():
                        self.header((*path, name, below_name), 1)
                        self.table((*path, name, below_name), below)
                continue
            for number, element in enumerate(value):
                self.header((*path, name, number), 2)
                self.table((*path, name, number), element)


def meaning(value: Value) -> Any:  # noqa: ANN401 - as the parser's own result
    """What the parser makes of a value that is written with its spelling."""
    if isinstance(value, tuple):
        return value[1]
    if isinstance(value, list):
        return [meaning(element) for element in value]
    return {name: meaning(below) for name, below in value.items()}


@st.composite
def documents(draw: st.DrawFn) -> tuple[Written, dict[str, Any]]:
    """A document and its table."""
    table = draw(tables(values | st.lists(tables(values), min_size=1, max_size=2)))
    written = Written(draw)
    written.table((), table)
    return written, meaning(table)
