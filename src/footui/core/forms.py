"""The forms in which an exercise can be done: its variants, each with whatever may stand in for its equipment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.core.changes import OtherForm

if TYPE_CHECKING:
    from footui.core.exercise import Exercise


def forms_of(exercise: Exercise) -> tuple[OtherForm, ...]:
    """Every form, the exercise as it is first."""
    forms = []
    for variant in (None, *(variant.id for variant in exercise.variants)):
        forms.append(OtherForm(variant))
        for thing in exercise.in_form(variant).equipment:
            forms += [OtherForm(variant, instead) for instead in thing.instead]
    return tuple(forms)


def form_after(exercise: Exercise, present: OtherForm) -> OtherForm | None:
    """The form that comes after the present one, after the last the first; None where there is but one."""
    forms = forms_of(exercise)
    if len(forms) < 2:
        return None
    return forms[(forms.index(present) + 1) % len(forms)] if present in forms else forms[0]


def form_words(exercise: Exercise, form: OtherForm) -> str:
    """A form in words: “Band flex · floor, with a belt”."""
    title = exercise.full_title(form.variant)
    return f"{title}, with {form.instead}" if form.instead else title
