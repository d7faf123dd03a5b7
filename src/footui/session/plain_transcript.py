"""The transcript: sentences that follow each other, and counts that grow as they happen."""

from __future__ import annotations

from collections.abc import Callable, Sequence


class Transcript:
    """Puts sentences and counting together into lines, such as “Hold, 1 of 10. 1, 2, 3. Release.”."""

    def __init__(self, write: Callable[[str], None]) -> None:
        """Nothing is written yet."""
        self._write = write
        self._is_open = False
        self._is_counting = False

    def lines(self, *lines: str) -> None:
        """Whole lines of their own."""
        self.end_line()
        self._write("".join(f"{line}\n" for line in lines))

    def list(self, lines: Sequence[str]) -> None:
        """Lines that belong together."""
        self.lines(*(f"  {line}" for line in lines))

    def sentence(self, text: str, *, new_line: bool) -> None:
        """A sentence that more may follow: behind what stands there, or on a new line."""
        if new_line:
            self.end_line()
        end = "." if self._is_counting else ""
        self._write(f"{end}{' ' if self._is_open else ''}{text}")
        self._is_open, self._is_counting = True, False

    def number(self, number: int, *, last: bool) -> None:
        """The next number of a count."""
        before = ", " if self._is_counting else " " if self._is_open else ""
        self._write(f"{before}{number}{'.' if last else ''}")
        self._is_open, self._is_counting = True, not last

    def end_line(self) -> None:
        """Close the line that stands there, if one does."""
        if self._is_open:
            self._write(".\n" if self._is_counting else "\n")
        self._is_open = self._is_counting = False
