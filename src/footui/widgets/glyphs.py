"""The characters of the pictures, and what stands for them where the terminal's text is not UTF-8."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final, NamedTuple

from footui.widgets.role import Fill

_ARROW_KEYS: Final = str.maketrans("←→↑↓", "<>^v")

_STAND_INS: Final[dict[str, str]] = {
    # The blocks and lines of the pictures; ▄ is a part here, a height only in `Glyphs.sparkline`.
    **dict(zip("█▒─━●▌▸│┃┌└┐┘✓○▄▏◀▶▁▂▃▅▆▇", "#:-=@>*||++++xo+_<>123567", strict=True)),
    "↺": "ccw",
    "↻": "cw",
    # Running text.
    **dict(zip("·•›‹×÷⁄∕↑↓øØłŁ", "-*><x///^voOlL", strict=True)),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("“”„″«»", '"'),
    "…": "...",
    "±": "+-",
    "°": " deg",
    "¹": "(1)",
    "²": "(2)",
    "³": "(3)",
    "→": "->",
    "←": "<-",
    "≤": "<=",
    "≥": ">=",
    "≈": "about ",
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
}


def to_ascii(text: str) -> str:
    """Return `text` in ASCII alone: a stand-in where there is one, else the letter without its accent, else `?`.

    The result may be longer than the text (`…` is three dots), so it is made before a row is measured.
    """
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKD", "".join(_STAND_INS.get(letter, letter) for letter in text))
    return "".join(
        letter if letter.isascii() else _STAND_INS.get(letter, "?")
        for letter in folded
        if not unicodedata.combining(letter)
    )


class Glyphs(NamedTuple):
    """One set of characters; there are two, `FULL` and `ASCII`. Each is one cell wide unless said otherwise."""

    solid: str
    shaded: str
    thin: str
    passed: str
    """The part of the session that is behind."""
    here: str
    """The present place in the session."""
    focus: str
    mark: str
    """The chosen row in a pane without focus."""
    divider: str
    tick: str
    circle: str
    part: str
    missed: str
    """Two cells."""
    rest_day: str
    """Two cells."""
    cursor: str
    left: str
    right: str
    anticlockwise: str
    """One cell, three in ASCII."""
    clockwise: str
    """One cell, two in ASCII."""
    circuit: str
    """Top, middle and bottom of the bar that holds a circuit together: three characters."""
    sparkline: str
    """Eight heights, lowest first."""
    ellipsis: str
    """One cell, three in ASCII."""
    is_ascii: bool

    def block(self, fill: Fill) -> str:
        """Return the character that fills a bar, a digit or a post."""
        return {Fill.SOLID: self.solid, Fill.SHADED: self.shaded, Fill.THIN: self.thin}[fill]

    def text(self, text: str) -> str:
        """Return free text as this terminal can show it."""
        return to_ascii(text) if self.is_ascii else text

    def key(self, key: str) -> str:
        """Return the name of a key as this terminal can show it: an arrow key stays one cell."""
        return to_ascii(key.translate(_ARROW_KEYS)) if self.is_ascii else key


FULL: Final = Glyphs(
    solid="█",
    shaded="▒",
    thin="─",
    passed="━",
    here="●",
    focus="▌",
    mark="▸",
    divider="│",
    tick="✓",
    circle="○",
    part="▄",
    missed="××",
    rest_day="··",
    cursor="▏",
    left="◀",
    right="▶",
    anticlockwise="↺",
    clockwise="↻",
    circuit="┌│└",
    sparkline="▁▂▃▄▅▆▇█",
    ellipsis="…",
    is_ascii=False,
)

ASCII: Final = Glyphs(
    solid="#",
    shaded=":",
    thin="-",
    passed="=",
    here="@",
    focus=">",
    mark="*",
    divider="|",
    tick="x",
    circle="o",
    part="+",
    missed="!!",
    rest_day="..",
    cursor="_",
    left="<",
    right=">",
    anticlockwise="ccw",
    clockwise="cw",
    circuit="+|+",
    sparkline="12345678",
    ellipsis="...",
    is_ascii=True,
)


def wants_ascii(env: Mapping[str, str], initial_env: Mapping[str, str] | None = None) -> bool:
    """Tell from LC_ALL, LC_CTYPE and LANG whether the terminal's text is something else than UTF-8.

    In a C locale Python itself sets LC_CTYPE to a UTF-8 one (PEP 538), which says what Python wished for, not what
    the terminal does. Such a value is believed only where `initial_env`, the environment the process began with, has
    it too; where that is not known, only beside a LANG that is neither missing nor C.
    """
    everything, characters, language = (env.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    if not everything and characters in ("C.UTF-8", "C.utf8", "UTF-8"):
        if initial_env is not None:
            characters = initial_env.get("LC_CTYPE", "")
        elif language in ("", "C", "POSIX"):
            characters = ""
    locale = everything or characters or language
    charset = locale.partition("@")[0].rpartition(".")[2]
    return charset.replace("-", "").lower() != "utf8"
