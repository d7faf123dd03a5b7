"""All there is to read about an exercise while it is done: how to, cautions, what may stand in for what it needs."""

from __future__ import annotations

from footui.core.exercise import Exercise


def reading_paragraphs(exercise: Exercise, title: str = "", note: str = "") -> tuple[str, ...]:
    """The paragraphs, parted by empty ones; a caution begins with `!`.

    `exercise` is as its variant has it done, `title` names it with its variant, `note` is the routine's.
    """
    needs = [
        f"{thing.name.capitalize()}, or instead of it: {', '.join(thing.instead)}."
        for thing in exercise.equipment
        if thing.instead
    ]
    bare = [thing.name for thing in exercise.equipment if not thing.instead]
    if bare:
        needs.insert(0, f"{', '.join(bare).capitalize()}.")
    groups = [
        [title or exercise.title, *([exercise.brief] if not exercise.steps else [])],
        [f"! {caution}" for caution in exercise.cautions],
        [f"{place}. {step}" for place, step in enumerate(exercise.steps, 1)],
        ["What you need", *needs] if needs else [],
        ["Your routine says", note] if note else [],
        [exercise.about] if exercise.about else [],
    ]
    paragraphs: list[str] = []
    for group in filter(None, groups):
        paragraphs += ["", *group] if paragraphs else group
    return tuple(paragraphs)
