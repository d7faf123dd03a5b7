"""Movements done standing: a whole person at the left, the foot near by at the right."""

from __future__ import annotations

import math
from typing import Final

from footui.figures import things
from footui.figures.arrows import arc_arrow, arrow, coming
from footui.figures.body import Works, before, behind, body
from footui.figures.dots import Flesh, Layer, Look
from footui.figures.drawing import Drawing, Moment
from footui.figures.geometry import Point, between, mix
from footui.figures.near_foot import NearBuild, NearFoot, flesh
from footui.figures.skeleton import SOLE, Build, Leg, Skeleton
from footui.figures.things import GROUND

BUILD: Final = Build(0.92)
NEAR: Final = NearBuild(0.9)
SMALLER: Final = NearBuild(0.82)
"""Where the person at the left needs more room."""
_HIP: Final = GROUND - 19.9 * BUILD.size
"""The height of the hip of somebody who stands straight."""


def toe_press(moment: Moment) -> Drawing:
    """Toes that grip the floor, knees a little bent."""
    work = moment.work
    person = stands(8, bend=work)
    foot = NEAR.foot(Point(30, GROUND - NEAR.sole), mix(-91, -85, work), 0, (mix(0, -35, work), mix(0, 92, work)))
    curl = coming(work, arc_arrow(foot.ball.moved(2, 2), 10.5, -75, -20))
    return side_by_side(body(person, Works(both=True)), person, [*flesh(foot), *curl], foot, gap=(19, 22))


def toe_press_ball(moment: Moment) -> Drawing:
    """Toes that grip a small ball."""
    work = moment.work
    person = stands(7, bend=work, step=2.5)
    toes = (mix(-62, -50, work), mix(10, 78, work))
    foot = NEAR.foot(Point(28, GROUND - NEAR.sole), mix(-91, -85, work), 0, toes)
    toy_middle = Point(foot.ball.x + 6.2, GROUND - 3.1)
    toy = things.ball(toy_middle, 3.1)
    small = things.ball(person.near_leg.tip.moved(1.8, -0.2), 1.1)
    curl = coming(work, arc_arrow(toy_middle, 7.8, -68, -12))
    return side_by_side([*body(person), *small], person, [*flesh(foot), *toy, *curl], foot, gap=(19, 22))


def toe_walk(moment: Moment) -> Drawing:
    """Steps on tiptoe, a hand on a worktop."""
    lift = 44 * moment.work
    stride = 3.4 * moment.work
    hip = Point(8, _HIP - 2.7 * moment.work)
    near, far = (_step(hip, moment.turn + begin, stride, lift) for begin in (0, 0.5))
    shoulder = BUILD.shoulder(hip, -90)
    top = GROUND - 22
    arm = BUILD.arm_to(shoulder, Point(16, top - 0.8))
    person = BUILD.person(hip, -90, near, far, arm)
    foot = SMALLER.foot(SMALLER.ankle_over(Point(47, GROUND - SMALLER.ball), lift), -90, lift, (-lift, 0))
    layers = [*things.table(14, 24, top, 20), *body(person, Works(both=True))]
    rise = coming(moment.work, arrow(foot.heel.moved(-7, 0), foot.heel.moved(-7, -9)))
    return side_by_side(layers, person, [*flesh(foot), *rise], foot, gap=(25, 29))


def _step(hip: Point, turn: float, stride: float, lift: float) -> Leg:
    """A leg in a round of steps: half of it on the floor and going back, half of it in the air and coming forward."""
    turn %= 1
    on_floor = turn < 0.5
    forward = 1 - 4 * turn if on_floor else 4 * turn - 3
    height = 0 if on_floor else math.sin((turn - 0.5) * 2 * math.pi) * stride * 0.7
    ball = Point(hip.x + 3 + forward * stride, GROUND - 0.8 * BUILD.size - height)
    return BUILD.leg_to(hip, BUILD.ankle_over(ball, lift), lift, -lift if on_floor else -lift * 0.3)


def calf_stretch(moment: Moment) -> Drawing:
    """Hands on a wall, one foot in front; the hips come nearer, the heels stay down."""
    build = Build(1.02)
    work = moment.work
    ankle_y = GROUND - SOLE * build.size
    hip = between(Point(25, GROUND - 19.6 * build.size), Point(30.5, GROUND - 18.2 * build.size), work)
    spine = mix(-67, -78, work)
    near, far = build.leg_to(hip, Point(33.5, ankle_y)), build.leg_to(hip, Point(20, ankle_y))
    shoulder = build.shoulder(hip, spine)
    person = build.person(hip, spine, near, far, build.arm_to(shoulder, Point(41.8, GROUND - 25.5)))
    works = Works(foot=True, shin=True, both=True)
    nearer = coming(work, arrow(hip.moved(-12.5, 0), hip.moved(-7, 0)))
    drawn = [*behind(person, works), *before(person, works), *nearer, *things.wall(43), things.floor(right=43)]
    return Drawing(tuple(drawn), person.bones())


def pencil_pickup(moment: Moment) -> Drawing:
    """Toes that take a pencil off the floor, a hand on a chair."""
    work = moment.work
    hip = Point(6, _HIP)
    ankle_y = GROUND - SOLE * BUILD.size
    near = BUILD.leg_to(hip, Point(mix(7, 11, work), ankle_y - 4.2 * work), mix(0, 14, work))
    far = BUILD.leg_to(hip, Point(5, ankle_y))
    shoulder = BUILD.shoulder(hip, -90)
    person = BUILD.person(hip, -90, near, far, BUILD.arm_to(shoulder, Point(16.3, GROUND - 19.5)))
    seat = things.chair(17.5, 6, GROUND - 10, GROUND - 19)
    foot, layers = near_pencil(Point(31, GROUND - SMALLER.sole), work, -91)
    return side_by_side([*behind(person), *seat, *before(person)], person, layers, foot, gap=(24, 27))


def near_pencil(ankle: Point, work: float, shin: float) -> tuple[NearFoot, list[Layer]]:
    """A foot near by that takes a pencil off the floor."""
    toes = (mix(-46, -20, work), mix(8, 100, work))
    foot = SMALLER.foot(ankle.moved(0, -8.5 * work), shin, 6 * work, toes)
    crook = foot.toe.moved(-0.6, 2.6)
    lying = Point(foot.ball.x + 4, GROUND - 1.5)
    outline, toes_over = flesh(foot)
    tip = Flesh(toes_over.cones[1:], Look.FILLED)
    lift = coming(work, arrow(foot.tip.moved(4, -3), foot.tip.moved(4, -10)))
    pencil = things.pencil(between(lying, crook, work), -7 * work)
    return foot, [outline, toes_over, *pencil, tip, *lift]


def stands(x: float, *, bend: float, step: float = 0) -> Skeleton:
    """Somebody who stands, both feet together or the near one a step in front."""
    hip = Point(x, _HIP + 1.3 * bend)
    ankle = Point(x - 0.5, GROUND - SOLE * BUILD.size)
    near = BUILD.leg_to(hip, ankle.moved(step, 0))
    far = BUILD.leg_to(hip, ankle)
    shoulder = BUILD.shoulder(hip, -89)
    arm = BUILD.arm_to(shoulder, hip.moved(6.5, -2.5))
    return BUILD.person(hip, -89, near, far, arm)


def side_by_side(
    layers: list[Layer], person: Skeleton, near: list[Layer], foot: NearFoot, gap: tuple[float, float]
) -> Drawing:
    """Two pictures, each on its own piece of floor."""
    grounds = (things.floor(right=gap[0]), things.floor(left=gap[1]))
    bones = person.bones() | {f"near by {name}": length for name, length in foot.bones().items()}
    return Drawing((*layers, *near, *grounds), bones)
