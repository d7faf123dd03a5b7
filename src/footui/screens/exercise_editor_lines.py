"""An exercise file as lines to change: what each is called, where it stands in the file, and how it is typed.

Made from the plain data of the file, whatever is in them: a broken file has its lines too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from footui.core.exercise import Position
from footui.screens.exercise_editor_values import Kind, can_be_typed, shown_line
from footui.storage.exercise_file import MOST_IN_A_BRIEF
from footui.storage.text_cleaning import clean_line
from footui.storage.toml_edit import KeyPath, lies_in, value_at

FORM_KEYS: Final[Mapping[str, str]] = {
    "about": "What it is for",
    "position": "Position",
    "equipment": "Equipment",
    "brief": "Brief",
    "steps": "How to",
    "cautions": "Cautions",
}
"""The keys that a form may have of its own."""

_LISTS: Final[Mapping[str, tuple[str, str]]] = {
    "equipment": ("Equipment", "a thing"),
    "steps": ("How it is done", "a step"),
    "cautions": ("Cautions", "a caution"),
    "disagreements": ("Where sources differ", "a sentence"),
}
"""The lists of an exercise: their headings, and what one of them is called."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that can be marked.

    `path` leads to its value in the file; the value of a `PAIR` is the place in both of its lists. A line that `adds`
    has no value: something is put at `path` in the list.
    """

    path: KeyPath
    label: str
    kind: Kind = Kind.TEXT
    value: Any = None
    adds: bool = False
    choices: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    most: int | None = None
    """Characters, where they are counted beside the text."""

    @property
    def text(self) -> str:
        """The value as it is typed."""
        return shown_line(self.kind, self.value) if self.can_be_typed else clean_line(str(self.value))

    @property
    def can_be_typed(self) -> bool:
        """Whether it can be changed in its line."""
        if self.kind is Kind.CHOICE:
            return self.value is None or self.value in self.choices
        return can_be_typed(self.kind, self.value)

    @property
    def list(self) -> KeyPath | None:
        """The list it is one of, or is put into; None where it stands alone."""
        return self.path[:-1] if isinstance(self.path[-1], int) else None


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines below it are."""

    text: str


def exercise_lines(table: Mapping[str, Any]) -> list[Line | Heading]:
    """The lines of an exercise, in the order of the page."""
    return [
        *_head(table),
        *_list((), table, "equipment"),
        *_list((), table, "steps"),
        *_list((), table, "cautions"),
        *_list((), table, "disagreements"),
        *_forms(table),
        *_doses(table),
    ]


def _head(table: Mapping[str, Any]) -> Iterator[Line]:
    yield Line(("title",), "Title", value=table.get("title"))
    yield Line(("also",), "Other names", Kind.WORDS, table.get("also"))
    yield Line(("about",), FORM_KEYS["about"], value=table.get("about"))
    yield _position((), table)
    yield Line(("body_parts",), "Body parts", Kind.WORDS, table.get("body_parts"))
    yield Line(("brief",), FORM_KEYS["brief"], value=table.get("brief"), most=MOST_IN_A_BRIEF)


def _position(around: KeyPath, table: Mapping[str, Any]) -> Line:
    choices = tuple(Position) if not around else ("", *Position)
    names = choices if not around else ("as above", *Position)
    return Line((*around, "position"), FORM_KEYS["position"], Kind.CHOICE, table.get("position"), False, choices, names)


def _list(around: KeyPath, table: Mapping[str, Any], key: str) -> Iterator[Line | Heading]:
    """A heading, the elements, and the line that adds one."""
    heading, one = _LISTS[key]
    kind = Kind.THING if key == "equipment" else Kind.TEXT
    yield Heading(heading)
    elements = table.get(key, [])
    if not isinstance(elements, list):
        yield Line((*around, key), "", kind, elements)
        return
    for at, element in enumerate(elements):
        label = f"{at + 1}" if key == "steps" else "!" if key == "cautions" else ""
        yield Line((*around, key, at), label, kind, element)
    yield Line((*around, key, len(elements)), one, kind, adds=True)


def _forms(table: Mapping[str, Any]) -> Iterator[Line | Heading]:
    """The other forms, each with what it has of its own."""
    yield Heading("Other forms")
    variants = table.get("variants", {})
    for form, own in variants.items() if isinstance(variants, dict) else ():
        path: KeyPath = ("variants", form)
        if not isinstance(own, dict):
            yield Line(path, clean_line(form), value=own)
            continue
        yield Heading(f"Form {clean_line(form)}")
        yield Line((*path, "title"), "Title", value=own.get("title"))
        for key, label in FORM_KEYS.items():
            if key not in own:
                continue
            if key == "position":
                yield _position(path, own)
            elif key in ("equipment", "steps", "cautions") and isinstance(own[key], list):
                yield from _form_list(path, own, key)
            else:
                yield Line((*path, key), label, value=own[key], most=MOST_IN_A_BRIEF if key == "brief" else None)
        yield Line((*path, ""), "something of its own", adds=True)
    if variants:
        yield Heading("")
    yield Line(("variants", ""), "a form", adds=True)


def form_line(path: KeyPath, key: str) -> Line:
    """The line of a key that a form does not have yet; of a list, that of its first element."""
    if key == "position":
        return _position(path, {})
    if key in ("equipment", "steps", "cautions"):
        kind = Kind.THING if key == "equipment" else Kind.TEXT
        return Line((*path, key, 0), FORM_KEYS[key], kind, adds=True)
    return Line((*path, key), FORM_KEYS[key], most=MOST_IN_A_BRIEF if key == "brief" else None)


def _form_list(path: KeyPath, own: Mapping[str, Any], key: str) -> Iterator[Line]:
    """A list of a form: its lines carry its label, as there is no heading."""
    kind = Kind.THING if key == "equipment" else Kind.TEXT
    for at, element in enumerate(own[key]):
        yield Line((*path, key, at), FORM_KEYS[key] if not at else "", kind, element)
    yield Line(
        (*path, key, len(own[key])), _LISTS[key][1] if own[key] else f"{_LISTS[key][1]}; now none", kind, adds=True
    )


def _doses(table: Mapping[str, Any]) -> Iterator[Line | Heading]:
    """The published doses."""
    yield Heading("Doses by source")
    doses = table.get("doses", [])
    doses = doses if isinstance(doses, list) else []
    for at, dose in enumerate(doses):
        if isinstance(dose, dict):
            yield from _dose(("doses", at), dose, _titles(table.get("variants", {})))
            yield Heading("")
    yield Line(("doses", len(doses)), "a dose", adds=True)


def _titles(forms: object) -> dict[str, str]:
    """The forms by id, each with its title or, without one, its id."""
    if not isinstance(forms, dict):
        return {}
    titles = {form: own.get("title") if isinstance(own, dict) else None for form, own in forms.items()}
    return {form: clean_line(title if isinstance(title, str) else form) for form, title in titles.items()}


def _dose(path: KeyPath, dose: Mapping[str, Any], forms: Mapping[str, str]) -> Iterator[Line]:
    """One of them; `forms` are the titles of the exercise's forms, by id."""
    yield Line((*path, "source"), "Source", value=dose.get("source"))
    if forms or "variant" in dose:
        names = ("the plain one", *forms.values())
        yield Line((*path, "variant"), "Form", Kind.CHOICE, dose.get("variant"), False, ("", *forms), names)
    yield Line((*path, "published"), "As published", value=dose.get("published"))
    yield Line((*path, "dose"), "Dose", Kind.DOSE, dose.get("dose"))
    left_open, assumed = dose.get("open", []), dose.get("assumed", [])
    if isinstance(left_open, list) and isinstance(assumed, list):
        for at in range(max(len(left_open), len(assumed))):
            pair = tuple(each[at] if at < len(each) else "" for each in (left_open, assumed))
            yield Line((*path, "open", at), "Open → taken", Kind.PAIR, pair)
    notes = dose.get("notes", [])
    for at, note in enumerate(notes if isinstance(notes, list) else ()):
        yield Line((*path, "notes", at), "Note", value=note)
    yield Line((*path, ""), "what it leaves open, or a note", adds=True)


def value_in(table: Mapping[str, Any], path: KeyPath) -> Any:  # noqa: ANN401  # any plain data
    """What the file has at a path; None where there is nothing."""
    return value_at(table, path) if lies_in(table, path) else None
