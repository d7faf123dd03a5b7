"""What a view of a live session says in words and roles: the same at every size, shorter where there is less room."""

from __future__ import annotations

from footui.core.dose import Side
from footui.core.phase import PhaseKind
from footui.session.view import LiveView
from footui.widgets.digits import number_text
from footui.widgets.role import Fill, Role
from footui.widgets.rows import Row, Run, row_width

RESTING = (PhaseKind.RELEASE, PhaseKind.REST, PhaseKind.ROUND_REST)

LEFT_FOOT, RIGHT_FOOT = "◀ LEFT FOOT", "RIGHT FOOT ▶"


def role_of(view: LiveView) -> Role:
    """Whose colour the phase has."""
    if view.working:
        return Role.WORK
    return Role.REST if view.kind in RESTING and not view.paused else Role.READY


def post_of(view: LiveView) -> tuple[Fill, Role]:
    """How the side post looks: through a release between two repetitions it stays as it is, and costs nothing."""
    if view.working or (view.kind is PhaseKind.RELEASE and not view.paused):
        return Fill.SOLID, Role.WORK
    return Fill.SHADED, Role.READY


def side_words(view: LiveView) -> str:
    """The side in words, with an arrow to where it is; empty for both feet."""
    return {Side.LEFT: LEFT_FOOT, Side.RIGHT: RIGHT_FOOT}.get(view.post, "") if view.post else ""


def heading_end(view: LiveView, cells: int) -> str:
    """Which session of the day it is and when it ends, as much as fits."""
    short_end = view.end.split(",")[0]
    texts = (f"session {view.session} · {view.end}", f"{view.session} · {view.end}", f"{view.session} · {short_end}")
    return next((text for text in (*texts, view.end, short_end) if len(text) <= cells), "")


def title_row(view: LiveView, role: Role, cells: int) -> tuple[Row, Row, Row]:
    """The left and the right part of the title's row, and the count where it has no room there.

    The side stands at its own edge; beside the right one there is no count.
    """
    title = (Run(view.title, bold=True),)
    count = (Run(view.place, Role.MUTED, bold=True),) if view.place else ()
    left = (Run(f"{LEFT_FOOT}   ", role, bold=True), *title) if view.post is Side.LEFT else title
    if view.post is Side.RIGHT:
        return left, (Run(RIGHT_FOOT, role, bold=True),), count
    if count and row_width(left) + 2 + row_width(count) > cells:
        return left, (), count
    return left, count, ()


def plain_line(view: LiveView, cells: int, *, with_number: bool = True) -> str:
    """Word, number and side in one row of so many cells, said shorter where there are few."""
    number = number_text(view.number, seconds=view.number_is_seconds)
    side = side_words(view)
    short_side = side.replace(" FOOT", "")
    whole, short = (f"{number} s",) * 2 if view.number_is_seconds else (f"{number} {view.number_note}", number)
    said = [(whole, side), (short, side), (short, short_side), (number, _arrow(view))]
    lines = ["  ".join(filter(None, (view.word, told if with_number else "", foot))) for told, foot in said]
    return next((line for line in lines if len(line) <= cells), lines[-1])


def _arrow(view: LiveView) -> str:
    """Where the side is, in one cell."""
    return {Side.LEFT: LEFT_FOOT[0], Side.RIGHT: RIGHT_FOOT[-1]}.get(view.post, "") if view.post else ""


def fitting(text: str, cells: int) -> str:
    """As many parts of a text as fit, from the left; the first one always."""
    parts = text.split(" · ")
    while len(parts) > 1 and len(" · ".join(parts)) > cells:
        parts.pop()
    return " · ".join(parts)
