"""Which movement is that of which exercise, in which form, and how its loop goes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from footui.figures import ankles, balance, heels, lying, sitting, standing, stretches, toes, walking
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
        ("ankle-alphabet", None): _going_on(ankles.alphabet, 8, 8.0),
        ("ankle-circle", None): _going_on(sitting.circles_on_chair, 8, 8.0),
        ("ankle-circle", "both-legs"): _going_on(lying.circles_both_legs, 8, 8.0),
        ("ankle-circle", "leg-out"): _going_on(sitting.circles_on_chair, 8, 8.0),
        ("ankle-circle", "lying"): _going_on(lying.circles_lying, 8, 8.0),
        ("ankle-circle", "sitting"): _going_on(sitting.circles_on_floor, 8, 8.0),
        ("ankle-pump", None): _going_on(lying.ankle_pump, 2, 2.0),
        ("ankle-pump", "sitting"): _going_on(sitting.ankle_pump, 2, 2.0),
        ("band-eversion", None): _held(ankles.band_eversion),
        ("band-flex", None): _held(sitting.band_flex),
        ("band-flex", "floor"): _held(sitting.band_flex),
        ("band-flex", "leg-out"): _held(sitting.band_flex_one_foot),
        ("band-flex", "one-foot"): _held(sitting.band_flex_one_foot),
        ("band-inversion", None): _held(ankles.band_inversion),
        ("band-point", None): _held(sitting.band_point),
        ("band-point", "chair"): _held(sitting.band_point),
        ("band-point", "leg-out"): _held(sitting.band_point),
        ("big-toe-pull", None): _held(toes.big_toe_pull),
        ("calf-stretch", None): _held(standing.calf_stretch),
        ("calf-stretch", "bent-knee"): _held(stretches.calf_bent),
        ("calf-stretch", "step"): _held(heels.heels_sink),
        ("calf-stretch", "straight-knee"): _held(stretches.calf_straight),
        ("calf-stretch", "toes-up"): _held(stretches.calf_toes_up),
        ("calf-stretch", "towel"): _held(stretches.calf_towel),
        ("dorsiflexion-hold", None): _held(heels.dorsiflexion),
        ("foot-roll", None): _going_on(sitting.foot_roll, 6, 6.0),
        ("foot-roll", "golf"): _going_on(sitting.foot_roll, 6, 6.0),
        ("foot-roll", "tin"): _going_on(sitting.tin_roll, 6, 6.0),
        ("frozen-bottle-roll", None): _going_on(sitting.tin_roll, 6, 6.0),
        ("grapevine", None): _going_on(walking.grapevine, 2, 2.0),
        ("heel-drop", None): _held(heels.heel_drop, _FAR),
        ("heel-drop", "bent-knee"): _held(heels.heel_drop_bent, _FAR),
        ("heel-drop", "straight-knee"): _held(heels.heel_drop, _FAR),
        ("heel-raise", None): _held(heels.heel_raise),
        ("heel-raise", "ball"): _held(heels.heel_raise_ball),
        ("heel-raise", "double"): _held(heels.heel_raise),
        ("heel-raise", "seated"): _held(heels.heel_raise_seated),
        ("heel-raise", "single"): _held(heels.heel_raise_single),
        ("heel-raise", "single-step"): _held(heels.heel_raise_single_step),
        ("heel-raise", "step"): _held(heels.heel_raise_step),
        ("heel-walk", None): _going_on(walking.heel_walk, 4, 4.0),
        ("knee-swing", None): _going_on(toes.knee_swing, 4, 4.0),
        ("kneeling-toe-stretch", None): _held(stretches.kneeling, _FAR),
        ("leg-raise-stretch", None): _held(lying.leg_raise, _FAR),
        ("marble-pickup", None): _held(toes.marble_pickup),
        ("one-leg-bend", None): _held(balance.one_leg_bend),
        ("pencil-pickup", None): _held(standing.pencil_pickup),
        ("pencil-pickup", "desk"): _held(sitting.pencil_at_desk),
        ("plantar-fascia-stretch", None): _held(stretches.plantar_fascia),
        ("quick-heel-raise", None): _going_on(heels.quick_heel_raise, 2, 1.0),
        ("short-foot", None): _held(toes.short_foot),
        ("short-foot", "standing"): _held(toes.short_foot_standing),
        ("side-walk", None): _going_on(walking.side_walk, 2, 2.0),
        ("single-leg-stand", None): _held(balance.single_leg_stand),
        ("single-leg-stand", "eyes-closed"): _held(balance.eyes_closed),
        ("single-leg-stand", "eyes-open"): _held(balance.eyes_open),
        ("single-leg-stand", "knee-bent"): _held(balance.stand_knee_bent),
        ("sit-to-stand", None): _held(sitting.sit_to_stand, _FAR),
        ("tandem-stand", None): _held(balance.tandem_stand, _FAR),
        ("tandem-walk", None): _going_on(walking.tandem_walk, 4, 4.0),
        ("toe-press", None): _held(standing.toe_press),
        ("toe-press", "ball"): _held(standing.toe_press_ball),
        ("toe-pull", None): _held(sitting.toe_pull, _FAR),
        ("toe-raise", None): _held(heels.toe_raise),
        ("toe-raise", "seated"): _going_on(heels.toe_raise_seated, 4, 4.0),
        ("toe-raise", "standing"): _held(heels.toe_raise),
        ("toe-raise-point-curl", None): _going_on(toes.raise_point_curl, 3, 3.0),
        ("toe-spread", None): _held(toes.toe_spread),
        ("toe-spread", "band"): _held(toes.toe_spread_band),
        ("toe-squeeze", None): _held(toes.toe_squeeze),
        ("toe-walk", None): _going_on(standing.toe_walk, 4, 2.0),
        ("toe-yoga", None): _going_on(toes.toe_yoga, 4, 4.0),
        ("towel-curl", None): _held(toes.towel_curl),
        ("towel-heel-raise", None): _held(heels.towel_heel_raise, _FAR),
    }
)


def figure_of(exercise_id: str, variant: str | None) -> Figure | None:
    """The figure of a shipped exercise in one of its forms; None for others, such as those somebody made."""
    return _FIGURES.get((exercise_id, variant))


def known_forms() -> tuple[tuple[str, str | None], ...]:
    """The exercises that have a figure, each with the form it is for."""
    return tuple(_FIGURES)
