"""Movements done lying on the back, the head at the left."""

from __future__ import annotations

import math
from typing import Final

from footui.figures import things
from footui.figures.arrows import arc_arrow, coming
from footui.figures.body import Works, before, behind, body
from footui.figures.drawing import Drawing, Moment
from footui.figures.geometry import Point, mix
from footui.figures.own_view import circling
from footui.figures.sitting import pumped, pumping
from footui.figures.skeleton import Build, Leg
from footui.figures.things import GROUND

BUILD: Final = Build(1.25)


def _hip(x: float) -> Point:
    return Point(x, GROUND - 2.7 * BUILD.size)


def circles_lying(moment: Moment) -> Drawing:
    """One leg up, the other bent: the foot circles, as one sees it oneself at the left."""
    hip = _hip(34)
    circle = circling(Point(11, 25.4), moment, 0.92)
    near = Leg(-86, -90, circle.foot - 172)
    far = BUILD.leg_to(hip, Point(hip.x + 12.5, GROUND - 2.5 * BUILD.size), 0)
    shoulder = BUILD.shoulder(hip, 180)
    person = BUILD.person(hip, 180, near, far, BUILD.arm_to(shoulder, hip.moved(2.4, 1.9)), neck=4)
    return Drawing((*body(person), things.floor(), *circle.layers), person.bones())


def circles_both_legs(moment: Moment) -> Drawing:
    """Both legs up: both feet circle, as one sees them oneself at the left."""
    hip = _hip(45)
    circle = circling(Point(26.6, 22), moment, 0.7)
    other = circling(Point(9.4, 22), moment, 0.7, other=True)
    near = Leg(-86, -90, circle.foot - 172)
    far = Leg(-80, -84, circle.foot - 166)
    shoulder = BUILD.shoulder(hip, 180)
    person = BUILD.person(hip, 180, near, far, BUILD.arm_to(shoulder, hip.moved(2.4, 1.9)), neck=4)
    drawn = (*body(person, Works(both=True)), things.floor(), *circle.layers, *other.layers)
    return Drawing(drawn, person.bones())


def ankle_pump(moment: Moment) -> Drawing:
    """Both legs out: both feet bend up and point, briskly."""
    build = Build(1.1)
    hip = Point(21.6, GROUND - 2.7 * build.size)
    up = moment.work * math.cos(moment.turn * 2 * math.pi)
    leg = Leg(1.5, 2.5, pumped(up), 8 * max(-up, 0))
    shoulder = build.shoulder(hip, 180)
    person = build.person(hip, 180, leg, leg, build.arm_to(shoulder, hip.moved(2.4, 1.9)), neck=4)
    return Drawing((*body(person), *pumping(person.near_leg, up, moment.work), things.floor()), person.bones())


def leg_raise(moment: Moment) -> Drawing:
    """A leg that rises straight, drawn up by a towel round the foot."""
    work = moment.work
    hip = _hip(28)
    up = mix(0, -82, work)
    near = Leg(up, up, up - mix(82, 98, work))
    far = Leg(0.5, 0.5, -80)
    shoulder = BUILD.shoulder(hip, 180)
    hand = hip.moved(mix(2, -2.5, work), mix(-2.6, -9, work))
    person = BUILD.person(hip, 180, near, far, BUILD.arm_to(shoulder, hand), neck=mix(2, 6, work))
    leg = person.near_leg
    rise = coming(work, arc_arrow(hip, 23, -24, -62))
    towel = things.band(person.arm.hand, leg.ball.towards(up, 1.6), leg.ball.towards(up - 40, 1.6))
    return Drawing((*behind(person), *before(person), towel, *rise, things.floor()), person.bones())
