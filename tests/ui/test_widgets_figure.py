"""The figure's widget shows what it is given, and sends only what differs."""

from __future__ import annotations

from footui.figures import figure_of
from footui.widgets.figure import FigureView
from footui.widgets.role import Role
from tests.ui.widget_app import WidgetApp

SIZE = (30, 10)


async def test_the_picture_stands_as_it_was_drawn_and_moves_only_when_another_is_set() -> None:
    figure = figure_of("band-flex", None)
    assert figure is not None
    rest, work = figure.at_rest(*SIZE), figure.at_work(*SIZE)
    view = FigureView()
    app = WidgetApp(view)
    async with app.run_test(size=SIZE) as pilot:
        view.set(rest, Role.WORK)
        before = await app.settle(pilot)
        assert app.lines() == [row.rstrip() for row in rest]
        view.set(rest, Role.WORK)
        assert await app.settle(pilot) == before
        view.set(work, Role.WORK)
        await app.settle(pilot)
        assert app.lines() == [row.rstrip() for row in work]
        assert rest[3] == work[3], "the head does not move"
        assert rest[3].strip() not in app.sent_text(before)
        assert len(app.sent_text(before)) < SIZE[0] * SIZE[1] / 2


async def test_another_role_paints_it_in_another_colour_and_no_rows_take_it_away() -> None:
    figure = figure_of("toe-press", "ball")
    assert figure is not None
    view = FigureView()
    app = WidgetApp(view)
    async with app.run_test(size=SIZE) as pilot:
        view.set(figure.at_work(*SIZE), Role.WORK)
        await app.settle(pilot)
        colours = app.colours()
        view.set(figure.at_work(*SIZE), Role.MUTED)
        await app.settle(pilot)
        assert app.colours() != colours
        view.set(())
        await app.settle(pilot)
        assert app.lines() == [""] * SIZE[1]


async def test_a_picture_larger_than_its_place_is_cut_off() -> None:
    figure = figure_of("toe-walk", None)
    assert figure is not None
    view = FigureView()
    app = WidgetApp(view)
    async with app.run_test(size=(20, 6)) as pilot:
        rows = figure.at_rest(*SIZE)
        view.set(rows)
        await app.settle(pilot)
        assert app.lines() == [row[:20].rstrip() for row in rows[:6]]
