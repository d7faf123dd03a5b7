"""The foot near by: from the side, for what the toes do, and as one sees one's own foot, for circles."""

from __future__ import annotations

from typing import Final, NamedTuple

from footui.figures.dots import Cone, Flesh, Layer, Look
from footui.figures.geometry import Point

HEEL: Final = (-4.0, 5.9)
"""Where the heel's middle lies from the ankle, in units, of a foot that points right."""
ARCH: Final = (5.0, 5.2)
INSTEP: Final = (7.2, 1.6)
BALL: Final = (14.5, 6.9)
TOE: Final = 5.4
"""The length of each of the two parts of the big toe that are seen."""
TIP: Final = 3.8
SHIN: Final = 46.0
SOLE: Final = 9.2


class NearFoot(NamedTuple):
    """The joints of one foot seen from the side; it points right."""

    size: float
    knee: Point
    ankle: Point
    heel: Point
    arch: Point
    instep: Point
    ball: Point
    toe: Point
    tip: Point

    def bones(self) -> dict[str, float]:
        """The length of every bone by its name, in units."""
        return {
            "shin": self.knee.distance(self.ankle),
            "heel": self.ankle.distance(self.heel),
            "instep": self.ankle.distance(self.instep),
            "arch": self.ankle.distance(self.arch),
            "foot": self.ankle.distance(self.ball),
            "toe": self.ball.distance(self.toe),
            "tip": self.toe.distance(self.tip),
        }


class NearBuild(NamedTuple):
    """How large a foot near by is drawn: 1 is 30 units long."""

    size: float

    @property
    def sole(self) -> float:
        """How high the ankle is above the floor."""
        return SOLE * self.size

    @property
    def ball(self) -> float:
        """How high the ball's middle is above the floor."""
        return 2.3 * self.size

    def foot(self, ankle: Point, shin: float, foot: float = 0, toes: tuple[float, float] = (0, 0)) -> NearFoot:
        """The joints of a foot; `shin` is where the knee lies, `foot` where it points, `toes` how far each part bends.

        All in degrees; the toes bend down from the direction of the foot, and then from each other.
        """
        heel, arch, instep, ball = (self._on_foot(ankle, place, foot) for place in (HEEL, ARCH, INSTEP, BALL))
        toe = ball.towards(foot + toes[0], TOE * self.size)
        tip = toe.towards(foot + toes[0] + toes[1], TIP * self.size)
        knee = ankle.towards(shin, SHIN * self.size)
        return NearFoot(self.size, knee, ankle, heel, arch, instep, ball, toe, tip)

    def ankle_over(self, ball: Point, foot: float) -> Point:
        """Where the ankle is when the ball of the foot is there and the foot points that way."""
        offset = self._on_foot(Point(0, 0), BALL, foot)
        return ball.moved(-offset.x, -offset.y)

    def ankle_above(self, heel: Point, foot: float) -> Point:
        """Where the ankle is when the heel's middle is there and the foot points that way."""
        offset = self._on_foot(Point(0, 0), HEEL, foot)
        return heel.moved(-offset.x, -offset.y)

    def _on_foot(self, ankle: Point, place: tuple[float, float], foot: float) -> Point:
        x, y = place
        return ankle.towards(foot, x * self.size).towards(foot + 90, y * self.size)


def flesh(foot: NearFoot) -> tuple[Flesh, Flesh]:
    """The foot in outline, and its toes, filled."""
    size = foot.size
    sole = [
        Cone(foot.ankle, foot.heel, 3.4, 3.3),
        Cone(foot.heel, foot.arch, 2.6, 1.5),
        Cone(foot.ankle, foot.instep, 3.6, 3.0),
        Cone(foot.instep, foot.ball, 3.0, 2.3),
        Cone(foot.arch, foot.ball, 1.5, 2.3),
    ]
    toes = [Cone(foot.ball, foot.toe, 2.2, 1.9), Cone(foot.toe, foot.tip, 1.9, 1.5)]
    shin = [Cone(foot.knee, foot.ankle, 5.6, 3.3)]
    return (
        Flesh(_fat([*shin, *sole, *toes], size), melt=3 * size),
        Flesh(_fat(toes, size), Look.FILLED, melt=2 * size, halo=0),
    )


def calf(foot: NearFoot) -> list[Flesh]:
    """The foot in outline, and the calf with the tendon of the heel, filled."""
    size = foot.size
    up = foot.ankle.angle_to(foot.knee)
    low = foot.ankle.towards(up, 7 * size).towards(up - 90, 2.4 * size)
    high = foot.ankle.towards(up, 24 * size).towards(up - 90, 2.6 * size)
    back = foot.heel.towards(foot.ball.angle_to(foot.heel) + 55, 1.7 * size)
    return [
        flesh(foot)[0],
        Flesh(_fat([Cone(back, low, 1.1, 1.1), Cone(low, high, 1.1, 2.3)], size), Look.FILLED, melt=size, halo=0),
    ]


def shin_muscle(foot: NearFoot) -> list[Flesh]:
    """The foot in outline, and the muscle in front of the shin, which lifts the forefoot, filled."""
    size = foot.size
    up = foot.ankle.angle_to(foot.knee)
    low = foot.ankle.towards(up, 5 * size).towards(up + 90, 2.4 * size)
    high = foot.ankle.towards(up, 24 * size).towards(up + 90, 2.6 * size)
    front = foot.instep.towards(foot.instep.angle_to(foot.ball) - 90, 1.4 * size)
    return [
        flesh(foot)[0],
        Flesh(_fat([Cone(front, low, 0.9, 1.0), Cone(low, high, 1.0, 2.2)], size), Look.FILLED, melt=size, halo=0),
    ]


def sole_band(foot: NearFoot) -> list[Flesh]:
    """The band of the sole, from the heel to the toes, filled."""
    size = foot.size
    down = foot.ankle.angle_to(foot.arch)
    heel = foot.heel.towards(down, 1.2 * size)
    band = [Cone(heel, foot.arch, 1.3, 1.0), Cone(foot.arch, foot.ball, 1.0, 1.4)]
    return [Flesh(_fat(band, size), Look.FILLED, melt=size, halo=0)]


def heels_from_behind(middle: Point, lift: float) -> list[Layer]:
    """Both feet from behind, the place on the floor between them given; the heels are so many units above it."""
    layers: list[Layer] = []
    for side in (-1, 1):
        fore = middle.moved(8.4 * side, -2.4)
        heel = middle.moved(7.2 * side, -3.6 - lift)
        ankle = heel.moved(0, -9)
        toes = (Cone(fore.moved(-2.2 * side, 0.2), fore.moved(2.4 * side, 0.6), 2.2, 1.7), Cone(fore, heel, 2.4, 3.0))
        back = (Cone(heel, heel.moved(0, -1.5), 3.5, 3.3), Cone(heel.moved(0, -1.5), ankle, 3.3, 2.6))
        knee = Point(middle.x + 7.6 * side, middle.y - 46)
        leg, works = Cone(ankle, knee, 2.5, 5.4), Cone(heel.moved(0, -14), knee, 2.3, 5.0)
        layers += [Flesh(toes), Flesh((*back, leg), melt=2), Flesh((works,), Look.FILLED, halo=0)]
    return layers


def _fat(cones: list[Cone], size: float) -> tuple[Cone, ...]:
    return tuple(Cone(start, end, first * size, last * size) for start, end, first, last in cones)
