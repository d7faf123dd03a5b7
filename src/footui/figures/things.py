"""What a figure stands, sits and holds on to: floor, wall, chair, desk, ball, pencil, band."""

from __future__ import annotations

from typing import Final

from footui.figures.dots import Layer, Shape, Stroke
from footui.figures.geometry import Point

GROUND: Final = 39.0
"""Where the soles are; the line of the floor lies below it."""
_LINE: Final = GROUND + 0.5
BAND_DASH: Final = 2.6


def floor(left: float = -40, right: float = 96) -> Stroke:
    """The floor; it is drawn last, as flesh clears what is behind it."""
    return Stroke((Point(left, _LINE), Point(right, _LINE)))


def wall(x: float) -> list[Layer]:
    """A wall up to the upper edge, hatched behind."""
    hatches = [Stroke((Point(x, y), Point(x + 5, y - 5))) for y in range(-26, 38, 7)]
    return [Stroke((Point(x, -40), Point(x, GROUND))), *hatches]


def chair(back: float, width: float, seat: float, top: float) -> list[Layer]:
    """A chair: its back stands at `back`, from the floor to `top`; the seat is `width` deep."""
    front = back + width
    return [
        Stroke((Point(back, top), Point(back, GROUND))),
        Stroke((Point(back, seat), Point(front, seat), Point(front, GROUND))),
    ]


def step(edge: float, right: float, height: float) -> list[Layer]:
    """A step: its edge, from the floor up, and its top."""
    top = GROUND - height + 0.5
    return [Stroke((Point(edge, GROUND), Point(edge, top), Point(right, top)))]


def rail(x: float, top: float, foot: float) -> list[Layer]:
    """A handrail: a post, and the end of the rail itself on it."""
    return [Stroke((Point(x, foot), Point(x, top))), Stroke((Point(x - 2.5, top + 1), Point(x + 2, top - 0.8)))]


def table(left: float, right: float, top: float, leg: float) -> list[Layer]:
    """A worktop or desk with one leg."""
    return [
        Stroke((Point(left, top), Point(right, top))),
        Stroke((Point(left, top + 1), Point(right, top + 1))),
        Stroke((Point(leg, top), Point(leg, GROUND))),
    ]


def band(*points: Point) -> Stroke:
    """A band or a towel, dashed."""
    return Stroke(points, BAND_DASH)


def ball(middle: Point, radius: float) -> list[Layer]:
    """A ball."""
    return [Shape(tuple(middle.towards(15 * step, radius) for step in range(24)))]


def rolling_ball(middle: Point, radius: float, turn: float) -> list[Layer]:
    """A ball with a mark inside; `turn` is how far it has rolled, in degrees."""
    mark = middle.towards(turn, radius * 0.45)
    return [*ball(middle, radius), Stroke((mark.towards(turn + 90, 0.9), mark.towards(turn - 90, 0.9)))]


def roll(middle: Point, radius: float) -> list[Layer]:
    """A rolled towel, seen from its end."""
    spiral = tuple(middle.towards(40 * step, radius * (0.15 + 0.04 * step)) for step in range(12))
    return [*ball(middle, radius), Stroke(spiral)]


def pencil(middle: Point, angle: float, length: float = 17, thick: float = 2.8) -> list[Layer]:
    """A pencil; its tip is filled."""
    half = thick / 2
    end, neck, tip = (middle.towards(angle, length * part) for part in (-0.5, 0.24, 0.5))
    corners = [place.towards(angle + turn, half) for place, turn in ((end, -90), (neck, -90), (neck, 90), (end, 90))]
    return [
        Shape(tuple(corners)),
        Shape((corners[1], tip, corners[2]), filled=True),
        Stroke((corners[1], tip, corners[2])),
    ]
