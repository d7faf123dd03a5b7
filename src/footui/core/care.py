"""What is asked before one begins for the first time, and what is told there.

The signs are those of the leaflets named here, in words of our own; what a person does about them is theirs to decide.
"""

from __future__ import annotations

from typing import NamedTuple

QUESTIONS = (
    ("numb_or_diabetes", "numb feet, or diabetes"),
    ("unsteady", "unsteady on the feet"),
    ("recent_injury", "a recent operation, fracture or injury"),
    ("strong_pain", "strong pain now"),
)
"""What may be so for a person: the name under which it is kept, and the words. Which these are is our choice."""

ASK_FIRST = "Any tick: please ask a doctor or physiotherapist first. Nothing is locked: you decide."
"""Exercise with diabetes is no reason against, but one to ask: IWGDF guideline 2023 (abstract), supervised where it can
be."""

EMERGENCY = (
    "Emergency department at once: no feeling, or pins and needles, between the legs, round the bottom or in the "
    "genitals; urine or bowels hard to hold, pass or feel; sex felt differently; a leg or foot growing weaker; with or "
    "without severe back pain or pain down the legs."
)
"""Cauda equina syndrome. Royal Free London NHS and Chesterfield Royal NHS, leaflets “Cauda equina syndrome”: the signs
and where to go; the weaker leg or foot: Oxford University Hospitals NHS, leaflet of 2014."""

FOOT_TEAM = (
    "Foot team or doctor at once, and weight off the foot, with diabetes or numb feet: new pain, a wound or blister, "
    "heat, redness, swelling, weeping, a smell, another colour or shape, feeling as with flu."
)
"""Queen Elizabeth Hospital King's Lynn NHS; colour, shape, blisters and feeling lost: Diabetes UK, “Serious foot
problems”."""

CALL_A_DOCTOR = "Stop, and call a doctor: dizziness, chest pain, severe breathlessness."
"""Royal Orthopaedic Hospital NHS, page on the Otago exercises; NHS Tayside."""

NO_PROMISE = (
    "The programmes come from popular articles, not trials. They say the exercises may help; footui promises nothing."
)


class CareAnswers(NamedTuple):
    """The names of the questions that were ticked."""

    ticked: frozenset[str] = frozenset()

    @classmethod
    def of(cls, plain: object) -> CareAnswers | None:
        """What `plain` gave; None for anything else."""
        if not isinstance(plain, dict):
            return None
        return cls(frozenset(name for name, _ in QUESTIONS if plain.get(name) is True))

    def plain(self) -> dict[str, bool]:
        """As JSON can carry it."""
        return {name: name in self.ticked for name, _ in QUESTIONS}

    def turned(self, name: str) -> CareAnswers:
        """The same with this one ticked or not ticked, whichever it was not."""
        return CareAnswers(self.ticked ^ {name})
