"""Movements done walking: forwards with somebody from the side, sideways with somebody from behind."""

from __future__ import annotations

import math
from typing import Final

from footui.figures import things
from footui.figures.arrows import arc_arrow, arrow, coming
from footui.figures.body import Works, before, behind
from footui.figures.dots import Layer
from footui.figures.drawing import Drawing, Moment
from footui.figures.from_behind import Behind
from footui.figures.geometry import Point, mix
from footui.figures.near_foot import NearBuild, shin_muscle
from footui.figures.own_view import footprint
from footui.figures.skeleton import SOLE, Build, Leg
from footui.figures.standing import side_by_side
from footui.figures.things import GROUND

BUILD: Final = Build(0.92)
NEAR: Final = NearBuild(0.8)
BOTH: Final = Works(foot=True, shin=True, both=True)
_HIP: Final = GROUND - 19.7 * BUILD.size


def heel_walk(moment: Moment) -> Drawing:
    """Steps on the heels, the forefeet up."""
    work = moment.work
    tilt, stride = -28 * work, 2.6 * work
    hip = Point(9, _HIP + 0.4 * work)
    near, far = (_heel_step(hip, moment.turn + begin, stride, tilt) for begin in (0, 0.5))
    shoulder = BUILD.shoulder(hip, -88)
    person = BUILD.person(hip, -88, near, far, BUILD.arm_to(shoulder, hip.moved(6, 0)))
    ankle = NEAR.ankle_above(Point(32, GROUND - 3.3 * NEAR.size), tilt)
    foot = NEAR.foot(ankle, ankle.angle_to(Point(36, -20)), tilt)
    up = coming(work, arc_arrow(foot.heel, 21.5, -18, -44))
    layers = [*behind(person, BOTH), *before(person, BOTH)]
    return side_by_side(layers, person, [*shin_muscle(foot), *up], foot, gap=(23, 26))


def _heel_step(hip: Point, turn: float, stride: float, tilt: float) -> Leg:
    """A leg in a round of steps on the heels."""
    forward, height = _in_step(turn)
    heel = Point(hip.x - 1.4 + forward * stride, GROUND - 1.2 * BUILD.size - height * stride * 0.7)
    return BUILD.leg_to(hip, BUILD.ankle_above(heel, tilt), tilt)


def _in_step(turn: float) -> tuple[float, float]:
    """How far forward a foot is, from -1 to 1, and how high, from 0 to 1: half of a round it is on the floor."""
    turn %= 1
    if turn < 0.5:
        return 1 - 4 * turn, 0
    return 4 * turn - 3, math.sin((turn - 0.5) * 2 * math.pi)


def tandem_walk(moment: Moment) -> Drawing:
    """Steps on a line, each heel right before the toes of the other foot; the prints show it from above."""
    work, turn = moment.work, moment.turn
    length = 6.6 * BUILD.size
    hip = Point(9.5, _HIP + 0.5 * work)
    legs = []
    for begin in (0, 0.5):
        forward, height = _in_step(turn + begin)
        ankle = Point(hip.x - 1.2 + forward * length / 2 * work, GROUND - SOLE * BUILD.size - height * 1.8 * work)
        legs.append(BUILD.leg_to(hip, ankle))
    shoulder = BUILD.shoulder(hip, -90)
    person = BUILD.person(hip, -90, legs[0], legs[1], BUILD.arm_to(shoulder, hip.moved(6.5, -1)))
    layers = [*behind(person, BOTH), *before(person, BOTH)]
    return Drawing((*layers, *_prints(work, turn), things.floor(right=24)), person.bones())


def _prints(work: float, turn: float) -> list[Layer]:
    """Footprints on a line: the near foot and the far one pass each other at its side."""
    layers: list[Layer] = []
    for begin, other in ((0, False), (0.5, True)):
        forward, height = _in_step(turn + begin)
        aside = (8 * height + 1e-9) * (-1 if other else 1)
        rest = Point(38 if other else 46, 29)
        at = Point(42 + aside, 26.4 - 8.8 * forward)
        layers += footprint(Point(mix(rest.x, at.x, work), mix(rest.y, at.y, work)), 0, 1, 0.74, other=other)
    return [*layers, *coming(work, arrow(Point(52.5, 20), Point(52.5, 10)))]


def side_walk(moment: Moment) -> Drawing:
    """Steps to the side, as somebody behind sees them: one foot goes out, the other one follows."""
    apart = moment.work * (0.5 + 0.5 * math.cos(moment.turn * 2 * math.pi))
    near, far = 2.6 + 5.4 * apart, -2.6 - 5.4 * apart
    moves = far if apart > 0.5 else near
    return _sideways(Behind(28, near, far), moves)


def grapevine(moment: Moment) -> Drawing:
    """Steps to the side that cross in front of the other foot, as somebody behind sees them."""
    crossed = 0.5 + 0.5 * math.cos(moment.turn * 2 * math.pi)
    near = mix(2.6, mix(7.4, -3.6, crossed), moment.work)
    far = mix(-2.6, mix(-7.4, 5.6, crossed), moment.work)
    return _sideways(Behind(28, near, far, shins=False), near if crossed > 0.5 and moment.work else far)


def _sideways(person: Behind, moves: float) -> Drawing:
    """Somebody from behind, and an arrow where the foot that moves next goes to, or comes from."""
    outer = max(person.near, person.far)
    start = Point(person.middle + (outer + 5 if moves in (person.near, outer) else moves - 13), GROUND - 4.5)
    return Drawing((*person.layers(), *arrow(start, start.moved(7, 0)), things.floor()), person.bones())
