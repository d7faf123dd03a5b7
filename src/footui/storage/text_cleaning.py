"""Text from files, made safe to show.

Escape sequences, bidirectional overrides and piles of combining marks would reach the terminal raw. Every
string from outside is cleaned once, when it is loaded. (Markup is another matter: cleaned text is still not
to be read as markup.)
"""

from __future__ import annotations

from unicodedata import category

LONGEST_LINE = 2_000
"""Characters a cleaned line may have unless its reader sets another limit."""

MOST_MARKS = 4
"""Marks of no width that may follow each other; real writing needs no more, piles cover other rows."""

_JOINERS = "\u200d\ufe0f"  # zero-width joiner and variation selector 16: emoji are put together with them
_DROPPED = frozenset({"Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_CUT = "…"


def clean_line(text: str, limit: int = LONGEST_LINE) -> str:
    """`text` as one line that no terminal acts upon, of at most `limit` (≥ 1) characters.

    Tabs and line ends become spaces, other control characters U+FFFD. Invisible formatting, surrogates,
    private and unassigned characters are dropped, and so are marks after the fourth in a row. A longer line
    is cut and ends in “…”. Cleaning what is clean changes nothing.
    """
    if not (text.isprintable() and _has_few_beyond_ascii(text)):
        text = "".join(_cleaned(text.replace("\r\n", "\n"), limit + 1))
    return text if len(text) <= limit else text[: limit - 1] + _CUT


def _has_few_beyond_ascii(text: str) -> bool:
    """Whether `text` has so few characters beyond ASCII that no pile of marks can be among them."""
    return text.isascii() or len(text) - len(text.encode("ascii", "ignore")) <= MOST_MARKS


def _cleaned(text: str, enough: int) -> list[str]:
    """The characters of `text` that may stay, up to `enough` of them."""
    kept: list[str] = []
    marks = 0
    for character in text:
        kind = category(character)
        if kind == "Cc":
            kept.append(" " if character in "\t\r\n" else "\ufffd")
            marks = 0
        elif kind[0] == "M" or character in _JOINERS:
            # Joiners count as marks: they must not part a pile into two.
            marks += 1
            if marks <= MOST_MARKS:
                kept.append(character)
        elif kind not in _DROPPED:
            kept.append(character)
            marks = 0
        if len(kept) >= enough:
            break
    return kept
