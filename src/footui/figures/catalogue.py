"""Which movement is that of which exercise, in which form, and how its loop goes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from footui.figures import lying, sitting, standing
from footui.figures.drawing import Moment, Movement
from footui.figures.figure import Figure

_IN_AND_OUT: Final = (0.0, 0.5, 1.0, 1.0, 1.0, 0.5)
_FAR: Final = (0.0, 0.4, 0.75, 1.0, 1.0, 1.0, 0.75, 0.4)
"""For what moves far."""


def _held(movement: Movement, works: tuple[float, ...] = _IN_AND_OUT) -> Figure:
    """Into a pose, which is held, and slowly back: a picture a second."""
    return Figure(movement, tuple(Moment(work=work) for work in works), float(len(works)))


def _going_on(movement: Movement, beats: int, seconds: float) -> Figure:
    """Round and round."""
    return Figure(movement, tuple(Moment(turn=beat / beats) for beat in range(beats)), seconds)


_FIGURES: Final[Mapping[tuple[str, str | None], Figure]] = MappingProxyType(
    {
        ("ankle-circle", None): _going_on(sitting.circles_on_chair, 8, 8.0),
        ("ankle-circle", "lying"): _going_on(lying.circles_lying, 8, 8.0),
        ("ankle-circle", "sitting"): _going_on(sitting.circles_on_floor, 8, 8.0),
        ("ankle-circle", "both-legs"): _going_on(lying.circles_both_legs, 8, 8.0),
        ("band-flex", None): _held(sitting.band_flex),
        ("band-flex", "floor"): _held(sitting.band_flex),
        ("band-flex", "one-foot"): _held(sitting.band_flex_one_foot),
        ("band-point", None): _held(sitting.band_point),
        ("band-point", "chair"): _held(sitting.band_point),
        ("calf-stretch", None): _held(standing.calf_stretch),
        ("foot-roll", None): _going_on(sitting.foot_roll, 6, 6.0),
        ("leg-raise-stretch", None): _held(lying.leg_raise, _FAR),
        ("pencil-pickup", None): _held(standing.pencil_pickup),
        ("pencil-pickup", "desk"): _held(sitting.pencil_at_desk),
        ("toe-press", None): _held(standing.toe_press),
        ("toe-press", "ball"): _held(standing.toe_press_ball),
        ("toe-pull", None): _held(sitting.toe_pull, _FAR),
        ("toe-walk", None): _going_on(standing.toe_walk, 4, 2.0),
    }
)


def figure_of(exercise_id: str, variant: str | None) -> Figure | None:
    """The figure of a shipped exercise in one of its forms; None for others, such as those somebody made."""
    return _FIGURES.get((exercise_id, variant))
