"""Flesh for the skeleton: where limbs are thick and thin, and what hides what."""

from __future__ import annotations

from typing import NamedTuple

from footui.figures.dots import Cone, Flesh, Layer, Look
from footui.figures.geometry import between
from footui.figures.skeleton import ArmJoints, LegJoints, Skeleton


class Works(NamedTuple):
    """What is drawn filled, as it is what works."""

    foot: bool = True
    shin: bool = False
    thigh: bool = False
    both: bool = False
    """The far side too."""


def behind(person: Skeleton, works: Works | None = None) -> list[Layer]:
    """The far leg; what stands beside the person is drawn after it."""
    filled = works if works and works.both else Works(foot=False)
    return _leg_layers(person, person.far_leg, filled)


def lifted_behind(person: Skeleton) -> list[Layer]:
    """The far leg where it is in the air: the lower leg by itself, so that a small one is one clear line."""
    leg = person.far_leg
    return [_flesh(person, [*_shin(leg), *_foot(leg)]), _flesh(person, [Cone(leg.hip, leg.knee, 2.8, 1.8)], halo=0)]


def before(person: Skeleton, works: Works | None = None) -> list[Layer]:
    """Trunk, head and near leg, and the arm over them."""
    filled = works or Works()
    near = _leg_layers(person, person.near_leg, filled, [*_trunk(person), *_head(person)])
    return [*near, _flesh(person, _arm(person.arm), halo=1.2)]


def body(person: Skeleton, works: Works | None = None) -> list[Layer]:
    """The whole person."""
    return behind(person, works) + before(person, works)


def _flesh(person: Skeleton, cones: list[Cone], look: Look = Look.OUTLINE, halo: float = 0.9) -> Flesh:
    size = person.build
    fat = [Cone(start, end, first * size, last * size) for start, end, first, last in cones]
    return Flesh(tuple(fat), look, melt=1.6 * size, halo=halo)


def _head(person: Skeleton) -> list[Cone]:
    head, face, size = person.head, person.face, person.build
    crown = head.towards(face - 110, 0.5 * size)
    chin = head.towards(face + 65, 1.3 * size)
    nose = head.towards(face + 12, 2.75 * size)
    return [
        Cone(crown, chin, 2.4, 1.6),
        Cone(head, nose, 0.9, 0.3),
        Cone(head, person.shoulder, 1.2, 1.4),
    ]


def _trunk(person: Skeleton) -> list[Cone]:
    size = person.build
    hip, shoulder = person.hip, person.shoulder
    front = shoulder.angle_to(hip) - 90
    chest = shoulder.towards(shoulder.angle_to(hip), 2.6 * size).towards(front, 0.5 * size)
    seat = hip.towards(front + 180, 0.6 * size)
    return [Cone(shoulder, chest, 2.1, 2.8), Cone(chest, hip, 2.8, 2.5), Cone(seat, hip, 2.7, 2.6)]


def _arm(arm: ArmJoints) -> list[Cone]:
    start = between(arm.shoulder, arm.elbow, 0.2)
    return [
        Cone(start, arm.elbow, 1.6, 1.3),
        Cone(arm.elbow, arm.hand, 1.3, 0.95),
        Cone(arm.hand, arm.hand, 1.15, 1.15),
    ]


def _leg_layers(person: Skeleton, leg: LegJoints, works: Works, more: list[Cone] | None = None) -> list[Layer]:
    thigh = Cone(leg.hip, leg.knee, 2.8, 1.8)
    shin = _shin(leg)
    foot = _foot(leg)
    layers: list[Layer] = [_flesh(person, [*(more or []), thigh, *shin, *foot])]
    if works.thigh:
        layers.append(_flesh(person, [thigh], Look.FILLED, halo=0))
    if works.shin:
        layers.append(_flesh(person, shin, Look.FILLED, halo=0))
    if works.foot:
        layers.append(_flesh(person, foot, Look.FILLED, halo=0))
    return layers


def _shin(leg: LegJoints) -> list[Cone]:
    down = leg.knee.angle_to(leg.ankle)
    length = leg.knee.distance(leg.ankle)
    calf = leg.knee.towards(down, length * 0.32).towards(down + 90, length * 0.05)
    return [Cone(leg.knee, calf, 1.75, 1.9), Cone(calf, leg.ankle, 1.9, 1.15)]


def _foot(leg: LegJoints) -> list[Cone]:
    return [
        Cone(leg.ankle, leg.heel, 1.15, 1.2),
        Cone(leg.ankle, leg.ball, 1.1, 0.8),
        Cone(leg.heel, leg.ball, 0.95, 0.8),
        Cone(leg.ball, leg.tip, 0.8, 0.6),
    ]
