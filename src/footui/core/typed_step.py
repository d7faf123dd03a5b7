"""The fields of a step as texts: what is typed into each, which of them are of use, and the keys they come to.

The texts are a plain mapping from field to text. `kind`, `amount` and `tempo` together are the keys `hold`, `move` and
`tempo` of a file; every other field is the key of its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from footui.core.dose import Level, Range, Side, Sides, Timing, Unit
from footui.core.typed_dose import TypedField, Typing, shown_number, shown_value, told_range, typed_value

HOLD, MOVE, TEMPO, OWN_PACE = KINDS = ("hold", "move", "tempo", "own pace")

Texts = Mapping[str, str]

_PAUSES: Final = ("prepare", "transition", "change", "release", "rest", "count")
_PLAIN: Final = {
    "unit": Typing.CHOICE, "reps": Typing.RANGE, "sets": Typing.RANGE, "sides": Typing.CHOICE, "first": Typing.CHOICE,
    "rest": Typing.NUMBER, "times_per_day": Typing.RANGE, "directions": Typing.WORDS, "variant": Typing.CHOICE,
    "level": Typing.CHOICE, "prepare": Typing.NUMBER, "transition": Typing.NUMBER, "change": Typing.NUMBER,
    "release": Typing.NUMBER, "count": Typing.NUMBER, "source": Typing.TEXT, "note": Typing.TEXT,
}  # fmt: skip
"""The fields that are keys of a step themselves, in the order of tab."""

_DEFAULTS: Final = {"unit": "seconds", "reps": "1", "sets": "1", "sides": "both", "first": "left", "times_per_day": "1"}
"""What holds where a key is absent; such a value is not written where it was not."""

_SIDES: Final = {
    Sides.BOTH: "both feet", Sides.EACH: "each foot", Sides.ALTERNATE: "feet in turn",
    Sides.LEFT: "left foot", Sides.RIGHT: "right foot",
}  # fmt: skip


def step_texts(step: Mapping[str, Any]) -> dict[str, str]:
    """The text of every field for the keys of a step; a choice that is absent has its default."""
    kind = next((key for key in (HOLD, MOVE, TEMPO) if key in step), OWN_PACE if "reps" in step else HOLD)
    texts = {
        "kind": kind,
        "amount": shown_value(step.get(HOLD, step.get(MOVE))),
        "tempo": shown_value(step.get(TEMPO)),
    }
    for name, typing in _PLAIN.items():
        default = _DEFAULTS.get(name, "") if typing is Typing.CHOICE else ""
        texts[name] = shown_value(step[name]) if name in step else default
    return texts


def step_keys(step: Mapping[str, Any], texts: Texts) -> dict[str, Any]:
    """The keys of the step as the texts mean them; whatever was not touched is as it was."""
    before, keys = step_texts(step), dict(step)
    kind = texts["kind"]
    if any(texts[name] != before[name] for name in ("kind", "amount", "tempo")):
        for key in (HOLD, MOVE, TEMPO):
            if key != kind:
                keys.pop(key, None)
        if kind != OWN_PACE:
            keys[kind] = _measure(kind, texts)
    if kind in (HOLD, MOVE) and kind not in keys:
        keys[kind] = _measure(kind, texts)
    if kind in (TEMPO, OWN_PACE):
        keys.pop("unit", None)
        keys.pop("directions", None)
    for name, typing in _PLAIN.items():
        is_refused = kind in (TEMPO, OWN_PACE) and name in ("unit", "directions")
        if texts[name] != before[name] and not is_refused:
            _put(keys, name, typed_value(typing, texts[name]), was_there=name in step)
    if kind == OWN_PACE:
        keys.setdefault("reps", 1)
    return keys


def _measure(kind: str, texts: Texts) -> object:
    """The value of hold, move or tempo; an empty text is told by whoever checks it."""
    text = texts["tempo"] if kind == TEMPO else texts["amount"]
    value = typed_value(Typing.TEMPO if kind == TEMPO else Typing.RANGE, text)
    return "" if value is None else value


def _put(keys: dict[str, Any], name: str, value: object, *, was_there: bool) -> None:
    is_default = name in _DEFAULTS and shown_value(value) == _DEFAULTS[name]
    if value is None or (is_default and not was_there):
        keys.pop(name, None)
    else:
        keys[name] = value


def step_fields(
    texts: Texts, variants: Sequence[tuple[str, str]] = (), timing: Timing | None = None
) -> tuple[TypedField, ...]:
    """The fields that are of use with these texts, or have one, in the order of tab.

    `variants` are ids and titles of the exercise's forms, `timing` is what the file gives where a step gives nothing.
    """
    every = [*_dose_fields(texts), *_pause_fields(texts, timing or Timing()), *_other_fields(variants)]
    return tuple(field for field in every if _is_of_use(field.name, texts, variants))


FIRST_LINE: Final = (
    "kind", "amount", "tempo", "unit", "reps", "sets", "sides", "first", "rest", "times_per_day",
)  # fmt: skip
"""The fields that make the sentence of the dose; the others stand below."""


def _dose_fields(texts: Texts) -> list[TypedField]:
    unit = " s" if texts["unit"] == Unit.SECONDS else ""
    times = "× " if texts["kind"] != OWN_PACE else ""
    return [
        TypedField(
            "kind", Typing.CHOICE, choices=KINDS, names=KINDS, hint="held, moved, at a tempo, or at your own pace"
        ),
        TypedField("amount", Typing.RANGE, hint=f"how long: 20, or 10-20 for a range{' of seconds' if unit else ''}"),
        TypedField("tempo", Typing.TEMPO, after=" s", hint="seconds up, held, and down: 3-2-3"),
        TypedField(
            "unit", Typing.CHOICE, choices=tuple(Unit), names=("s", "counts"),
            hint="seconds, or counts, each as long as “a count” says",
        ),
        TypedField("reps", Typing.RANGE, times, absent="1", hint="repetitions: 10, or 5-10 for a range"),
        TypedField("sets", Typing.RANGE, "× ", " sets", absent="1", hint="sets: 3, or 2-3 for a range"),
        TypedField("sides", Typing.CHOICE, choices=tuple(Sides), names=tuple(_SIDES.values()), hint="which side works"),
        TypedField(
            "first", Typing.CHOICE, choices=(Side.LEFT, Side.RIGHT), names=("left first", "right first"),
            hint="the foot to start with",
        ),
    ]  # fmt: skip


def _pause_fields(texts: Texts, timing: Timing) -> list[TypedField]:
    def pause(name: str, before: str, after: str, hint: str) -> TypedField:
        absent = "0" if name == "release" and texts["kind"] == TEMPO else shown_number(getattr(timing, name))
        return TypedField(name, Typing.NUMBER, before, after, absent=absent, hint=hint)

    return [
        pause("rest", "· rest ", " s", "seconds between sets, for this step alone"),
        TypedField("times_per_day", Typing.RANGE, "", "× a day", absent="1", hint="sessions a day: 3, or 2-3"),
        TypedField(
            "directions", Typing.WORDS, "directions ", absent="none", hint="words with commas: clockwise, anticlockwise"
        ),
        pause("prepare", "ready ", " s", "seconds to get ready, in place of the pause before the step"),
        pause("transition", "before it ", " s", "seconds between the step before and this one"),
        pause("change", "other side ", " s", "seconds between the sides, for this step alone"),
        pause("release", "release ", " s", "seconds between repetitions, for this step alone"),
        pause("count", "a count ", " s", "how long one count is, for this step alone"),
    ]


def _other_fields(variants: Sequence[tuple[str, str]]) -> list[TypedField]:
    ids, titles = [each for each, _ in variants], [title for _, title in variants]
    levels = tuple(Level)
    return [
        TypedField(
            "variant", Typing.CHOICE, "form ", choices=("", *ids), names=("plain", *titles),
            hint="the form it is done in",
        ),
        TypedField(
            "level", Typing.CHOICE, "level ", choices=("", *levels), names=("as the routine", *levels),
            hint="where in its ranges to work",
        ),
        TypedField("source", Typing.TEXT, "source ", absent="as the routine", hint="where this dose comes from"),
        TypedField("note", Typing.TEXT, "note ", absent="none", hint="shown while the step runs"),
    ]  # fmt: skip


def _is_of_use(name: str, texts: Texts, variants: Sequence[tuple[str, str]]) -> bool:
    """Whether a field makes a difference, or has something in it that can be taken out."""
    is_measured = texts["kind"] in (HOLD, MOVE)
    match name:
        case "amount" | "unit" | "directions":
            return is_measured
        case "tempo":
            return texts["kind"] == TEMPO
        case "first":
            return texts["sides"] in (Sides.EACH, Sides.ALTERNATE) or texts["first"] != Side.LEFT
        case "variant":
            return bool(variants)
        case "rest":
            return bool(texts["rest"]) or _are_many(texts["sets"])
        case "change":
            return bool(texts["change"]) or texts["sides"] in (Sides.EACH, Sides.ALTERNATE)
        case "release":
            return bool(texts["release"]) or (texts["kind"] != OWN_PACE and _are_many(texts["reps"]))
        case "count":
            return bool(texts["count"]) or (is_measured and texts["unit"] == Unit.COUNTS)
        case _:
            return True


def _are_many(text: str) -> bool:
    return text not in ("", "1")


def step_hint(field: TypedField, texts: Texts) -> str:
    """What to say of a field with a right value: what a range comes to, else what may be typed."""
    value = typed_value(field.typing, texts[field.name]) if field.typing is Typing.RANGE else None
    if not isinstance(value, list):
        return field.hint
    is_seconds = field.name == "amount" and texts["unit"] == Unit.SECONDS
    return told_range(Range(*value), " s" if is_seconds else "", counted=not is_seconds)
