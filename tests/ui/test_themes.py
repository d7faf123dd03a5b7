"""The colours can be read, mean the same in every theme, and are not there at all where nobody wants them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.command import CommandPalette
from textual.widgets import Input

from footui.themes import CONTRAST, DARK, LIGHT, TERMINAL, THEMES, wants_no_colour
from footui.widgets.role import Role
from tests.system.terminal import Terminal
from tests.ui.widget_app import WidgetApp

BY_NAME = {theme.name: theme for theme in THEMES}
LEAST_CONTRAST = 5.9


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (part / 255 for part in Color.parse(colour).rgb)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str) -> str:
    """What an eye sees from afar of a shaded block: half of each."""
    return Color.parse(one).blend(Color.parse(other), 0.5).hex


@pytest.mark.parametrize("name", [DARK, LIGHT, CONTRAST])
@pytest.mark.parametrize("role", Role)
def test_every_role_can_be_read_on_its_background(name: str, role: Role) -> None:
    theme = BY_NAME[name]
    assert theme.background is not None
    assert contrast(theme.variables[role], theme.background) >= LEAST_CONTRAST


@pytest.mark.parametrize("name", [DARK, LIGHT, CONTRAST])
@pytest.mark.parametrize("role", [Role.REST, Role.READY])
def test_a_shaded_block_still_stands_out(name: str, role: Role) -> None:
    theme = BY_NAME[name]
    assert theme.background is not None
    colour = theme.variables.get(f"{role}-shaded", theme.variables[role])
    assert contrast(mixed(colour, theme.background), theme.background) >= 3


def test_high_contrast_is_black_and_white() -> None:
    theme = BY_NAME[CONTRAST]
    assert {theme.variables[role] for role in Role} == {"#FFFFFF"}
    assert theme.background == "#000000"


def test_the_terminals_own_colours_are_four_and_its_foreground() -> None:
    theme = BY_NAME[TERMINAL]
    assert {role: theme.variables[role] for role in Role if theme.variables[role] != "ansi_default"} == {
        Role.WORK: "ansi_blue",
        Role.REST: "ansi_yellow",
        Role.CAUTION: "ansi_red",
        Role.DONE: "ansi_green",
    }


@pytest.mark.parametrize("theme", BY_NAME)
async def test_a_style_sheet_can_name_every_role_and_textuals_own_widgets_work(theme: str) -> None:
    class Named(WidgetApp):
        CSS = "".join(f".of-{role} {{ color: ${role}; }}" for role in Role)

        def compose(self) -> ComposeResult:
            yield Input()

    app = Named(theme=theme)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("a")
        app.push_screen(CommandPalette())
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)


@pytest.mark.parametrize(
    ("env", "none"), [({"NO_COLOR": "1"}, True), ({"NO_COLOR": "no"}, True), ({"NO_COLOR": ""}, False), ({}, False)]
)
def test_no_color_counts_where_it_says_anything(env: dict[str, str], none: bool) -> None:
    assert wants_no_colour(env) is none


COLOURED = """
import os
from textual.app import App
from textual.widgets import Input
from footui.themes import THEMES, Colourless, wants_no_colour
from footui.widgets.bar import Bar
from footui.widgets.footer import Footer, FooterKey
from footui.widgets.role import Fill, Role
from footui.widgets.text_line import TextLine

class Coloured(App):
    CSS = "Screen { background: $background; } Input { border: none; height: 1; }"
    def __init__(self):
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = os.environ["THEME"]
    def get_line_filters(self):
        return [Colourless()] if wants_no_colour(os.environ) else super().get_line_filters()
    def compose(self):
        for role in Role:
            yield TextLine(f"this is {role}", role)
        yield Bar()
        yield Input("field")
        yield Footer([FooterKey("q", "quit", True)])
    def on_mount(self):
        self.query_one(Bar).set(20, Fill.SHADED, Role.REST)
        self.query_one(Input).focus()

Coloured().run()
"""

COLOUR = re.compile(rb"\x1b\[(?:[0-9;:]*[;:])?(?:3[0-9]|4[0-9]|9[0-7]|10[0-7])[;:m]")
"""Any command that sets a colour, also back to the default one."""


@pytest.mark.parametrize("theme", BY_NAME)
def test_under_no_color_no_colour_reaches_the_terminal_but_bold_and_reverse_do(tmp_path: Path, theme: str) -> None:
    script = tmp_path / "coloured.py"
    script.write_text(COLOURED, encoding="utf-8")
    env = {"NO_COLOR": "1", "THEME": theme, "COLORTERM": "truecolor", "TERM": "xterm-256color"}
    with Terminal([sys.executable, str(script)], env=env) as terminal:
        terminal.wait_for("q quit")
        assert COLOUR.findall(terminal.raw) == []
        assert b"\x1b[1m" in terminal.raw
        assert b"\x1b[7m" in terminal.raw or theme != TERMINAL


def test_without_no_color_the_same_screen_has_colours(tmp_path: Path) -> None:
    script = tmp_path / "coloured.py"
    script.write_text(COLOURED, encoding="utf-8")
    env = {"NO_COLOR": None, "THEME": DARK, "COLORTERM": "truecolor", "TERM": "xterm-256color"}
    with Terminal([sys.executable, str(script)], env=env) as terminal:
        terminal.wait_for("q quit")
        assert b"38;2;92;184;240" in terminal.raw
        assert COLOUR.search(terminal.raw) is not None


async def test_the_app_draws_in_the_theme_that_is_asked_for() -> None:
    class Plain(App[None]):
        pass

    app = Plain()
    for theme in THEMES:
        app.register_theme(theme)
    async with app.run_test() as pilot:
        for name in BY_NAME:
            app.theme = name
            await pilot.pause()
            assert app.theme_variables[Role.WORK] == BY_NAME[name].variables[Role.WORK]
