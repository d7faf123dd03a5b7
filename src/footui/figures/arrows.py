"""Arrows: where what is at rest will go."""

from __future__ import annotations

from typing import Final

from footui.figures.dots import Layer, Shape, Stroke
from footui.figures.geometry import Point

HEAD: Final = 2.4
_STEPS: Final = 16


def arc_arrow(middle: Point, radius: float, start: float, end: float) -> list[Layer]:
    """An arc from one angle to the other, in degrees, with an arrow head at its end."""
    arc = tuple(middle.towards(start + (end - start) * step / _STEPS, radius) for step in range(_STEPS + 1))
    return [Stroke(arc), *arrow_head(arc[-1], end + (90 if end > start else -90))]


def arrow(start: Point, end: Point) -> list[Layer]:
    """A straight line with an arrow head at its end."""
    return [Stroke((start, end)), *arrow_head(end, start.angle_to(end))]


def arrow_head(tip: Point, angle: float, size: float = HEAD) -> list[Layer]:
    """A filled triangle around the end of a line that leads this way."""
    front = tip.towards(angle, size * 0.9)
    return [Shape((front, front.towards(angle + 150, size * 1.7), front.towards(angle - 150, size * 1.7)), filled=True)]


def coming(work: float, layers: list[Layer]) -> list[Layer]:
    """Layers that show what is to come: only as long as the work has hardly begun."""
    return layers if work < 0.3 else []
