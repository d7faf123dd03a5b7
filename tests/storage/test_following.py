"""A routine is taken up and left in `config.toml` as by a careful hand: all else in the file stays as it was."""

from __future__ import annotations

import codecs
import stat
import tempfile
import tomllib
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from footui.core.schedule import Follow, Pause
from footui.core.settings import DEFAULTS
from footui.storage import draft, following
from footui.storage.atomic_file import write_atomically
from footui.storage.folders import Folders
from footui.storage.following import ReadFollowed, follow, followed, unfollow
from footui.storage.problems import SaveProblem
from tests.storage.config_layouts import comments_in, configs

TODAY = date(2026, 11, 21)
DOCUMENT = Path(__file__).parents[2] / "docs/schedule.md"


def folders_with(path: Path, text: str | bytes | None) -> Folders:
    """Folders with this `config.toml`, or none."""
    folders = Folders(path / "config", path / "data", path / "state")
    if text is not None:
        folders.config.mkdir()
        folders.config_file.write_bytes(text.encode() if isinstance(text, str) else text)
    return folders


def read(path: Path, text: str | None) -> ReadFollowed:
    return followed(folders_with(path, text))


def told(found: ReadFollowed) -> list[str]:
    """The problems as “line:column message”."""
    return [f"{problem.line}:{problem.column} {problem.message}" for problem in found.problems]


# Reading


def test_without_a_file_nothing_is_followed_and_nothing_is_made(tmp_path: Path) -> None:
    assert read(tmp_path, None) == ReadFollowed((), DEFAULTS, ())
    assert not (tmp_path / "config").exists()


def test_what_is_followed_comes_in_the_order_of_the_file_with_the_settings_beside_it(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """
        day_start = "05:30"
        [[follow]]
        routine = "twenty-minutes"
        since = 2026-11-01
        until = 2027-02-01
        pauses = [[2026-12-24, 2027-01-02], [2026-11-20, 2026-11-20]]
        times = ["07:30", "12:30", "01:00"]
        [[follow]]
        routine = "four-exercises"
        since = 2026-10-01
        """,
    )
    pauses = (Pause(date(2026, 12, 24), date(2027, 1, 2)), Pause(date(2026, 11, 20), date(2026, 11, 20)))
    times = (time(7, 30), time(12, 30), time(1))
    assert told(found) == []
    assert found.day_start == time(5, 30)
    assert found.follows == (
        Follow("twenty-minutes", date(2026, 11, 1), date(2027, 2, 1), pauses, times),
        Follow("four-exercises", date(2026, 10, 1)),
    )
    assert (found.of("four-exercises"), found.of("four")) == (found.follows[1], None)


@pytest.mark.parametrize(("lines", "problems", "kept"), [
    ("until = 2026-10-01", ["4:9 “until” comes before “since”."], {}),
    ('until = "never"', ["4:9 “until” takes a date, as 2026-11-21, without quotation marks; this is “never”."], {}),
    (
        "pauses = [[2026-12-24, 2026-12-20], [2026-12-24, 2026-12-25]]",
        ["4:11 the pause ends before it begins: the first day comes first."],
        {"pauses": (Pause(date(2026, 12, 24), date(2026, 12, 25)),)},
    ),
    ("untill = 2027-01-01", ["4:1 unknown key “untill”. Did you mean “until”?"], {}),
    (
        'times = "07:30"',
        ['4:9 “times” takes a list of times of day in quotation marks, as ["07:30", "12:30"]; this is “07:30”.'],
        {},
    ),
    (
        'times = [07:30:00, "12:30"]',
        ['4:10 “times” takes a list of times of day in quotation marks, as ["07:30", "12:30"]; one is a time of day.'],
        {},
    ),
    (
        'times = ["07:30", "7:45", "24:00"]',
        [
            '4:19 “times” takes a list of times of day in quotation marks, as ["07:30", "12:30"]; one is “7:45”.',
            '4:27 “times” takes a list of times of day in quotation marks, as ["07:30", "12:30"]; one is “24:00”.',
        ],
        {},
    ),
    (
        'times = ["12:30", "07:30"]',
        ["4:19 07:30 does not come after 12:30: the first session comes first, and a day begins at 04:00."],
        {},
    ),
    (
        'times = ["07:30", "07:30"]',
        ["4:19 07:30 does not come after 07:30: the first session comes first, and a day begins at 04:00."],
        {},
    ),
    (f"times = {[f'{hour:02}:00' for hour in range(4, 17)]}", ["4:9 12 times are the most; this has 13."],
     {"times": tuple(time(hour) for hour in range(4, 16))}),
    ("times = []", [], {}),
    ('times = ["04:00", "23:59", "00:00", "03:59"]', [], {"times": (time(4), time(23, 59), time(0), time(3, 59))}),
])  # fmt: skip
def test_a_wrong_key_is_told_and_takes_nothing_else_with_it(
    tmp_path: Path, lines: str, problems: list[str], kept: dict[str, Any]
) -> None:
    found = read(tmp_path, f'[[follow]]\nroutine = "a"\nsince = 2026-11-01\n{lines}\n')
    assert told(found) == problems
    assert found.follows == (Follow("a", date(2026, 11, 1))._replace(**kept),)


def test_a_table_without_routine_or_first_day_follows_nothing_and_hides_no_other(tmp_path: Path) -> None:
    tables = ('routine = "a"', "since = 2026-11-01", 'routine = "A b"\nsince = 2026-11-01', "")
    text = "".join(f"[[follow]]\n{table}\n" for table in tables)
    found = read(tmp_path, f'{text}[[follow]]\nroutine = "b"\nsince = 2026-11-01\n')
    assert found.follows == (Follow("b", date(2026, 11, 1)),)
    assert len(found.problems) == 5


@pytest.mark.parametrize(("spans", "kept", "problems"), [
    (["since = 2026-01-01", "since = 2026-11-01"], 1, ["5:11"]),
    (["since = 2026-01-01\nuntil = 2026-06-01", "since = 2026-06-01"], 1, ["6:11"]),
    (["since = 2026-01-01\nuntil = 2026-05-31", "since = 2026-06-01"], 2, []),
    (["since = 2026-06-01", "since = 2026-01-01\nuntil = 2026-05-31"], 2, []),
])  # fmt: skip
def test_a_routine_is_followed_once_at_a_time(tmp_path: Path, spans: list[str], kept: int, problems: list[str]) -> None:
    found = read(tmp_path, "".join(f'[[follow]]\nroutine = "a"\n{span}\n' for span in spans))
    assert len(found.follows) == kept
    assert [problem[:4] for problem in told(found)] == problems
    assert found.of("a") == found.follows[-1]


def test_of_a_file_that_is_no_toml_nothing_is_followed_and_the_line_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, '[[follow]]\nroutine = "a"\nsince = \n')
    assert (found.follows, [problem[:4] for problem in told(found)]) == ((), ["3:9 "])


def test_the_example_in_the_document_is_right_and_shows_every_key(tmp_path: Path) -> None:
    example = DOCUMENT.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    found = read(tmp_path, example)
    assert (told(found), len(found.follows)) == ([], 1)
    assert all(found.follows[0])
    assert all(f"\n{key} = " in f"\n{example}" for key in ("day_start", *Follow._fields))


# Taking up and leaving

WRITTEN = """\
# My settings.
theme = "light"   # at night

[[follow]]        # the foot doctor's
routine = 'twenty-minutes'
since = 2026-11-01
pauses = [
    [2026-12-24, 2027-01-02],  # at my mother's
]

# After breakfast, with the radio on.
[[follow]]
routine = "four-exercises"  # stretches
since = 2026-10-01

[cues]
bell = false  # the cat
"""
ADDED = '\n[[follow]]\nroutine = "sole-stretch"\nsince = 2026-11-21\n'


def test_the_first_one_makes_a_file_for_its_owner_alone(tmp_path: Path) -> None:
    folders = folders_with(tmp_path, None)
    assert follow(folders, "twenty-minutes", TODAY) is None
    assert folders.config_file.read_text() == '[[follow]]\nroutine = "twenty-minutes"\nsince = 2026-11-21\n'
    assert followed(folders).follows == (Follow("twenty-minutes", TODAY),)
    assert stat.S_IMODE(folders.config.stat().st_mode) == 0o700
    assert stat.S_IMODE(folders.config_file.stat().st_mode) == 0o600


def test_one_more_stands_behind_the_others_and_all_else_stays(tmp_path: Path) -> None:
    folders = folders_with(tmp_path, WRITTEN)
    assert follow(folders, "sole-stretch", TODAY) is None
    before, cues = WRITTEN.split("\n[cues]")
    assert folders.config_file.read_text() == f"{before}{ADDED}\n[cues]{cues}"


def test_a_second_time_changes_nothing_and_says_how_it_is_followed(tmp_path: Path) -> None:
    folders = folders_with(tmp_path, WRITTEN)
    changed = folders.config_file.stat().st_mtime_ns
    assert follow(folders, "four-exercises", TODAY) == Follow("four-exercises", date(2026, 10, 1))
    assert (folders.config_file.read_text(), folders.config_file.stat().st_mtime_ns) == (WRITTEN, changed)


def test_one_that_is_left_goes_with_its_own_comments_and_no_others(tmp_path: Path) -> None:
    folders = folders_with(tmp_path, WRITTEN)
    assert unfollow(folders, "twenty-minutes")
    left = folders.config_file.read_text()
    assert comments_of(left) == [
        "# My settings.", "# at night", "# After breakfast, with the radio on.", "# stretches", "# the cat",
    ]  # fmt: skip
    assert tomllib.loads(left) == {
        "theme": "light",
        "follow": [{"routine": "four-exercises", "since": date(2026, 10, 1)}],
        "cues": {"bell": False},
    }
    assert unfollow(folders, "four-exercises")
    assert comments_of(folders.config_file.read_text()) == ["# My settings.", "# at night", "# the cat"]
    assert followed(folders).follows == ()


def comments_of(text: str) -> list[str]:
    return [line[line.index("#") :] for line in text.splitlines() if "#" in line]


def test_one_that_is_not_followed_is_not_left_and_nothing_is_made(tmp_path: Path) -> None:
    assert unfollow(folders_with(tmp_path / "none", None), "twenty-minutes") is False
    assert not (tmp_path / "none").exists()
    (tmp_path / "some").mkdir()
    folders = folders_with(tmp_path / "some", WRITTEN)
    assert unfollow(folders, "twenty") is False
    assert folders.config_file.read_text() == WRITTEN


def test_one_that_was_followed_twice_is_left_for_good(tmp_path: Path) -> None:
    first = '[[follow]]\nroutine = "a"\nsince = 2026-01-01\nuntil = 2026-02-01\n\n'
    folders = folders_with(tmp_path, f'{first}[[follow]]\nroutine = "a"\nsince = 2026-05-01\n')
    assert unfollow(folders, "a")
    assert followed(folders) == ReadFollowed()


def test_a_link_to_the_dotfiles_stays_a_link(tmp_path: Path) -> None:
    dotfile = tmp_path / "dotfiles.toml"
    dotfile.write_text("# mine\n")
    folders = folders_with(tmp_path, "")
    folders.config_file.unlink()
    folders.config_file.symlink_to(dotfile)
    follow(folders, "a", TODAY)
    assert folders.config_file.is_symlink()
    assert tomllib.loads(dotfile.read_text()) == {"follow": [{"routine": "a", "since": TODAY}]}


@pytest.mark.parametrize(("text", "sentence"), [
    ("theme = \n", "config.toml was not changed: line 1, column 9: "),
    ('theme = "lihgt"\n', "config.toml was not changed: line 1, column 9: “theme” takes one of"),
    ("follow = 3\n", "config.toml was not changed: line 1, column 10: “follow” takes a list of tables"),
    ('\n[[follow]]\nroutine = "a"\n', "config.toml was not changed: line 2, column 1: “follow” needs “since”"),
    (b"# \xff\n", "config.toml was not changed: line 1, column 3: The byte 0xff is not UTF-8"),
])  # fmt: skip
def test_a_file_that_must_be_mended_first_is_not_touched(tmp_path: Path, text: str | bytes, sentence: str) -> None:
    folders = folders_with(tmp_path, text)
    before = folders.config_file.read_bytes()
    for change in (lambda: follow(folders, "b", TODAY), lambda: unfollow(folders, "a")):
        with pytest.raises(SaveProblem) as caught:
            change()
        assert str(caught.value).startswith(sentence)
    assert folders.config_file.read_bytes() == before


def write_first(patch: pytest.MonkeyPatch, folders: Folders, texts: Iterator[str]) -> None:
    """Let somebody else write each of these texts right before we would save ours."""

    def save(path: Path, data: bytes, *, expected_sha256: str | None = None) -> None:
        theirs = next(texts, None)
        if theirs is not None:
            folders.config_file.write_text(theirs)
        write_atomically(path, data, expected_sha256=expected_sha256)

    patch.setattr(draft, "write_atomically", save)


def test_what_was_changed_elsewhere_in_the_meantime_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = folders_with(tmp_path, 'theme = "dark"\n')
    write_first(monkeypatch, folders, iter(['theme = "light"  # by hand\n']))
    follow(folders, "sole-stretch", TODAY)
    assert folders.config_file.read_text() == f'theme = "light"  # by hand\n{ADDED}'


def test_a_file_that_never_stands_still_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = folders_with(tmp_path, "")
    write_first(monkeypatch, folders, iter(f"# {number}\n" for number in range(following.ATTEMPTS)))
    with pytest.raises(SaveProblem, match="changed elsewhere all the time"):
        follow(folders, "a", TODAY)
    assert folders.config_file.read_text() == f"# {following.ATTEMPTS - 1}\n"


SLUGS = st.sampled_from(["a", "b", "twenty-minutes"])


@given(configs(), st.booleans(), st.lists(st.tuples(st.booleans(), SLUGS), max_size=5))
def test_whatever_is_taken_up_and_left_the_rest_of_the_file_stays(
    text: str, has_mark: bool, to_do: list[tuple[bool, str]]
) -> None:
    mark = codecs.BOM_UTF8 if has_mark else b""
    with tempfile.TemporaryDirectory() as path:
        folders = folders_with(Path(path), mark + text.encode())
        assume(not followed(folders).problems)
        for takes_up, slug in to_do:
            raw = folders.config_file.read_bytes()
            before = raw.removeprefix(mark).decode()
            table = tomllib.loads(before)
            follows = table.pop("follow", [])
            if takes_up:
                was = follow(folders, slug, TODAY) is not None
                wanted = follows if was else [*follows, {"routine": slug, "since": TODAY}]
            else:
                was = unfollow(folders, slug)
                wanted = [each for each in follows if each["routine"] != slug]
            assert was == any(each["routine"] == slug for each in follows)
            saved = folders.config_file.read_bytes()
            if was == takes_up:
                assert saved == raw
            assert saved.startswith(mark)
            now = saved.removeprefix(mark).decode()
            assert tomllib.loads(now) == {**table, **({"follow": wanted} if wanted else {})}
            assert "\r\n" not in before or now.count("\n") == now.count("\r\n")
            if takes_up:
                assert comments_in(now) == comments_in(before)
            else:
                kept = comments_in(now)
                assert kept == [each for each in comments_in(before) if each in kept]
                # At the most the one above the table, the one behind its header, and the last one of it.
                assert len(comments_in(before)) - len(kept) <= 3 * (len(follows) - len(wanted))
