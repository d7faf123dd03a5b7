"""Edits done on the text of a TOML file: each the smallest change, with everything else as it was to the byte.

What belongs to a step, and what to nobody, is said in `toml_block_edit`; in a list in brackets, in `toml_list_edit`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from footui.storage.key_order import IN_BRACKETS, in_order
from footui.storage.toml_block_edit import TableList
from footui.storage.toml_edit import (
    CannotEditError,
    Edit,
    InsertTable,
    KeyPath,
    RemoveKey,
    RemoveTables,
    Reorder,
    SetKey,
    emptied_by,
    lies_in,
    plain,
    same_values,
    value_at,
)
from footui.storage.toml_key_edit import set_key
from footui.storage.toml_key_removal import remove_key
from footui.storage.toml_layout import Layout
from footui.storage.toml_lines import Splice, comments, spliced
from footui.storage.toml_list_edit import Change, ListText
from footui.storage.toml_values import Page, value_text


class Edited(NamedTuple):
    """A text after edits, and the data that it is meant to say: whether it does is still to be looked at."""

    text: str
    data: Mapping[str, Any]


def edited(text: str, data: Mapping[str, Any], edits: Sequence[Edit]) -> Edited:
    """The TOML `text`, which says `data`, with the edits done; its last line stays ended or not.

    Raises `NoSuchPlaceError` for an edit of what is not there, and `CannotEditError` where the text has no room for one
    or a comment would be lost that is not one of a removed table.
    """
    line_end = "\r\n" if "\r\n" in text else "\n"
    is_ended = not text or text.endswith("\n")
    work = _Work(text if is_ended else text + line_end, data)
    for edit in edits:
        work.do(edit)
    work.finish()
    if Counter(comments(text)) - work.lost != Counter(comments(work.text)):
        raise CannotEditError("a comment would be lost")
    changed = work.text if is_ended else work.text.removesuffix("\n").removesuffix("\r")
    return Edited(changed, work.data)


class _Work:
    """A text while edits are done on it, one after the other."""

    def __init__(self, text: str, data: Mapping[str, Any]) -> None:
        self.text = text
        self.data = data
        self.lost: Counter[str] = Counter()
        """The comments that went with removed tables."""
        self._layout: Layout | None = None
        self._waiting: list[Splice] = []
        self._touched: set[KeyPath] = set()

    def do(self, edit: Edit) -> None:
        """Do one edit."""
        data = edit.on_data(self.data)
        match edit:
            case SetKey(path, value):
                if not lies_in(self.data, path) or not same_values(value_at(self.data, path), value_at(data, path)):
                    self._set(path, plain(value))
            case RemoveKey(path):
                self._remove(emptied_by(self.data, path))
            case InsertTable(array, at, table):
                self._insert(array, at, plain(table))
            case RemoveTables(array, places):
                count = len(value_at(self.data, array))
                self._rearrange(array, [place for place in range(count) if place not in places])
            case Reorder(array, order):
                self._rearrange(array, order)
        self.data = data

    def finish(self) -> None:
        """Make the text of what was done in tables that have nothing to do with each other."""
        if self._waiting:
            self._replace(spliced(self.text, self._waiting))
            self._waiting = []
            self._touched = set()

    def _replace(self, text: str) -> None:
        self.text = text
        self._layout = None

    def _laid_out(self, table: KeyPath = ()) -> Layout:
        """How the text is laid out, as far as this table sees it: what was done in others may not be in it yet."""
        if not table or table in self._touched:
            self.finish()
        if self._layout is None:
            self._layout = Layout(self.text)
        return self._layout

    def _splice(self, path: KeyPath, layout: Layout, splices: list[Splice]) -> None:
        """Do this at `path`: at once, or, in a table of a list under a header, together with what comes."""
        if len(path) > 2 and path[:2] in layout.headers:
            self._waiting.extend(splices)
            self._touched.add(path[:2])
        else:
            self.finish()
            self._replace(spliced(self.text, splices))

    def _layout_at(self, path: KeyPath) -> Layout:
        layout = self._laid_out(path[:2] if len(path) > 2 else ())
        return layout if path[:2] in layout.headers else self._laid_out()

    def _set(self, path: KeyPath, value: Any) -> None:  # noqa: ANN401 - any plain data
        """Set a key that has another value, or none."""
        layout = self._layout_at(path)
        is_there, old = lies_in(self.data, path), None
        if is_there:
            old = value_at(self.data, path)
            chain = layout.chain(path)
            has_span = bool(chain) and chain[-1].path == path
        if is_there and isinstance(old, dict) and isinstance(value, dict) and value:
            self._set_table(path, old, value)
        elif is_there and not has_span:
            self._set_lines(path, old, value)
        elif not is_there and len(path) == 1 and path[0] not in IN_BRACKETS and _is_of_tables(value):
            for place, table in enumerate(value):
                self.do(InsertTable(path, place, table))
        else:
            self._splice(path, layout, set_key(layout, self.data, path, _ordered(path, value)))

    def _set_table(self, path: KeyPath, old: Mapping[str, Any], value: Mapping[str, Any]) -> None:
        """Make a table say something else, key by key."""
        for key in value:
            self.do(SetKey((*path, key), value[key]))
        for key in old.keys() - value.keys():
            self.do(RemoveKey((*path, key)))

    def _set_lines(self, path: KeyPath, old: object, value: object) -> None:
        """Set a key that has a table, or a list of tables, under headers or dotted keys."""
        if isinstance(old, list) and isinstance(value, list) and _is_of_tables(value):
            for place, table in enumerate(value[: len(old)]):
                self.do(SetKey((*path, place), table))
            for place, table in enumerate(value[len(old) :], start=len(old)):
                self.do(InsertTable(path, place, table))
            if len(value) < len(old):
                self.do(RemoveTables(path, range(len(value), len(old))))
            return
        if isinstance(old, list) or value == {}:
            raise CannotEditError("it is written in a way that leaves no room for the change")
        self.do(RemoveKey(path))
        self.do(SetKey(path, value))

    def _remove(self, path: KeyPath) -> None:
        """Remove what is at `path`, wherever it is written."""
        if not lies_in(self.data, path):
            return
        if isinstance(path[-1], int):
            array, place = path[:-1], path[-1]
            values = value_at(self.data, array)
            if path in self._laid_out().headers:
                self._rearrange(array, [each for each in range(len(values)) if each != place])
            else:
                self._set(array, [*values[:place], *values[place + 1 :]])
            return
        layout = self._layout_at(path)
        while (splices := remove_key(layout, path)) is not None:
            self._splice(path, layout, splices)
            layout = self._layout_at(path)

    def _insert(self, array: KeyPath, at: int, table: dict[str, Any]) -> None:
        layout = self._laid_out()
        is_there = lies_in(self.data, array)
        if (*array, 0) in layout.headers:
            self._replace(TableList(layout, array).with_table(at, table))
        elif is_there and value_at(self.data, array):
            count = len(value_at(self.data, array))
            new = Change(None, value_text(_ordered((*array, at), table)))
            self._change_list(array, [*map(Change, range(at)), new, *map(Change, range(at, count))])
        elif len(array) > 1 or array[0] in IN_BRACKETS:
            self._splice(array, layout, set_key(layout, self.data, array, [_ordered((*array, at), table)]))
        else:
            if is_there:
                self._remove(array)
            self._replace(TableList(self._laid_out(), array).with_table(at, table))

    def _rearrange(self, array: KeyPath, places: Sequence[int]) -> None:
        """Give a list the elements that it has at these places, in this order."""
        layout, count = self._laid_out(), len(value_at(self.data, array))
        if (*array, 0) not in layout.headers:
            self._change_list(array, [Change(place) for place in places])
            if count and not places:
                self._remove(array)
        elif len(places) == count:
            self._replace(TableList(layout, array).reordered(places))
        else:
            text, lost = TableList(layout, array).without(set(range(count)) - set(places))
            self.lost.update(lost)
            self._replace(text)

    def _change_list(self, array: KeyPath, target: list[Change]) -> None:
        """Change a list in brackets; the comments of what is taken out go with it."""
        layout = self._laid_out()
        chain = layout.chain(array)
        if not chain or chain[-1].path != array:
            raise CannotEditError("it is written in a way that leaves no room for the change")
        top, pair = chain[0], chain[-1]
        page = Page(layout.line_end(top.line_end), layout.indent(top.line))
        elements = layout.below(array, pair.value)
        text, lost = ListText(self.text, pair.value, pair.end, elements, page).changed(target, keep_comments=False)
        self.lost.update(lost)
        self._replace(spliced(self.text, [Splice(pair.value, pair.end, text)]))


def _is_of_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


def _ordered(path: KeyPath, value: Any) -> Any:  # noqa: ANN401 - any plain data
    """The value with the keys of each table in their order."""
    if isinstance(value, dict):
        return {key: _ordered((*path, key), value[key]) for key in in_order(path, value)}
    if isinstance(value, list):
        return [_ordered((*path, place), each) for place, each in enumerate(value)]
    return value
