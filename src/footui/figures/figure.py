"""A figure: one movement as pictures in braille, at any size, for either foot."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

from footui.figures.dots import Canvas
from footui.figures.drawing import Drawing, Moment, Movement

WIDTH: Final = 56
"""The units every drawing has room for; what lies beyond, like the floor, is shown where a picture is wider."""
HEIGHT: Final = 40

REST: Final = Moment(work=0)
WORK: Final = Moment()

Rows: TypeAlias = tuple[str, ...]
"""A picture: rows of braille and blanks, all of the same length."""


class Figure(NamedTuple):
    """A movement and its pictures, one a beat; it is drawn when asked and keeps nothing (`Frames` does)."""

    movement: Movement
    beats: tuple[Moment, ...]
    """The pictures of one loop; a movement that is held begins and ends it at rest."""
    loop_seconds: float
    """How long a loop takes when it goes at the speed of the exercise."""

    @property
    def goes_on(self) -> bool:
        """Whether the work itself moves (steps, circles); else it goes into a pose that is held."""
        return all(beat.work == 1 for beat in self.beats)

    def beat(self, progress: float) -> Moment:
        """The moment that is shown when so much of the loop is over; 1 and more begin it again."""
        count = len(self.beats)
        return self.beats[int(progress % 1 * count + 1e-6) % count]  # A clock that is just at a beat shows it.

    def frame(
        self, progress: float, width: int, height: int, *, mirrored: bool = False, anticlockwise: bool = False
    ) -> Rows:
        """The picture when so much of the loop is over, `height` rows of `width` cells.

        It shows the left foot and looks left; `mirrored`, the right foot, and it looks right. `anticlockwise` is
        for what circles; clockwise is as the person sees it.
        """
        return self.picture(self.beat(progress), width, height, mirrored=mirrored, anticlockwise=anticlockwise)

    def at_rest(self, width: int, height: int, *, mirrored: bool = False, anticlockwise: bool = False) -> Rows:
        """The pose before the work, with an arrow that says what will move."""
        return self.picture(REST, width, height, mirrored=mirrored, anticlockwise=anticlockwise)

    def at_work(self, width: int, height: int, *, mirrored: bool = False, anticlockwise: bool = False) -> Rows:
        """The pose that is held, or one of those of a movement that goes on."""
        return self.picture(WORK, width, height, mirrored=mirrored, anticlockwise=anticlockwise)

    def picture(
        self, moment: Moment, width: int, height: int, *, mirrored: bool = False, anticlockwise: bool = False
    ) -> Rows:
        """The picture of one moment; drawings look right, so that a left foot is turned round, circles and all."""
        if width < 1 or height < 1:
            return ("",) * max(height, 0)
        scale = min(width * 2 / WIDTH, height * 4 / HEIGHT)
        canvas = Canvas(width, height, scale, (width * 2 - WIDTH * scale) / 2, height * 4 - HEIGHT * scale)
        canvas.draw(self.drawing(moment._replace(clockwise=anticlockwise != mirrored)).layers)
        return canvas.rows(mirrored=not mirrored)

    def drawing(self, moment: Moment) -> Drawing:
        """The layers and bones of one moment, looking right."""
        return self.movement(moment)


class Frames:
    """The pictures of one figure at one size, each drawn when it is first asked for: no more than its beats and two.

    Drawing is pure, so `draw_all` may run in a thread while others ask.
    """

    def __init__(
        self, figure: Figure, width: int, height: int, *, mirrored: bool = False, anticlockwise: bool = False
    ) -> None:
        """No picture is drawn yet."""
        self.figure = figure
        self._size = width, height
        self._mirrored, self._anticlockwise = mirrored, anticlockwise
        self._drawn: dict[Moment, Rows] = {}

    def at(self, progress: float) -> Rows:
        """The picture when so much of the loop is over."""
        return self._picture(self.figure.beat(progress))

    def at_rest(self) -> Rows:
        """The pose before the work."""
        return self._picture(REST)

    def at_work(self) -> Rows:
        """The pose of the work."""
        return self._picture(WORK)

    def draw_all(self) -> None:
        """Draw what was not asked for yet."""
        for moment in (REST, WORK, *self.figure.beats):
            self._picture(moment)

    def _picture(self, moment: Moment) -> Rows:
        rows = self._drawn.get(moment)
        if rows is None:
            width, height = self._size
            rows = self.figure.picture(
                moment, width, height, mirrored=self._mirrored, anticlockwise=self._anticlockwise
            )
            self._drawn[moment] = rows
        return rows
