"""Movements of the toes, done sitting: somebody on a chair at the left, the foot near by at the right."""

from __future__ import annotations

import math
from typing import Final

from footui.figures import things
from footui.figures.arrows import arc_arrow, arrow, coming
from footui.figures.body import Works, before, behind, body
from footui.figures.dots import Cone, Flesh, Layer, Look, Stroke
from footui.figures.drawing import Drawing, Moment
from footui.figures.geometry import Point, between, mix
from footui.figures.near_foot import NearBuild, flesh
from footui.figures.own_view import foot_from_front, footprint, toes_from_above
from footui.figures.sitting import SMALL, on_chair, sits_on_chair
from footui.figures.skeleton import Skeleton
from footui.figures.standing import side_by_side, stands
from footui.figures.things import GROUND

NEAR: Final = NearBuild(0.84)
FLAT: Final = Point(31, GROUND - NEAR.sole)
"""The ankle of a foot that stands flat."""
_GAP: Final = (23, 26)
_POSES: Final = ((38, (-38, 0)), (66, (-6, 10)), (42, (26, 88)))
"""On the ball of the foot, on the tips of the toes, the toes bent under: how far the foot is lifted, the toes bent."""


def _seated(work: float = 0) -> tuple[Skeleton, list[Layer]]:
    """Somebody on a chair, feet flat; the near foot comes up with the work."""
    hip, seat = on_chair(SMALL, 6)
    flat = SMALL.leg_to(hip, hip.moved(7.5, 9.1 * SMALL.size))
    near = SMALL.leg_to(hip, hip.moved(8.5 + 1.5 * work, (9.1 - 2.4 * work) * SMALL.size), 4 * work)
    person = sits_on_chair(SMALL, hip, near, flat)
    return person, [*behind(person), *seat, *before(person)]


def toe_yoga(moment: Moment) -> Drawing:
    """From the front: the big toe rises, the others stay down; then the others rise and the big one stays down."""
    person, layers = _seated()
    turn = math.cos(moment.turn * 2 * math.pi) * moment.work
    foot = foot_from_front(Point(39, GROUND), 0, max(turn, 0), max(-turn, 0))
    rises = coming(moment.work, arrow(Point(54, 34), Point(54, 25)))
    return Drawing((*layers, *foot, *rises, things.floor(right=23), things.floor(left=25)), person.bones())


def knee_swing(moment: Moment) -> Drawing:
    """From the front: the knee goes from side to side, the sole stays on the floor."""
    person, layers = _seated()
    lean = moment.work * math.cos(moment.turn * 2 * math.pi)
    foot = foot_from_front(Point(40, GROUND), 15 * lean, 0, 0, knee=True)
    ways = [*arrow(Point(48, 5), Point(53, 5)), *arrow(Point(34, 5), Point(29, 5))]
    return Drawing(
        (*layers, *foot, *coming(moment.work, ways), things.floor(right=23), things.floor(left=25)), person.bones()
    )


def toe_spread(moment: Moment) -> Drawing:
    """All toes spread, as one sees them oneself."""
    return _from_above(moment, moment.work)


def toe_spread_band(moment: Moment) -> Drawing:
    """All toes spread against a rubber band round them."""
    return _from_above(moment, moment.work, band=True)


def toe_squeeze(moment: Moment) -> Drawing:
    """Toes squeezed together, something soft between them."""
    return _from_above(moment, mix(1.2, 0.4, moment.work), corks=True)


def _from_above(moment: Moment, spread: float, *, corks: bool = False, band: bool = False) -> Drawing:
    person, layers = _seated()
    toes = toes_from_above(Point(40, GROUND - 6), spread, corks=corks, band=band)
    ways: list[Layer] = []
    for side in (-1, 1):
        out, inner = Point(40 + 13.8 * side, 3), Point(40 + 10 * side, 2)
        ways += coming(moment.work, arrow(out, inner) if corks else arrow(inner, out))
    return Drawing((*layers, *toes, *ways, things.floor(right=23)), person.bones())


def big_toe_pull(moment: Moment) -> Drawing:
    """A rubber band round both big toes: the feet move apart."""
    person, layers = _seated()
    apart = mix(5.2, 8.4, moment.work)
    feet = [footprint(Point(40 + side * apart, 31), 0, 1, 0.84, other=side < 0) for side in (-1, 1)]
    toe = apart - 3.8 * 0.84
    band = [Stroke((Point(40 - toe - 1, 15.4 + y), Point(40 + toe + 1, 15.4 + y))) for y in (-2.6, 2.2)]
    ways: list[Layer] = []
    for side in (-1, 1):
        start = Point(40 + side * 6.5, 5)
        ways += coming(moment.work, arrow(start, start.moved(6 * side, 0)))
    return Drawing((*layers, *feet[0], *feet[1], *band, *ways, things.floor(right=23)), person.bones())


def towel_curl(moment: Moment) -> Drawing:
    """Toes that gather a towel on the floor."""
    work = moment.work
    person, layers = _seated()
    build = NearBuild(0.74)
    foot = build.foot(Point(29.5, GROUND - build.sole), -90, 0, (mix(-26, -34, work), mix(16, 96, work)))
    start = foot.toe.x + mix(0, 2.4, work)
    end = mix(54.8, start + 10, work)
    edge = [
        Point(mix(start, end, i / 24), GROUND - 0.4 - 9 * work * (0.5 - 0.5 * math.cos(i * math.pi / 6)))
        for i in range(25)
    ]
    towel = [Stroke(tuple(place.moved(0, y) for place in edge)) for y in (0, -1)]
    curl = coming(work, arc_arrow(foot.ball.moved(4, 2), 11, -30, -80))
    return side_by_side(layers, person, [*flesh(foot), *towel, *curl], foot, gap=_GAP)


def marble_pickup(moment: Moment) -> Drawing:
    """Toes that pick a marble up; a bowl stands beside."""
    work = moment.work
    person, layers = _seated(work)
    build = NearBuild(0.78)
    toes = (mix(-40, -16, work), mix(10, 96, work))
    foot = build.foot(Point(29, GROUND - build.sole - 9 * work), -91, 5 * work, toes)
    lying, held = Point(foot.ball.x + 6.2, GROUND - 2.1), between(foot.ball, foot.tip, 0.62).moved(-0.4, 2.6)
    marble = things.ball(between(lying, held, work), 2.0)
    bowl = [Stroke((Point(47.5, 33), Point(49, GROUND), Point(54, GROUND), Point(55.5, 33)))]
    lift = coming(work, arrow(foot.tip.moved(0, -7), foot.tip.moved(0, -14)))
    return side_by_side(layers, person, [*flesh(foot), *marble, *bowl, *lift], foot, gap=_GAP)


def raise_point_curl(moment: Moment) -> Drawing:
    """Up on the ball of the foot, then on the tips of the toes, then the toes bent under."""
    person, layers = _seated()
    third = int(moment.turn * 3 + 1e-6) % 3
    pose, toes = _POSES[third] if moment.work else (0, (0, 0))
    lift = pose * moment.work
    at = NEAR.foot(Point(0, 0), 0, lift, toes)
    lowest = max(at.ball.y + 2.3 * NEAR.size, at.toe.y + 1.9 * NEAR.size, at.tip.y + 1.5 * NEAR.size)
    ankle = Point(43.5 - at.ball.x, GROUND - lowest)
    foot = NEAR.foot(ankle, ankle.angle_to(Point(32, -24)), lift, toes)
    up = coming(moment.work, arrow(foot.heel.moved(-5.5, 0), foot.heel.moved(-5.5, -9)))
    return side_by_side(layers, person, [*flesh(foot), *up], foot, gap=_GAP)


def short_foot(moment: Moment) -> Drawing:
    """The ball of the foot comes nearer to the heel, so that the arch rises; the toes stay long."""
    person, layers = _seated()
    return _short(moment.work, person, layers)


def short_foot_standing(moment: Moment) -> Drawing:
    """Standing: the balls of both feet come nearer to the heels, so that the arches rise."""
    person = stands(9, bend=0)
    return _short(moment.work, person, body(person, Works(both=True)))


def _short(work: float, person: Skeleton, layers: list[Layer]) -> Drawing:
    size = NEAR.size
    foot = NEAR.foot(FLAT, -90)
    front = foot.arch.distance(foot.ball)
    arch = foot.heel.towards(mix(foot.heel.angle_to(foot.arch), -26, work), foot.heel.distance(foot.arch))
    across = math.sqrt(front**2 - (foot.ball.y - arch.y) ** 2)
    back = arch.x + across - foot.ball.x
    ball, toe, tip = (place.moved(back, 0) for place in (foot.ball, foot.toe, foot.tip))
    short = foot._replace(arch=arch, ball=ball, toe=toe, tip=tip, instep=foot.instep.moved(0.4 * back, 0.7 * back))
    muscle = [Cone(foot.heel.moved(1.5, 0.6), arch, 1.2 * size, 1.3 * size), Cone(arch, ball, 1.3 * size, 1.2 * size)]
    works = Flesh(tuple(muscle), Look.FILLED, melt=2, halo=0)
    pull = coming(work, arrow(foot.ball.moved(8, -7), foot.ball.moved(0, -7)))
    bones = person.bones() | {
        "near by heel": foot.heel.distance(arch),
        "near by sole": arch.distance(ball),
        "near by toe": ball.distance(toe),
    }
    grounds = (things.floor(right=_GAP[0]), things.floor(left=_GAP[1]))
    return Drawing((*layers, flesh(short)[0], works, *pull, *grounds), bones)
