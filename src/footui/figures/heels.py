"""Movements in which the heels go up or down: a whole person at the left, the foot near by at the right."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from footui.figures import things
from footui.figures.arrows import arc_arrow, arrow, coming
from footui.figures.body import Works, before, behind, lifted_behind
from footui.figures.dots import Layer
from footui.figures.drawing import Drawing, Moment
from footui.figures.geometry import Point, mix
from footui.figures.near_foot import NearBuild, NearFoot, calf, heels_from_behind, shin_muscle
from footui.figures.sitting import SMALL, on_chair, sits_on_chair
from footui.figures.skeleton import Build, Leg, Skeleton
from footui.figures.standing import side_by_side
from footui.figures.things import GROUND

BUILD: Final = Build(0.78)
NEAR: Final = NearBuild(0.8)
WORKS: Final = Works(foot=True, shin=True)
BOTH: Final = Works(foot=True, shin=True, both=True)
_UP: Final = 30.0
"""How far a heel is lifted, in degrees of the foot."""
_DOWN: Final = -24.0
"""How far it goes below the edge of a step."""
_LOW: Final = 4.5
"""The height of the step the person stands on."""
_HIGH: Final = 9.0
"""The height of the step near by."""
_GAP: Final = (24, 27)
_IN_AIR: Final = Leg(84, 168, 100)
"""A leg that is lifted off the floor, its foot behind."""


class _Stance(NamedTuple):
    """How somebody stands with the balls of the feet on the floor or on a step."""

    lift: float
    """How far the heel is lifted, in degrees; below 0, how far it is lowered."""
    far: Leg | None = None
    """The far leg, where it does not do what the near one does."""
    bend: float = 0
    """How much lower the hip is as the knees are bent."""


def heel_raise(moment: Moment) -> Drawing:
    """Both heels rise, the hands on a wall."""
    return _at_wall(_Stance(_UP * moment.work), moment.work)


def heel_raise_single(moment: Moment) -> Drawing:
    """The heel of one foot rises, the other foot is in the air."""
    return _at_wall(_Stance((_UP - 2) * moment.work, _IN_AIR), moment.work)


def quick_heel_raise(moment: Moment) -> Drawing:
    """Both heels bounce a little up and down; only the foot near by shows it."""
    up = moment.work * (0.5 + 0.5 * math.cos(moment.turn * 2 * math.pi))
    return _at_wall(_Stance(10), moment.work, near_lift=20 * up)


def heel_raise_ball(moment: Moment) -> Drawing:
    """Both heels rise, a small ball held between them, as somebody behind sees it."""
    work = moment.work
    person, layers = _person_at_wall(_Stance(_UP * work))
    heel = person.near_leg.heel
    layers += things.ball(heel.moved(0, -0.6), 1.2)
    by = heels_from_behind(Point(40.5, GROUND), 7.5 * work)
    toy = things.ball(Point(40.5, GROUND - 3.6 - 7.5 * work), 3.3)
    up = coming(work, arrow(Point(27, GROUND - 11), Point(27, GROUND - 20)))
    grounds = (things.floor(right=_GAP[0]), things.floor(left=_GAP[1]))
    return Drawing((*layers, *by, *toy, *up, *grounds), person.bones())


def heel_raise_step(moment: Moment) -> Drawing:
    """Both heels rise, the balls of the feet on the edge of a step."""
    return _on_step(_Stance(_UP * moment.work), moment.work, rises=True)


def heel_raise_single_step(moment: Moment) -> Drawing:
    """One heel rises, the ball of that foot on the edge of a step."""
    return _on_step(_Stance(_UP * moment.work, _IN_AIR), moment.work, rises=True)


def heel_drop(moment: Moment) -> Drawing:
    """One heel sinks below the edge of a step, the knee straight; both feet came up."""
    return _on_step(_Stance(mix(22, _DOWN, moment.work), _lifting(moment.work)), moment.work, rises=False)


def heel_drop_bent(moment: Moment) -> Drawing:
    """One heel sinks below the edge of a step, the knee bent."""
    stance = _Stance(mix(22, _DOWN, moment.work), _lifting(moment.work), bend=2.6)
    return _on_step(stance, moment.work, rises=False)


def heels_sink(moment: Moment) -> Drawing:
    """Both heels sink below the edge of a step, to stretch the calves."""
    return _on_step(_Stance(_DOWN * moment.work), moment.work, rises=False)


def towel_heel_raise(moment: Moment) -> Drawing:
    """One heel rises from below the edge of a step, the toes bent up on a rolled towel."""
    lift = mix(-18, 26, moment.work)
    return _on_step(_Stance(lift, _IN_AIR), moment.work, rises=True, towel=True)


def heel_raise_seated(moment: Moment) -> Drawing:
    """On a chair: both heels rise, the balls of the feet stay down."""
    return _on_chair(_UP * moment.work, moment.work, forefoot=False)


def toe_raise(moment: Moment) -> Drawing:
    """Both forefeet rise, the heels stay down, the hands on a wall."""
    tilt = -26 * moment.work
    hip, near = _on_heel(Point(9, GROUND - 1.2 * BUILD.size), tilt)
    arm = BUILD.arm_to(BUILD.shoulder(hip, -86), Point(17.6, hip.y - 9))
    person = BUILD.person(hip, -86, near, near, arm)
    layers = [*behind(person, BOTH), *before(person, WORKS), things.wall(18.6)[0]]
    foot = _near_heel(Point(32, GROUND), tilt)
    up = coming(moment.work, arc_arrow(foot.heel, 21.5, -18, -44))
    return side_by_side(layers, person, [*shin_muscle(foot), *up], foot, gap=_GAP)


def dorsiflexion(moment: Moment) -> Drawing:
    """On a chair: both forefeet rise as far as they go, and stay."""
    return _on_chair(-28 * moment.work, moment.work, forefoot=True)


def toe_raise_seated(moment: Moment) -> Drawing:
    """On a chair: the forefeet rise, then the heels, in turn."""
    way = moment.work * math.cos(moment.turn * 2 * math.pi)
    lift = -26 * way if way > -0.01 else -_UP * way
    return _on_chair(lift, moment.work, forefoot=True)


def _lifting(work: float) -> Leg | None:
    """The far leg, which lets the near one do the work."""
    return _IN_AIR if work > 0.2 else None


def _at_wall(stance: _Stance, work: float, near_lift: float | None = None) -> Drawing:
    """Somebody at a wall, on the balls of the feet."""
    person, layers = _person_at_wall(stance)
    foot = _near(Point(47, GROUND), stance.lift if near_lift is None else near_lift)
    up = coming(work, arrow(foot.heel.moved(-6.5, 0), foot.heel.moved(-6.5, -9)))
    return side_by_side(layers, person, [*calf(foot), *up], foot, gap=_GAP)


def _person_at_wall(stance: _Stance) -> tuple[Skeleton, list[Layer]]:
    hip, near = _on_ball(Point(12, GROUND - 0.8 * BUILD.size), stance)
    arm = BUILD.arm_to(BUILD.shoulder(hip, -89), Point(17.6, hip.y - 9))
    person = BUILD.person(hip, -89, near, stance.far or near, arm)
    return person, [*_far_leg(person, stance), *before(person, WORKS), things.wall(18.6)[0]]


def _on_step(stance: _Stance, work: float, *, rises: bool, towel: bool = False) -> Drawing:
    """Somebody on the edge of a step, a hand on the rail."""
    edge, edge_near = 11.4, 45.0
    hip, near = _on_ball(Point(edge + 1.2, GROUND - _LOW - 0.8 * BUILD.size), stance)
    hand = Point(18, GROUND - _LOW - 16.5)
    arm = BUILD.arm_to(BUILD.shoulder(hip, -88), hand)
    person = BUILD.person(hip, -88, near, stance.far or near, arm)
    foot = _near(Point(edge_near + 1.8, GROUND - _HIGH), stance.lift, bend=stance.bend, toes=-38 if towel else 0)
    ends = foot.heel.moved(-6.6, 2), foot.heel.moved(-6.6, -7)
    way = arrow(*ends) if rises else arrow(*reversed(ends))
    layers = [
        *_far_leg(person, stance),
        *things.rail(19.6, hand.y, GROUND - _LOW),
        *before(person, WORKS),
        *things.step(edge, 23, _LOW),
    ]
    by = [*calf(foot), *things.step(edge_near, 55.9, _HIGH), *coming(work, way)]
    if towel:
        by += things.roll(Point(foot.ball.x + 5.2, GROUND - _HIGH - 2.4), 2.4)
        layers += things.ball(Point(edge + 3.4, GROUND - _LOW - 1), 0.9)
    return side_by_side(layers, person, by, foot, gap=(edge, 26))


def _on_chair(lift: float, work: float, *, forefoot: bool) -> Drawing:
    """Somebody on a chair, the heels lifted by so many degrees, or the forefeet where that is less than 0."""
    hip, seat = on_chair(SMALL, 7)
    flat = hip.moved(7.5, 9.1 * SMALL.size)
    if lift > 0 or not forefoot:
        ankle = SMALL.ankle_over(flat.moved(4.3 * SMALL.size, 1.7 * SMALL.size), lift)
        foot = _near(Point(46, GROUND), lift)
    else:
        ankle = SMALL.ankle_above(flat.moved(-1.5 * SMALL.size, 1.3 * SMALL.size), lift)
        foot = _near_heel(Point(46 - 18.5 * NEAR.size, GROUND), lift)
    leg = SMALL.leg_to(hip, ankle, lift, -max(lift, 0))
    person = sits_on_chair(SMALL, hip, leg, leg)
    drawn = [*behind(person, BOTH), *seat, *before(person, WORKS)]
    up = arc_arrow(foot.heel, 21.5, -18, -44) if forefoot else arrow(foot.heel.moved(-6, 0), foot.heel.moved(-6, -9))
    by = calf(foot) if lift > 0 or not forefoot else shin_muscle(foot)
    return side_by_side(drawn, person, [*by, *coming(work, up)], foot, gap=_GAP)


def _on_heel(heel: Point, tilt: float) -> tuple[Point, Leg]:
    """The hip above a foot on its heel, and that leg; `tilt` is less than 0 where the forefoot is lifted."""
    ankle = BUILD.ankle_above(heel, tilt)
    hip = Point(ankle.x + 0.4 + 0.03 * tilt, ankle.y - 17.2 * BUILD.size)
    return hip, BUILD.leg_to(hip, ankle, tilt)


def _near_heel(under: Point, tilt: float) -> NearFoot:
    """A foot near by with its heel on the ground at a place, and the forefoot lifted."""
    ankle = NEAR.ankle_above(under.moved(0, -3.3 * NEAR.size), tilt)
    return NEAR.foot(ankle, ankle.angle_to(Point(under.x + 4, under.y - 59)), tilt)


def _far_leg(person: Skeleton, stance: _Stance) -> list[Layer]:
    return lifted_behind(person) if stance.far else behind(person, BOTH)


def _on_ball(ball: Point, stance: _Stance) -> tuple[Point, Leg]:
    """The hip above a foot on its ball, and that leg."""
    lift = stance.lift
    ankle = BUILD.ankle_over(ball, lift)
    hip = Point(mix(ankle.x, ball.x, 0.5 * lift / 36) + 0.4, ankle.y - (17.4 - stance.bend) * BUILD.size)
    return hip, BUILD.leg_to(hip, ankle, lift, -lift)


def _near(under: Point, lift: float, *, bend: float = 0, toes: float = 0) -> NearFoot:
    """A foot near by with its ball on the ground at a place, the heel lifted, or lowered, by so many degrees."""
    ankle = NEAR.ankle_over(under.moved(0, -NEAR.ball), lift)
    knee = Point(under.x - 11 + 5 * bend, under.y - 59)
    return NEAR.foot(ankle, ankle.angle_to(knee), lift, (toes - lift, 0))
