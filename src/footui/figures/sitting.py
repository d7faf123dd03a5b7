"""Movements done sitting on a chair or on the floor."""

from __future__ import annotations

import math
from typing import Final

from footui.figures import things
from footui.figures.arrows import arc_arrow, arrow, coming
from footui.figures.body import Works, before, behind, body
from footui.figures.dots import Layer
from footui.figures.drawing import Drawing, Moment
from footui.figures.geometry import Point, between, mix
from footui.figures.near_foot import NearBuild, flesh
from footui.figures.own_view import circling
from footui.figures.skeleton import Build, Leg, LegJoints, Skeleton
from footui.figures.standing import near_pencil, side_by_side
from footui.figures.things import GROUND

SMALL: Final = Build(0.88)
THIGHS: Final = Works(foot=False, thigh=True, both=True)
LARGE: Final = Build(1.3)
"""Somebody who sits takes less of the height."""


def on_chair(build: Build, x: float) -> tuple[Point, list[Layer]]:
    """The hip of somebody on a chair, and the chair."""
    hip = Point(x, GROUND - 11.6 * build.size)
    seat = hip.y + 3.0 * build.size
    return hip, things.chair(x - 5 * build.size, 10.5 * build.size, seat, hip.y - 9 * build.size)


def sits_on_chair(
    build: Build, hip: Point, near: Leg, far: Leg, *, hand: tuple[float, float] = (6.5, -2.2)
) -> Skeleton:
    """Somebody on a chair; `hand` is where the hand lies from the hip, in lengths of this build: on the thigh."""
    at = hip.moved(hand[0] * build.size, hand[1] * build.size)
    return build.person(hip, -88, near, far, build.arm_to(build.shoulder(hip, -88), at))


def foot_roll(moment: Moment) -> Drawing:
    """A foot that rolls over a ball, from heel to forefoot and back."""
    return _roll(moment, 4.2, tin=False)


def tin_roll(moment: Moment) -> Drawing:
    """A foot that rolls over a tin or a bottle, which is seen from its end."""
    return _roll(moment, 5.2, tin=True)


def _roll(moment: Moment, radius: float, *, tin: bool) -> Drawing:
    there = (0.5 - 0.5 * math.cos(moment.turn * 2 * math.pi)) * moment.work
    hip, seat = on_chair(SMALL, 6)
    flat = SMALL.leg_to(hip, hip.moved(7, 9.1 * SMALL.size))
    near = SMALL.leg_to(hip, hip.moved(8.5, 8.2 * SMALL.size - 0.6), -4)  # Still: only the foot near by rolls.
    person = sits_on_chair(SMALL, hip, near, flat)
    build = NearBuild(0.8)
    ball = Point(34.4, GROUND - radius)
    under = mix(0, 7.5, there) if moment.work else 3  # From the ankle to where the ball is, along the foot.
    pitch = mix(-10, 5, there) if moment.work else -5
    sole = under * math.sin(math.radians(pitch)) + build.sole * math.cos(math.radians(pitch))
    foot = build.foot(Point(ball.x - under, ball.y - radius - sole + 0.5), -90, pitch, (-pitch - 8, 6))
    toy = things.rolling_ball(ball, radius, 60 - 100 * there)
    if tin:
        toy += things.ball(ball, radius * 0.68)
        toy += things.rolling_ball(ball, radius * 0.68, 60 - 100 * there)
    small = things.ball(person.near_leg.ankle.moved(1.5, 3.6), 1.2)
    drawn = [*behind(person), *seat, *before(person), *small]
    return side_by_side(drawn, person, [*flesh(foot), *toy], foot, gap=(23, 26))


def pencil_at_desk(moment: Moment) -> Drawing:
    """Somebody at a desk whose toes take a pencil off the floor."""
    work = moment.work
    hip, seat = on_chair(SMALL, 5)
    flat = SMALL.leg_to(hip, hip.moved(8, 9.1 * SMALL.size))
    near = SMALL.leg_to(hip, hip.moved(mix(9, 11, work), mix(9.1, 6.2, work) * SMALL.size), 6 * work)
    top = hip.y - 4.6 * SMALL.size
    person = sits_on_chair(SMALL, hip, near, flat, hand=(9, -5.6))
    foot, layers = near_pencil(Point(31, GROUND - NearBuild(0.82).sole), work, -92)
    drawn = [*behind(person), *seat, *before(person), *things.table(hip.x + 6.5, hip.x + 18, top, hip.x + 16.5)]
    return side_by_side(drawn, person, layers, foot, gap=(24, 27))


def sit_to_stand(moment: Moment) -> Drawing:
    """Somebody who leans forward and stands up from a chair at a wall."""
    work = moment.work
    build = Build(0.96)
    sat, seat = on_chair(build, 21)
    ankle = sat.moved(7.6 * build.size, 9.1 * build.size)
    lean = math.sin(work * math.pi)
    hip = Point(mix(sat.x, ankle.x, work) + 0.8 * lean, mix(sat.y, ankle.y - 17.8 * build.size, work**1.6))
    leg = build.leg_to(hip, ankle)
    spine = -88 + 42 * lean
    arm = build.arm_to(build.shoulder(hip, spine), hip.moved(7.5 - 2.5 * work, -2 + 5 * work))
    person = build.person(hip, spine, leg, leg, arm)
    up = coming(work, arrow(Point(39, 22), Point(39, 12)))
    drawn = [*things.wall(13)[:1], *behind(person, THIGHS), *seat, *before(person, THIGHS), *up, things.floor(left=13)]
    return Drawing(tuple(drawn), person.bones())


def band_point(moment: Moment) -> Drawing:
    """On a chair, one leg out: the foot points into a band that both hands hold."""
    build = Build(1.12)
    hip, seat = on_chair(build, 11)
    foot = mix(-78, -12, moment.work)
    near = Leg(-5, 3, foot, mix(-8, 14, moment.work))
    far = build.leg_to(hip, hip.moved(8.5 * build.size, 9.1 * build.size))
    person = sits_on_chair(build, hip, near, far, hand=(8, -8.6))
    leg = person.near_leg
    around = between(leg.ball, leg.tip, 0.35).towards(leg.ball.angle_to(leg.tip) + 90, 1.5 * build.size)
    down = coming(moment.work, arc_arrow(leg.ankle, 12.5, foot + 18, foot + 56))
    layers = [
        *behind(person),
        *seat,
        *before(person),
        things.band(person.arm.hand, leg.tip.towards(foot, 1), around),
        *down,
        things.floor(),
    ]
    return Drawing(tuple(layers), person.bones())


def circles_on_chair(moment: Moment) -> Drawing:
    """On a chair, one foot free of the floor: it circles, as one sees it oneself at the right."""
    build = Build(1.0)
    hip, seat = on_chair(build, 7)
    circle = circling(Point(42, 36), moment)
    near = Leg(-6, 32, circle.foot - 28)
    far = build.leg_to(hip, hip.moved(8 * build.size, 9.1 * build.size))
    person = sits_on_chair(build, hip, near, far)
    layers = [*behind(person), *seat, *before(person), things.floor(right=31), *circle.layers]
    return Drawing(tuple(layers), person.bones())


# On the floor


def floor_hip(x: float) -> Point:
    """The hip of somebody large who sits on the floor."""
    return Point(x, GROUND - 2.7 * LARGE.size)


def leg_out(hip: Point, foot: float, toes: float = 0) -> Leg:
    """A leg straight out on the floor."""
    return LARGE.leg_to(hip, Point(hip.x + 18 * LARGE.size, GROUND - 1.4 * LARGE.size), foot, toes)


def band_flex(moment: Moment) -> Drawing:
    """On the floor, a band round a chair and both feet, which pull back."""
    return _flex(moment.work, both=True)


def band_flex_one_foot(moment: Moment) -> Drawing:
    """On the floor, a band round a chair and one foot, which pulls back."""
    return _flex(moment.work, both=False)


def _flex(work: float, *, both: bool) -> Drawing:
    hip = floor_hip(8)
    foot = mix(-62, -112, work)
    near = leg_out(hip, foot, -6)
    far = near if both else leg_out(hip, -58)
    shoulder = LARGE.shoulder(hip, -92)
    person = LARGE.person(hip, -92, near, far, LARGE.arm_to(shoulder, hip.moved(-5.5, 2.3)))
    top = person.near_leg.ball
    over = top.towards(foot - 90, 1.3 * LARGE.size)
    anchor = Point(49, GROUND - 8)
    back = coming(work, arc_arrow(person.near_leg.heel, 14.5, -66, -98))
    layers = [
        *things.chair(49, 6, GROUND - 14, GROUND - 27),
        *body(person),
        things.band(anchor, over.moved(0, -1.4)),
        things.band(anchor.moved(0, 1.6), over.moved(0, 1.0)),
        *back,
        things.floor(),
    ]
    return Drawing(tuple(layers), person.bones())


def toe_pull(moment: Moment) -> Drawing:
    """On the floor, one thigh crossed under the other leg: bent forward, the hands pull the toes."""
    work = moment.work
    hip = floor_hip(11)
    foot = mix(-80, -103, work)
    near = leg_out(hip, foot, -12 * work)
    far = Leg(-20, 158, 0)
    spine = mix(-92, -50, work)
    shoulder = LARGE.shoulder(hip, spine)
    tip = LARGE.leg(hip, near).tip
    hand = between(hip.moved(12, -6), tip.moved(0.5, 0.6), work)
    person = LARGE.person(hip, spine, near, far, LARGE.arm_to(shoulder, hand), neck=mix(8, 12, work))
    forward = coming(work, arc_arrow(hip, 27, -72, -46))
    return Drawing((*body(person), *forward, things.floor()), person.bones())


def circles_on_floor(moment: Moment) -> Drawing:
    """On the floor, both legs out: one foot circles, as one sees it oneself at the right."""
    build = Build(1.12)
    hip = Point(7, GROUND - 2.7 * build.size)
    circle = circling(Point(42.8, 35), moment, 0.95)
    ankle = Point(hip.x + 18 * build.size, GROUND - 1.4 * build.size)
    near, far = build.leg_to(hip, ankle, circle.foot - 78), build.leg_to(hip, ankle, -70)
    shoulder = build.shoulder(hip, -97)
    person = build.person(hip, -97, near, far, build.arm_to(shoulder, hip.moved(-5, 1.8)))
    return Drawing((*body(person), things.floor(right=35), *circle.layers), person.bones())


def ankle_pump(moment: Moment) -> Drawing:
    """On the floor, one leg out: its foot bends up and points, briskly."""
    hip = floor_hip(14)
    up = moment.work * math.cos(moment.turn * 2 * math.pi)
    near = leg_out(hip, pumped(up), 8 * max(-up, 0))
    spine = -98
    shoulder = LARGE.shoulder(hip, spine)
    person = LARGE.person(hip, spine, near, near, LARGE.arm_to(shoulder, hip.moved(-6.5, 2.3)))
    return Drawing((*body(person), *pumping(person.near_leg, up, moment.work), things.floor()), person.bones())


def pumped(up: float) -> float:
    """Where a foot points that is bent up, 1, or away, -1."""
    return -70 - 40 * up


def pumping(leg: LegJoints, up: float, work: float) -> list[Layer]:
    """An arrow that says where the foot goes next: down from 1, up from -1; both ways before the work."""
    back, away = arc_arrow(leg.heel, 14, -72, -108), arc_arrow(leg.heel, 14, -66, -34)
    if not work:
        return [*back, *away]
    return away if up > 0 else back
