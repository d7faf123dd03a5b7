"""Why something is not possible at this moment of a session: the full screen and the plain session say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.core.changes import OtherFootFirst, OtherForm, can_do_once_more
from footui.core.dose import Sides

if TYPE_CHECKING:
    from collections.abc import Mapping

    from footui.core.exercise import Exercise
    from footui.core.player import Player

PAIN = "pain"
"""The reason with which an exercise is left for pain."""

NO_CLOCK = "No clock runs here."
UNDER_FIVE = "Under 5 seconds left. n goes on now."
BY_CLOCK = "This phase ends by the clock. n goes on now."
AT_START = "This is the start."
PAIN_NOT_ASKED = "Pain is not asked: see Settings."
NOTHING_TO_TAKE_BACK = "Nothing to take back."
ONLY_WHILE_WORKING = "Only while you exercise."
ONLY_BEFORE = "Only before the first side."
BOTH_AT_ONCE = "{title} works both feet at once."
ONE_FOOT = "{title} is done with one foot only."
ONE_FORM = "{title} has one form only."
NO_CUE = "No cue is on: see Settings."


def why_not_once_more(player: Player) -> str | None:
    """Why there is no repetition to do once more; None where there is."""
    return None if can_do_once_more(player.timeline, player.index) else ONLY_WHILE_WORKING


def why_not_other_foot(player: Player, title: str) -> str | None:
    """Why the feet of the present step, an exercise called `title`, cannot change places; None where they can."""
    dose = player.timeline.step_of(player.phase).dose
    if dose.sides is Sides.BOTH or (dose.sides is Sides.ALTERNATE and dose.is_self_paced):
        return BOTH_AT_ONCE.format(title=title)
    if dose.sides in (Sides.LEFT, Sides.RIGHT):
        return ONE_FOOT.format(title=title)
    return None if player.can_change(OtherFootFirst()) else ONLY_BEFORE


def next_form(player: Player, exercises: Mapping[str, Exercise]) -> OtherForm | None:
    """The form of the present exercise that comes after the one it is done in; None where it has but one."""
    from footui.core.forms import form_after  # noqa: PLC0415  # no first picture waits for it

    phase = player.phase
    exercise = exercises.get(phase.exercise)
    present = OtherForm(phase.variant, player.instead.get(phase.step))
    return None if exercise is None else form_after(exercise, present)
