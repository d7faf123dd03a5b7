"""Movements that stretch calf, sole and toes, and are held."""

from __future__ import annotations

from typing import Final

from footui.figures import things
from footui.figures.arrows import arc_arrow, arrow, coming
from footui.figures.body import Works, before, behind
from footui.figures.dots import Cone, Flesh, Layer, Look
from footui.figures.drawing import Drawing, Moment
from footui.figures.geometry import Point, between, mix
from footui.figures.near_foot import NearBuild, NearFoot, flesh, sole_band
from footui.figures.sitting import LARGE, SMALL, floor_hip, leg_out, on_chair, sits_on_chair
from footui.figures.skeleton import SOLE, Build, Leg
from footui.figures.things import GROUND

AT_WALL: Final = Build(1.02)
CALF: Final = Works(foot=False, shin=True)
NEAR: Final = NearBuild(0.8)


def calf_straight(moment: Moment) -> Drawing:
    """Hands on a wall: the calf of the leg behind is stretched, its knee straight, its heel down."""
    hips = (Point(24, GROUND - 19.0 * AT_WALL.size), Point(28.5, GROUND - 18.2 * AT_WALL.size))
    return _behind(moment.work, hips, 16.5, arrow(Point(11, 19.5), Point(17, 19.5)))


def calf_bent(moment: Moment) -> Drawing:
    """Hands on a wall: the leg behind bends its knee, its heel down."""
    hips = (Point(25.5, GROUND - 19.3 * AT_WALL.size), Point(27.5, GROUND - 15.6 * AT_WALL.size))
    return _behind(moment.work, hips, 20.5, arrow(Point(16, 11), Point(16, 17)))


def _behind(work: float, hips: tuple[Point, Point], heel: float, way: list[Layer]) -> Drawing:
    """Hands on a wall, the near leg behind, the far one in front; the hips go from one place to the other."""
    ankle_y = GROUND - SOLE * AT_WALL.size
    hip = between(*hips, work)
    spine = mix(-66, -72, work)
    near, far = AT_WALL.leg_to(hip, Point(heel, ankle_y)), AT_WALL.leg_to(hip, Point(34, ankle_y))
    shoulder = AT_WALL.shoulder(hip, spine)
    arm = AT_WALL.arm_to(shoulder, Point(41.8, GROUND - 24.5))
    person = AT_WALL.person(hip, spine, near, far, arm)
    drawn: list[Layer] = [
        *behind(person),
        *before(person, CALF),
        *coming(work, way),
        *things.wall(43),
        things.floor(right=43),
    ]
    return Drawing(tuple(drawn), person.bones())


def calf_toes_up(moment: Moment) -> Drawing:
    """One forefoot up against a wall, its heel on the floor: the hips come forward."""
    work = moment.work
    ankle_y = GROUND - SOLE * AT_WALL.size
    hip = between(Point(28.6, GROUND - 19.4 * AT_WALL.size), Point(32.4, GROUND - 19.2 * AT_WALL.size), work)
    heel = Point(37.4, GROUND - 1.2 * AT_WALL.size)
    near = AT_WALL.leg_to(hip, AT_WALL.ankle_above(heel, -52), -52, -14)
    far = AT_WALL.leg_to(hip, Point(27.5, ankle_y))
    spine = mix(-88, -86, work)
    shoulder = AT_WALL.shoulder(hip, spine)
    person = AT_WALL.person(hip, spine, near, far, AT_WALL.arm_to(shoulder, Point(41.8, GROUND - 25.5)))
    nearer = coming(work, arrow(hip.moved(-11, 0), hip.moved(-5.5, 0)))
    drawn: list[Layer] = [*behind(person), *before(person, CALF), *nearer, *things.wall(43), things.floor(right=43)]
    return Drawing(tuple(drawn), person.bones())


def calf_towel(moment: Moment) -> Drawing:
    """On the floor, one leg out: both hands pull a towel round its forefoot."""
    work = moment.work
    hip = floor_hip(10)
    foot = mix(-68, -112, work)
    near = leg_out(hip, foot, -6)
    spine = mix(-82, -93, work)
    shoulder = LARGE.shoulder(hip, spine)
    person = LARGE.person(hip, spine, near, near, LARGE.arm_to(shoulder, hip.moved(mix(12.5, 8.5, work), -8.5)))
    leg = person.near_leg
    over = leg.ball.towards(foot + 90, 1.6)
    towel = things.band(person.arm.hand, leg.tip.towards(foot, 0.9), over)
    back = coming(work, arc_arrow(leg.heel, 13.5, -62, -92))
    drawn: list[Layer] = [*behind(person), *before(person, CALF), towel, *back, things.floor()]
    return Drawing(tuple(drawn), person.bones())


def plantar_fascia(moment: Moment) -> Drawing:
    """On a chair, one ankle on the other knee; near by, a hand pulls the toes back and the sole goes tight."""
    work = moment.work
    hip, seat = on_chair(SMALL, 6)
    far = SMALL.leg_to(hip, hip.moved(8, 9.1 * SMALL.size))
    near = SMALL.leg_to(hip, SMALL.leg(hip, far).knee.moved(0.4, -3.2 * SMALL.size), 62)
    person = sits_on_chair(SMALL, hip, near, far, hand=(12, -5))
    foot = NEAR.foot(Point(31, 25), -90, 6, (mix(-14, -72, work), -4 * work))
    drawn: list[Layer] = [*behind(person), *seat, *before(person), *flesh(foot)[:1], *sole_band(foot), _hand(foot)]
    pull = coming(work, arc_arrow(foot.ball, 12, -62, -100))
    return Drawing((*drawn, *pull, things.floor(right=23)), person.bones())


def _hand(foot: NearFoot) -> Flesh:
    """A hand round the toes, and its forearm, which comes from above."""
    grip = foot.tip.towards(foot.ball.angle_to(foot.tip) + 90, 1.4)
    palm = grip.moved(2, -3)
    below = foot.toe.towards(foot.ball.angle_to(foot.toe) + 90, 2.6)
    fingers = (Cone(grip, below, 1.2, 1.1), Cone(grip, palm, 1.2, 1.8))
    return Flesh((*fingers, Cone(palm, Point(53.6, 0), 1.5, 1.85)), melt=1.5, halo=1.2)


def kneeling(moment: Moment) -> Drawing:
    """On the knees, the toes tucked under: the seat goes back towards the heels."""
    build = Build(1.22)
    work = moment.work
    knee = Point(34, GROUND - 2.2 * build.size)
    ankle = knee.towards(180 + 20, 8.8 * build.size)
    hip = knee.towards(mix(-92, -142, work), 9.3 * build.size)
    near = Leg(hip.angle_to(knee), knee.angle_to(ankle), 84, -84)
    spine = mix(-88, -76, work)
    shoulder = build.shoulder(hip, spine)
    hand = hip.moved(mix(3, 8.5, work) * build.size, mix(2.5, 1, work) * build.size)
    person = build.person(hip, spine, near, near, build.arm_to(shoulder, hand))
    back = coming(work, arc_arrow(knee, 19, -112, -140))
    leg = person.near_leg
    sole = Flesh((Cone(leg.heel, leg.ball, 1.2, 1.1), Cone(leg.ball, leg.tip, 1.1, 0.9)), Look.FILLED, halo=0)
    return Drawing((*before(person, Works(foot=False)), sole, *back, things.floor()), person.bones())
