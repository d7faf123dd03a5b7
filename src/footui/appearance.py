"""How the app looks and sounds: the person's settings, the characters and colours that go with them, a cue to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.filter import LineFilter, Monochrome, NoColor

from footui.core.notation import notation_of
from footui.core.settings import THEMES as THEME_NAMES
from footui.locale_notation import locale_notation
from footui.storage.config_file import read_settings
from footui.terminal_driver import CrashKeepingApp, TerminalDriver
from footui.themes import TERMINAL, THEMES, Colourless, wants_no_colour
from footui.widgets.glyphs import ASCII, FULL, Glyphs, wants_ascii
from footui.world import World

if TYPE_CHECKING:
    from footui.core.settings import CueSettings, Settings
    from footui.session.cue_trial import CueTrial

GREYS = (Monochrome, NoColor)
"""What Textual takes for no colour."""


class AppearanceApp(CrashKeepingApp[int], inherit_bindings=False):
    """An app that goes by the person's settings."""

    def __init__(self, world: World) -> None:
        """Read the settings, and take the colours they name."""
        super().__init__(driver_class=TerminalDriver)
        self.animation_level = "none"
        self.world = world
        self.clock = world.clock
        self.settings = read_settings(world.folders).settings
        self.notation = notation_of(self.settings, locale_notation(world.environment))
        self.glyphs = self._chosen_glyphs()
        self._trial: CueTrial | None = None
        self._colourless = wants_no_colour(world.environment)
        for theme in THEMES:
            self.register_theme(theme)
        name = TERMINAL if self._colourless else f"footui-{self.settings.theme}"
        self.set_reactive(App.theme, name)  # not by assignment: that would read all style sheets twice
        self.stylesheet.set_variables(self.get_css_variables())

    def _chosen_glyphs(self) -> Glyphs:
        """The characters that the settings ask for, or else those the terminal's locale has."""
        if self.settings.characters == "automatic":
            return ASCII if wants_ascii(self.world.environment, self.world.first_environment) else FULL
        return ASCII if self.settings.characters == "ascii" else FULL

    def get_line_filters(self) -> list[LineFilter]:
        """Without colour where none is wanted; that an empty NO_COLOR asks for nothing, Textual does not know."""
        if self._colourless:
            return [Colourless()]
        return [line_filter for line_filter in super().get_line_filters() if not isinstance(line_filter, GREYS)]

    def apply_settings(self, settings: Settings) -> str:
        """Go by these settings from now on; what of them cannot be seen here, as a sentence, or nothing."""
        another_theme = settings.theme != self.settings.theme
        self.settings = settings
        self.notation = notation_of(settings, locale_notation(self.world.environment))
        self.glyphs = self._chosen_glyphs()
        if self._colourless:
            return "NO_COLOR is set: no colours are shown." if another_theme else ""
        self.theme = f"footui-{settings.theme}"
        return ""

    def try_cue(self, channel: str, cues: CueSettings) -> str:
        """Give a sample on one channel; why it could not be, as a sentence, or nothing."""
        return self._cue_trial().give(channel, cues)

    def speech_program(self) -> str | None:
        """The program that would speak, or None where there is none."""
        return self._cue_trial().speech_program()

    def _cue_trial(self) -> CueTrial:
        from footui.cue_outlets import cue_outlets
        from footui.session.cue_trial import CueTrial

        if self._trial is None:
            self._trial = CueTrial(self.clock, cue_outlets(self, self.world.environment))
        return self._trial

    def next_colours(self) -> str:
        """Take the next theme; `config.toml` can keep it."""
        if self._colourless:
            return "NO_COLOR is set: no colours are shown."
        names = [f"footui-{name}" for name in THEME_NAMES]
        name = THEME_NAMES[(names.index(self.theme) + 1) % len(names)]
        self.theme = f"footui-{name}"
        return f'Colours: {name}. To keep them, write theme = "{name}" into config.toml.'
