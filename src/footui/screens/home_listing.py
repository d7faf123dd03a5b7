"""The list of the first screen: laid out for the room there is, what is marked kept so, and the page of that."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from footui.screens.home_care import HomeCare
from footui.screens.home_panes import HomePanes
from footui.screens.home_watch import HomeWatch
from footui.widgets.choice_list import Choice
from footui.widgets.role import Role
from footui.widgets.rows import Row, Run, line

if TYPE_CHECKING:
    from footui.core.dose import Level
    from footui.core.timeline import Timeline
    from footui.screens.guide import Guide
    from footui.screens.home_blocks import Block
    from footui.screens.home_rows import DayList, Listed
    from footui.screens.shelf import Shelf

NOTHING_READ = "Reading your routines …"


class HomeListing(HomeWatch, HomeCare):
    """Shows the blocks of the day, and what the marked one comes to."""

    def __init__(self, guide: Guide) -> None:
        """Nothing was read yet."""
        super().__init__(guide)
        first = Choice((line((Run(NOTHING_READ, Role.MUTED),)),), can_be_chosen=False)
        self.panes = HomePanes(guide.glyphs, (first,))
        self.session: int | None = None
        """The session of the day that was chosen for the marked one, where it is not its own."""
        self.level: Level | None = None
        """Likewise the level."""
        self._listed: list[Listed] = []

    def show(self, shelf: Shelf) -> None:
        """Show what there is; the marked one stays marked, but what was interrupted comes first when it is new."""
        marked, before = self.marked, self.interrupted
        super().show(shelf)
        self.session = self.level = None
        found = self.interrupted
        is_new = found is not None and (before is None or before.id != found.id)
        self.show_list(None if is_new else marked, from_above=True)
        self.ask_about_care()

    def show_list(self, marked: Block | None = None, *, from_above: bool = False) -> None:
        """Lay all out for the room there is; `from_above` looks for what is `marked`, or else for the first one."""
        shelf, marked = self.shelf, marked if from_above else self.marked
        if shelf is None or shelf.day is None or not self.is_mounted:
            return
        from footui.screens.home_rows import ahead_lines  # noqa: PLC0415  # the first picture does not wait for it

        turned = self._turned()
        asks_pain, width = self.guide.settings.care.ask, self.panes.list_width - 1
        for has_room in (True, False):
            rows = self._layout(shelf, width, has_room).rows(shelf.day, self.interrupted, turned)
            ahead = ahead_lines(shelf.day, shelf.remembered, width, asks_pain=asks_pain, has_room=has_room)
            if self.panes.fits(sum(len(row.choice.lines) for row in rows), len(ahead)):
                break
        self._listed = rows
        place = self._place_of(marked)
        block = None if place is None else rows[place].block
        self.panes.lay_out([row.choice for row in rows], place, ahead, has_page=block is not None and not block.problem)
        self._show_page()
        self.show_footer()

    def _layout(self, shelf: Shelf, width: int, has_room: bool) -> DayList:
        from footui.screens.home_rows import DayList  # noqa: PLC0415  # likewise

        guide = self.guide
        return DayList(width, guide.glyphs, guide.notation, guide.clock.wall(), shelf.catalogue.exercises, has_room)

    def _place_of(self, marked: Block | None) -> int | None:
        """Where in the list stands what is marked, or else another block of its routine, or else the first one."""
        if marked is not None:
            for place, row in enumerate(self._listed):
                if row.block is not None and row.block.key == marked.key:
                    return place
            for place, row in enumerate(self._listed):
                if row.block is not None and row.block.slug == marked.slug:
                    return place
        return next((place for place, row in enumerate(self._listed) if row.block is not None), None)

    @property
    def marked(self) -> Block | None:
        """The block with the focus bar."""
        chosen = self.panes.listed.chosen if self._listed else None
        return self._listed[chosen].block if chosen is not None and chosen < len(self._listed) else None

    @property
    def marks_interrupted(self) -> bool:
        """Whether the focus bar stands at what was interrupted."""
        from footui.screens.home_blocks import Kind  # noqa: PLC0415  # likewise

        return self.marked is not None and self.marked.kind is Kind.INTERRUPTED

    @property
    def timeline(self) -> Timeline | None:
        """The session that enter would start of what is marked."""
        block = self.marked
        if block is None or block.timeline is None or (self.session is None and self.level is None):
            return block.timeline if block is not None else None
        from footui.core.timeline import compile_timeline  # noqa: PLC0415  # likewise

        routine, session = block.timeline.routine, self.session or block.timeline.session
        return compile_timeline(routine, min(session, routine.sessions_per_day(self.level)), self.level)

    def _turned(self) -> tuple[Block, Timeline] | None:
        """The marked block with another session or level than its own, where one was chosen."""
        block, timeline = self.marked, self.timeline
        is_turned = self.session is not None or self.level is not None
        return (block, timeline) if is_turned and block is not None and timeline is not None else None

    def _show_page(self) -> None:
        """What the marked session comes to."""
        self.panes.page.set(self._page_rows(self.panes.page_width), from_top=False)

    def _page_rows(self, width: int) -> list[Row]:
        shelf, block, timeline, now = self.shelf, self.marked, self.timeline, self.guide.clock.wall()
        if shelf is None or block is None:
            return []
        glyphs, notation, exercises = self.guide.glyphs, self.guide.notation, shelf.catalogue.exercises
        if self.marks_interrupted and (found := self.interrupted) is not None:
            from footui.screens.interrupted_rows import interrupted_page  # noqa: PLC0415  # likewise

            return interrupted_page(found, exercises, now, width, glyphs=glyphs, notation=notation)
        if timeline is None:
            from footui.screens.home_rows import done_page  # noqa: PLC0415  # likewise

            return done_page(block, notation, width)
        from footui.screens.routine_page import routine_page  # noqa: PLC0415  # likewise

        ends = None if timeline.open_ended else now + timedelta(seconds=timeline.seconds)
        return routine_page(timeline, exercises, ends, width, glyphs, notation=notation)
