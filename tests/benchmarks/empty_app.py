"""The bare Textual app that footui's start is compared with: one line of text and nothing else."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class EmptyApp(App[None]):
    """Shows as many visible cells as a first picture needs to count."""

    def compose(self) -> ComposeResult:
        """Give the one line."""
        yield Static("x" * 44)


if __name__ == "__main__":
    EmptyApp().run()
