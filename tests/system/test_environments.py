"""No terminal, a dumb one, no colour, no UTF-8: each gets what it can show, or a sentence."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pytest

from tests.system.output import sequences_in
from tests.system.program import (
    FOOTUI,
    LONG,
    NOTHING_FOLLOWED,
    care_answered,
    folders_in,
    follows,
    has_routine,
    is_put_right,
    written_down,
)
from tests.system.terminal import Terminal

NO_TERMINAL: Final = (
    "The full screen needs a terminal, for input and for messages. footui --help names what needs none.\n"
)
LINE_BY_LINE: Final = "There is no terminal for the full screen here: the session goes line by line."
DINNER: Final = ("run", "breakfast-lunch-dinner", "--session", "3", "--speed", "1000")
WITHOUT_SCREEN: Final = ("dumb", "unknown", "", None)

NO_COLOUR: Final = frozenset({"", "0", "1", "2", "7", "22", "27"})
"""What a style may say where there is no colour: bold, faint, reverse, and their end."""


def started(
    folders: Mapping[str, str], *words: str, **streams: int | bytes
) -> tuple[subprocess.CompletedProcess[bytes], float]:
    """Run footui without a terminal; return what became of it and how many seconds it took."""
    began = time.perf_counter()
    done = subprocess.run(
        [*FOOTUI, *words],
        env={**os.environ, **folders, "TERM": "xterm-256color"},
        capture_output=True,
        check=False,
        timeout=30,
        **streams,  # type: ignore[call-overload]  # stdin or input
    )
    return done, time.perf_counter() - began


NO_INPUT: Final = ({"stdin": subprocess.DEVNULL}, {"input": b""})


@pytest.mark.parametrize("streams", NO_INPUT, ids=["nothing", "a pipe"])
def test_without_a_terminal_the_app_says_so_in_one_line_at_once(
    own_folders: dict[str, str], streams: dict[str, int | bytes]
) -> None:
    done, seconds = started(own_folders, **streams)
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", NO_TERMINAL)
    assert seconds < 1


@pytest.mark.parametrize("streams", NO_INPUT, ids=["nothing", "a pipe"])
def test_without_a_terminal_a_session_says_so_and_goes_line_by_line(
    own_folders: dict[str, str], streams: dict[str, int | bytes]
) -> None:
    done, _ = started(own_folders, *DINNER, **streams)
    assert (done.returncode, done.stderr.decode()) == (0, LINE_BY_LINE + "\n")
    assert "Done after 53 seconds." in done.stdout.decode()
    assert b"\x1b" not in done.stdout


def test_where_messages_go_to_a_file_the_app_writes_its_line_there_and_draws_nothing(
    own_folders: dict[str, str], tmp_path: Path
) -> None:
    messages = tmp_path / "messages"
    with Terminal(["sh", "-c", f'exec "$@" 2>"{messages}"', "sh", *FOOTUI], env=own_folders) as terminal:
        assert terminal.wait_end() == 2
        assert terminal.raw == b""
    assert messages.read_text(encoding="utf-8") == NO_TERMINAL


def test_where_messages_go_to_a_file_a_session_goes_line_by_line(own_folders: dict[str, str], tmp_path: Path) -> None:
    messages = tmp_path / "messages"
    with Terminal(["sh", "-c", f'exec "$@" 2>"{messages}"', "sh", *FOOTUI, *DINNER], env=own_folders) as terminal:
        assert terminal.wait_end() == 0
        assert "Done after 53 seconds." in terminal.screen_text()
        assert b"\x1b" not in terminal.raw
    assert messages.read_text(encoding="utf-8") == LINE_BY_LINE + "\n"


def test_where_only_the_answer_goes_elsewhere_the_app_is_drawn(own_folders: dict[str, str], tmp_path: Path) -> None:
    care_answered(own_folders)
    with Terminal(["sh", "-c", f'exec "$@" >"{tmp_path / "out"}"', "sh", *FOOTUI], env=own_folders) as terminal:
        terminal.wait_for(NOTHING_FOLLOWED)
        terminal.press("q")
        assert terminal.wait_end() == 0
        assert is_put_right(terminal.modes)
    assert (tmp_path / "out").read_bytes() == b""


@pytest.mark.parametrize("name", WITHOUT_SCREEN)
def test_a_terminal_without_a_screen_gets_no_escape_sequences(own_folders: dict[str, str], name: str | None) -> None:
    with Terminal([*FOOTUI, *DINNER], env={**own_folders, "TERM": name}) as terminal:
        assert terminal.wait_end() == 0
        assert LINE_BY_LINE in terminal.raw.decode()
        assert b"\x1b" not in terminal.raw
    with Terminal(FOOTUI, env={**own_folders, "TERM": name}) as terminal:
        assert terminal.wait_end() == 2
        assert terminal.raw.decode().replace("\r\n", "\n") == NO_TERMINAL


# No colour, no UTF-8


def look_round(folder: Path, env: Mapping[str, str | None]) -> tuple[bytes, list[str]]:
    """Go through every screen there is; return all that was written, and the pictures."""
    folders = folders_in(folder)
    has_routine(folders, "long", LONG.replace("hold = 60", "hold = 20"))
    follows(folders, "long")
    pictures = []
    with Terminal(FOOTUI, env={**folders, **env}) as terminal:
        for key, shown in (
            (None, "Due now"),
            ("?", "Keys"),
            ("escape", "Due now"),
            ("2", "42 exercises"),
            ("enter", "Moves the ankle in every direction"),
            ("G", "Ankle sprain (Arthritis"),
            ("escape", "42 exercises"),
            ("1", "Due now"),
            ("enter", "0:02 of 0:21"),
            ("escape", "End this session?"),
            ("w", "Ended early"),
        ):
            if key is not None:
                terminal.press(key)
            terminal.wait_for(shown)
            terminal.wait_quiet(0.1)
            pictures.append(terminal.screen_text())
        terminal.press("enter")
        terminal.wait_for("Due now")
        terminal.press("q")
        assert terminal.wait_end() == 0
        return terminal.raw, pictures


ENVIRONMENTS: Final[dict[str, Mapping[str, str | None]]] = {
    "no colour": {"NO_COLOR": "1"},
    "NO_COLOR without a word": {"NO_COLOR": ""},
    "LANG is C": {"LANG": "C", "LC_ALL": None, "LC_CTYPE": None},
    "LC_ALL is C": {"LC_ALL": "C", "LANG": "C.UTF-8"},
    "no locale at all": {"LANG": None, "LC_ALL": None, "LC_CTYPE": None},
}


@pytest.fixture(scope="module")
def looked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[tuple[bytes, list[str]]]]]:
    """A person in each of these environments."""
    with ThreadPoolExecutor(max_workers=5) as pool:
        yield {
            name: pool.submit(look_round, tmp_path_factory.mktemp("looked"), env) for name, env in ENVIRONMENTS.items()
        }


def style_numbers(raw: bytes) -> set[str]:
    """Return every number that a style sequence of a recording has."""
    styles = (piece for piece in sequences_in(raw) if re.fullmatch(rb"\x1b\[[\d;:]*m", piece))
    return {number for style in styles for number in re.split("[;:]", style[2:-1].decode())}


def test_where_no_colour_is_wanted_there_is_none(looked: dict[str, Future[tuple[bytes, list[str]]]]) -> None:
    raw, _ = looked["no colour"].result()
    assert "1" in style_numbers(raw) <= NO_COLOUR


def test_an_empty_no_color_asks_for_nothing(looked: dict[str, Future[tuple[bytes, list[str]]]]) -> None:
    """As no-color.org has it."""
    raw, _ = looked["NO_COLOR without a word"].result()
    assert b"38;2;92;184;240" in raw, "the colour of work"


@pytest.mark.parametrize("name", ["LANG is C", "LC_ALL is C", "no locale at all"])
def test_where_there_is_no_utf_8_every_screen_is_ascii(
    looked: dict[str, Future[tuple[bytes, list[str]]]], name: str
) -> None:
    raw, pictures = looked[name].result()
    assert raw.isascii()
    live = next(picture for picture in pictures if "0:02 of 0:21" in picture and "End this" not in picture)
    assert re.search("##+-+", live), "the bar of the work"
    assert re.search("=+@-+", live), "where the session is"
    assert "H O L D" in live
    assert any("::::" in picture for picture in pictures), "the bar of a pause"


def test_where_there_is_utf_8_no_picture_is_ascii(looked: dict[str, Future[tuple[bytes, list[str]]]]) -> None:
    _, pictures = looked["no colour"].result()
    assert not any(picture.isascii() for picture in pictures)


# An error of its own

MISTAKES: Final = {
    "while it paints": (
        "from footui.screens.live_view import LivePicture\n"
        "show = LivePicture.show\n"
        "def mistaken(self, view, *more):\n"
        "    if view.word == 'HOLD': raise RuntimeError('a mistake')\n"
        "    return show(self, view, *more)\n"
        "LivePicture.show = mistaken\n"
    ),
    "as it opens a screen": (
        "from footui.screens.live import LiveScreen\n"
        "def mistaken(self): raise RuntimeError('a mistake')\n"
        "LiveScreen.on_mount = mistaken\n"
    ),
    "as the session ends": (
        "from footui.screens.finished import FinishedScreen\n"
        "def mistaken(self, *more, **named): raise RuntimeError('a mistake')\n"
        "FinishedScreen.__init__ = mistaken\n"
    ),
}
"""Put into the program before it starts; the product itself has no door for this."""


@pytest.mark.parametrize(
    ("mistake", "kept"),
    [("as it opens a screen", []), ("while it paints", ["open"]), ("as the session ends", ["finished"])],
)
def test_an_error_of_its_own_leaves_the_terminal_right_a_sentence_a_report_and_what_was_written(
    own_folders: dict[str, str], mistake: str, kept: list[str]
) -> None:
    program = MISTAKES[mistake] + "import sys\nfrom footui.__main__ import main\nsys.exit(main())\n"
    words = ("run", "breakfast-lunch-dinner", "--session", "3", "--speed", "50", "--record")
    with Terminal([sys.executable, "-c", program, *words], env=own_folders) as terminal:
        assert terminal.wait_end() == 1
        assert is_put_right(terminal.modes)
        assert terminal.line_is_cooked()
        said = terminal.raw.rpartition(b"\x1b[?1049l")[2].decode()
    sentence = re.sub(r"\x1b\[[?\d;]*\w", "", said).strip()
    (report,) = Path(own_folders["FOOTUI_STATE_DIR"]).glob("crash-*.txt")
    assert sentence == (
        "Footui has met an error of its own and had to stop. What was written down before is kept. "
        f"The report for those who mend it: {report}"
    )
    assert "Traceback" not in terminal.raw.decode()
    assert "RuntimeError: a mistake" in report.read_text(encoding="utf-8")
    assert [session["status"] for session in written_down(own_folders)] == kept
