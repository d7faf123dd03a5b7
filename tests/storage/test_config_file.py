"""The settings can be written by hand: what is right holds, and what is wrong is told with its place."""

from __future__ import annotations

import subprocess
import sys
from datetime import time
from pathlib import Path

import pytest

from footui.core.settings import DEFAULTS, CareSettings, CueSettings, Settings
from footui.storage.config_file import ReadSettings, read_settings
from footui.storage.folders import Folders

DOCUMENT = Path(__file__).parents[2] / "docs/settings.md"


def folders_with(path: Path, text: str | None) -> Folders:
    """Folders with this `config.toml`, or none."""
    folders = Folders(path / "config", path / "data", path / "state")
    if text is not None:
        folders.config.mkdir()
        folders.config_file.write_text(text, encoding="utf-8")
    return folders


def read(path: Path, text: str | None) -> ReadSettings:
    return read_settings(folders_with(path, text))


def told(found: ReadSettings) -> list[str]:
    """The problems as “line:column message”."""
    return [f"{problem.line}:{problem.column} {problem.message}" for problem in found.problems]


@pytest.mark.parametrize("text", [None, "", "# nothing chosen\n", "\ufeff# with a mark\r\n"])
def test_without_a_choice_the_defaults_hold(tmp_path: Path, text: str | None) -> None:
    assert read(tmp_path, text) == ReadSettings(DEFAULTS, ())


def test_every_key_is_read(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """
        theme = "light"
        characters = "ascii"
        numbers = "small"
        figure = false
        reduced_motion = true
        pictures_per_second = 4
        clock = "12h"
        dim_after = 90.5
        day_start = "03:30"

        [cues]
        bell = false
        colour = true
        notification = true
        speech = true
        speech_over_ssh = true
        voice = "en-gb"
        own_command = true
        command = ["play", " two  words ", ""]
        countdown_from = 6
        half_from = 30

        [care]
        ask = false
        ease_from = 2
        stop_above = 4

        [[follow]]
        routine = "twenty-minutes"
        since = 2026-11-01
        until = 2027-02-01
        pauses = [[2026-12-24, 2027-01-02]]
        """,
    )
    assert told(found) == []
    cues = CueSettings(False, True, True, True, True, "en-gb", True, ("play", " two  words ", ""), 6, 30)
    assert found.settings == Settings(
        "light", "ascii", "small", False, True, 4, "12h", 90.5, time(3, 30), cues, CareSettings(False, 2, 4)
    )


def test_a_wrong_value_keeps_its_default_and_hides_no_other(tmp_path: Path) -> None:
    found = read(tmp_path, 'theme = "lihgt"\nclock = "12h"\nfigure = "no"\n[cues]\nbell = 0\ncolour = true\n')
    assert told(found) == [
        "1:9 “theme” takes one of dark, light, contrast, terminal; this is “lihgt”. Did you mean “light”?",
        "3:10 “figure” takes true or false, without quotation marks; this is “no”.",
        "5:8 “bell” takes true or false, without quotation marks; this is 0.",
    ]
    assert found.settings == DEFAULTS._replace(clock="12h", cues=CueSettings(colour=True))


def test_an_unknown_key_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    found = read(tmp_path, "reduce_motion = true\nreduced_motion = true\n[cues]\nbel = false\n[cares]\n")
    assert told(found) == [
        "1:1 unknown key “reduce_motion”. Did you mean “reduced_motion”?",
        "4:1 unknown key “bel”. Did you mean “bell”?",
        "5:1 unknown key “cares”. Did you mean “care”?",
    ]
    assert found.settings.reduced_motion


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("theme = 3", "1:9 “theme” takes one of dark, light, contrast, terminal; this is 3."),
        ("pictures_per_second = 5", "1:23 “pictures_per_second” takes a whole number from 1 to 4; this is 5."),
        ("pictures_per_second = true", "1:23 “pictures_per_second” takes a whole number from 1 to 4; this is true."),
        ("dim_after = nan", "1:13 “dim_after” takes a number of seconds from 0 to 3,600; this is nan."),
        ("cues = 3", "1:8 “cues” takes a table; this is 3."),
        ("care = []", "1:8 “care” takes a table; this is an empty list."),
        ("[cues]\nvoice = 3", "2:9 “voice” takes a text; this is 3."),
        ("[care]\nstop_above = 11", "2:14 “stop_above” takes a whole number from 0 to 10; this is 11."),
        (
            "[cues]\nown_command = true",
            "2:15 “own_command” is on, but there is no “command”, a list of texts.",
        ),
        (
            '[cues]\ncommand = "play bell.wav"',
            (
                '2:11 “command” takes a list of texts, the program and its arguments, as ["play", "-q", "bell.wav"]; '
                "this is “play bell.wav”."
            ),
        ),
        ('[cues]\ncommand = ["play", 3]', "2:20 “command” holds texts; this is 3."),
        ('[cues]\ncommand = [""]', "2:12 “command” begins with the name of a program; this is an empty text."),
        (
            '[cues]\ncommand = ["a", "\\u0000"]',
            "2:17 a text of “command” holds a zero character, which no program can be given.",
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(tmp_path: Path, text: str, message: str) -> None:
    found = read(tmp_path, text)
    assert told(found) == [message]
    assert found.settings == DEFAULTS


@pytest.mark.parametrize("written", ['"4:00"', '"24:00"', '"12:60"', '"0400"', '"٠٤:٠٠"', "4", "04:00:00"])
def test_a_day_starts_at_a_time_of_day(tmp_path: Path, written: str) -> None:
    found = read(tmp_path, f"day_start = {written}")
    assert found.settings.day_start == time(4)
    assert [problem[:4] for problem in told(found)] == ["1:13"]


def test_limits_that_disagree_stop_as_early_as_was_asked_for(tmp_path: Path) -> None:
    found = read(tmp_path, "[care]\nease_from = 6\nstop_above = 2\n")
    assert told(found) == ["2:13 “ease_from” is 6, above “stop_above”, which is 2."]
    assert found.settings.care == CareSettings(ease_from=2, stop_above=2)


def test_a_lower_limit_for_stopping_needs_no_second_key(tmp_path: Path) -> None:
    found = read(tmp_path, "[care]\nstop_above = 2\n")
    assert (found.settings.care, told(found)) == (CareSettings(ease_from=2, stop_above=2), [])


def test_of_a_file_that_is_no_toml_nothing_holds_and_the_line_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, 'theme = "light"\nclock = \n')
    assert found.settings == DEFAULTS
    assert [problem[:4] for problem in told(found)] == ["2:9 "]


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    folders = folders_with(tmp_path, "")
    folders.config_file.unlink()
    folders.config_file.symlink_to(tmp_path / "dotfiles")
    found = read_settings(folders)
    assert (found.settings, told(found)) == (DEFAULTS, ["1:1 There is no such file: the link leads nowhere."])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("since = 2026-11-01", "1:1 “follow” needs “routine”, the name of its file."),
        (
            'routine = "a"',
            "1:1 “follow” needs “since”, the first due day: a date, as 2026-11-21, without quotation marks.",
        ),
        (
            'routine = "a"\nsince = "2026-11-01"',
            "3:9 “since” takes a date, as 2026-11-21, without quotation marks; this is “2026-11-01”.",
        ),
        (
            'routine = "a"\nsince = 2026-11-01T00:00:00',
            "3:9 “since” takes a date, as 2026-11-21, without quotation marks; this is a date with a time.",
        ),
        ('routine = "a"\nsince = 2026-11-01\nuntil = 2026-10-01', "4:9 “until” comes before “since”."),
        (
            'routine = "a"\nsince = 2026-11-01\npauses = [[2026-12-24, 2026-12-20]]',
            "4:11 the pause ends before it begins: the first day comes first.",
        ),
        (
            'routine = "a"\nsince = 2026-11-01\npauses = [2026-12-24]',
            (
                "4:11 “pauses” takes a list of pauses, each [first day, last day], as [[2026-12-24, 2027-01-02]]; "
                "one is a date."
            ),
        ),
        (
            'routine = "A b"\nsince = 2026-11-01',
            (
                "2:11 “A b” cannot be the name of a routine: lower-case letters, digits and single hyphens, "
                "at most 64 characters."
            ),
        ),
        ('routine = "a"\nsince = 2026-11-01\npause = []', "4:1 unknown key “pause”. Did you mean “pauses”?"),
    ],
)
def test_what_is_followed_is_checked_for_its_form(tmp_path: Path, text: str, message: str) -> None:
    assert told(read(tmp_path, f"[[follow]]\n{text}\n")) == [message]


def test_the_example_in_the_document_is_right_and_shows_every_key(tmp_path: Path) -> None:
    example = DOCUMENT.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    assert told(read(tmp_path, example)) == []
    for keys in (Settings._fields, CueSettings._fields, CareSettings._fields):
        for key in keys:
            assert f"{key} = " in example or f"[{key}]" in example, key


def test_where_there_is_no_file_no_reader_is_imported(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from footui.storage.folders import Folders\n"
        "from footui.storage.config_file import read_settings\n"
        f"read_settings(Folders(Path({str(tmp_path)!r}), Path(), Path()))\n"
        "print(*sorted({'tomllib', 'tomlrt', 'footui.storage.toml_source'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-B", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
