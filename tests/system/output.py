"""What a program writes to its terminal, cut into plain text and whole escape sequences.

pyte draws the text and the sequences it knows; others it would print as junk (`ESC[<u`, `ESC[=5u`, DCS,
`ESC[4:3m`). So the stream is cut first: a sequence goes on to the screen, is answered, noted, or left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_WHOLE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor, modes, questions
    rb"|\x1b[P\]_^X][^\x07\x1b]*(?:\x07|\x1b\\)"  # DCS, OSC, APC, PM, SOS: strings with an end mark
    rb"|\x1b[ -/]*[0-OQ-WYZ\\`-~]",  # ESC and one letter
)
_BEGUN = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P\]_^X][^\x07\x1b]*\x1b?|[ -/]*)?\Z")
_PRIVATE = re.compile(rb"\x1b\[[<=>]")
_SUB_PARAMETERS = re.compile(rb"(\d+):[\d:]*")
_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")


def pieces_of(stream: bytes) -> tuple[list[bytes], bytes]:
    """Cut `stream` into plain text and whole sequences; the second value is a sequence begun, not ended."""
    pieces: list[bytes] = []
    begun = _BEGUN.search(stream)
    whole, rest = (stream, b"") if begun is None else (stream[: begun.start()], stream[begun.start() :])
    place = 0
    for found in _WHOLE.finditer(whole):
        if found.start() > place:
            pieces.append(whole[place : found.start()])
        pieces.append(found.group())
        place = found.end()
    if place < len(whole):
        pieces.append(whole[place:])
    return pieces, rest


def for_pyte(piece: bytes) -> bytes:
    """Return what pyte can draw of one piece: itself, a plainer sequence, or nothing."""
    if not piece.startswith(b"\x1b"):
        return piece
    if not piece.startswith(b"\x1b["):
        return b"" if piece[1:2] in b"P]_^X" else piece
    if _PRIVATE.match(piece) or (len(piece) > 3 and 0x20 <= piece[-2] <= 0x2F):
        return b""
    if piece.endswith(b"m") and b":" in piece:
        return _SUB_PARAMETERS.sub(_plain_style, piece)
    return piece


def _plain_style(found: re.Match[bytes]) -> bytes:
    """`4:3` (a curly line) becomes 4, `4:0` (its end) 24; colours in this rare form become the default."""
    if found.group(1) == b"4":
        return b"24" if found.group() == b"4:0" else b"4"
    return {b"38": b"39", b"48": b"49"}.get(found.group(1), b"")


@dataclass(slots=True)
class Modes:
    """The terminal modes a program has switched on, so that a test can see whether it left them on."""

    on: set[int] = field(default_factory=set)
    """DEC private modes that are set: 1049 alternate screen, 1000 mouse, 2004 paste, and so on."""
    off: set[int] = field(default_factory=set)
    """DEC private modes that are reset by name: 25 among them means a hidden cursor."""
    keyboard_depth: int = 0
    """How often the kitty keyboard protocol was pushed and not popped."""

    def note(self, piece: bytes) -> None:
        """Take one sequence into account."""
        found = _MODE.fullmatch(piece)
        if found:
            numbers = {int(number) for number in found.group(1).split(b";")}
            is_set = found.group(2) == b"h"
            self.on = self.on | numbers if is_set else self.on - numbers
            self.off = self.off - numbers if is_set else self.off | numbers
        elif piece.startswith(b"\x1b[>") and piece.endswith(b"u"):
            self.keyboard_depth += 1
        elif piece.startswith(b"\x1b[<") and piece.endswith(b"u"):
            self.keyboard_depth -= int(piece[3:-1] or b"1")


def answer_to(piece: bytes, row: int, column: int) -> bytes:
    """Return what a plain, modern terminal answers to `piece`: nothing, where it is no question.

    `row` and `column` are where the cursor is, counted from 1.
    """
    match piece:
        case b"\x1b[6n":
            return b"\x1b[%d;%dR" % (row, column)
        case b"\x1b[5n":
            return b"\x1b[0n"
        case b"\x1b[?2026$p":
            return b"\x1b[?2026;2$y"
        case b"\x1b[c" | b"\x1b[0c":
            return b"\x1b[?62;22c"
        case _:
            return b""


def sequences_in(raw: bytes) -> Iterator[bytes]:
    """Give the escape sequences of a recording, one by one."""
    return (piece for piece in pieces_of(raw)[0] if piece.startswith(b"\x1b"))
