"""A setting changed from the screen leaves everything else in the file as it was."""

from __future__ import annotations

import codecs
import stat
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footui.core.settings import DEFAULTS
from footui.storage import config_edit
from footui.storage.atomic_file import ChangedElsewhere, SaveProblem, write_atomically
from footui.storage.config_edit import SettingPath, SettingValue, change_setting
from footui.storage.config_file import read_settings
from footui.storage.folders import Folders
from tests.storage.config_layouts import changes, comments_in, configs


def folders_with(path: Path, data: str | bytes | None) -> Folders:
    """Folders with this `config.toml`, or none."""
    folders = Folders(path / "config", path / "data", path / "state")
    if data is not None:
        folders.config.mkdir()
        folders.config_file.write_bytes(data.encode() if isinstance(data, str) else data)
    return folders


def after(path: Path, data: str | bytes | None, *key: str, value: SettingValue) -> str:
    """What the file says after one change."""
    folders = folders_with(path, data)
    change_setting(folders, key, value)
    return folders.config_file.read_bytes().decode()


@pytest.mark.parametrize(
    ("before", "key", "value", "expected"),
    [
        ("theme = 'dark'  # mine\n", ("theme",), "light", "theme = 'light'  # mine\n"),
        ("'theme'  =\t\"dark\"", ("theme",), "light", "'theme'  =\t\"light\""),
        ("clock = '12h'", ("theme",), "light", "clock = '12h'\ntheme = \"light\""),
        ("clock = '12h'\r\n", ("theme",), "light", "clock = '12h'\r\ntheme = \"light\"\r\n"),
        ("\ufefffigure = true\r\n", ("figure",), False, "\ufefffigure = false\r\n"),
        ("cues = { bell = true, colour=false } # in a row\n", ("cues", "bell"), False,
         "cues = { bell = false, colour=false } # in a row\n"),
        ("cues.bell = true\n", ("cues", "speech"), True, "cues.bell = true\ncues.speech = true\n"),
        ("[cues]\n  bell = true # why\n\n# the rest\n[care]\n", ("cues", "speech"), True,
         "[cues]\n  bell = true # why\n  speech = true\n\n# the rest\n[care]\n"),
        ("# mine\n\n[[follow]]\nroutine = 'a'\n", ("theme",), "light",
         "# mine\n\ntheme = \"light\"\n\n[[follow]]\nroutine = 'a'\n"),
        ("theme = 'pink'\n", ("theme",), "dark", "theme = 'dark'\n"),
        ("mine = nan\n", ("theme",), "dark", 'mine = nan\ntheme = "dark"\n'),
        (None, ("theme",), "light", 'theme = "light"\n'),
        (None, ("cues", "bell"), False, "[cues]\nbell = false\n"),
    ],
)  # fmt: skip
def test_the_smallest_change_is_made(
    tmp_path: Path, before: str | None, key: SettingPath, value: SettingValue, expected: str
) -> None:
    assert after(tmp_path, before, *key, value=value) == expected


def test_the_first_change_makes_a_file_for_its_owner_alone(tmp_path: Path) -> None:
    folders = folders_with(tmp_path, None)
    found = change_setting(folders, ("theme",), "light")
    assert found == read_settings(folders)
    assert found.settings == DEFAULTS._replace(theme="light")
    assert stat.S_IMODE(folders.config.stat().st_mode) == 0o700
    assert stat.S_IMODE(folders.config_file.stat().st_mode) == 0o600


def test_a_value_back_at_its_default_is_written_as_such(tmp_path: Path) -> None:
    assert after(tmp_path, 'theme = "light"  # at night\n', "theme", value="dark") == 'theme = "dark"  # at night\n'


def test_a_link_to_the_dotfiles_stays_a_link(tmp_path: Path) -> None:
    dotfile = tmp_path / "dotfiles.toml"
    dotfile.write_text('theme = "dark"\n')
    folders = folders_with(tmp_path, "")
    folders.config_file.unlink()
    folders.config_file.symlink_to(dotfile)
    change_setting(folders, ("theme",), "light")
    assert folders.config_file.is_symlink()
    assert dotfile.read_text() == 'theme = "light"\n'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("theme = \n", "config.toml was not changed: line 1, column 9: "),
        ("cues = 3\n", "config.toml was not changed: line 1, column 1: “cues” is not a table there. Mend that line"),
        ("a = 1\n[[cues]]\n", "config.toml was not changed: line 2, column 1: “cues” is not a table there."),
        ("cues.bell = [\n1, # one\n]", "config.toml was not changed: line 1, column 6: “cues.bell” is a list there."),
        ("[cues.bell]\n", "config.toml was not changed: line 1, column 1: “cues.bell” is a table there."),
        ("#" * 300_000, "config.toml was not changed: the file is larger than 256 KiB"),
        ("#" * (256 * 1024), "config.toml was not changed: the file is larger than 256 KiB"),
    ],
)
def test_a_file_that_must_be_mended_first_is_not_touched(tmp_path: Path, text: str, sentence: str) -> None:
    folders = folders_with(tmp_path, text)
    with pytest.raises(SaveProblem) as caught:
        change_setting(folders, ("cues", "bell"), False)
    assert str(caught.value).startswith(sentence)
    assert folders.config_file.read_text() == text


def test_bytes_that_are_no_text_are_not_touched(tmp_path: Path) -> None:
    folders = folders_with(tmp_path, b'theme = "dark"\n# \xff\n')
    with pytest.raises(SaveProblem, match="line 2, column 3: The byte 0xff is not UTF-8"):
        change_setting(folders, ("theme",), "light")
    assert folders.config_file.read_bytes() == b'theme = "dark"\n# \xff\n'


def test_what_was_changed_elsewhere_in_the_meantime_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = folders_with(tmp_path, 'theme = "dark"\n')
    theirs = iter(['theme = "dark"\nfigure = false # by hand\n'])
    write_once(monkeypatch, folders, theirs)
    found = change_setting(folders, ("theme",), "light")
    assert folders.config_file.read_text() == 'theme = "light"\nfigure = false # by hand\n'
    assert not found.settings.figure


def test_a_file_that_never_stands_still_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = folders_with(tmp_path, "")
    write_once(monkeypatch, folders, iter(f"# {number}\n" for number in range(config_edit.ATTEMPTS)))
    with pytest.raises(SaveProblem, match="changed elsewhere all the time"):
        change_setting(folders, ("theme",), "light")
    assert folders.config_file.read_text() == f"# {config_edit.ATTEMPTS - 1}\n"


def write_once(patch: pytest.MonkeyPatch, folders: Folders, texts: Iterator[str]) -> None:
    """Let somebody else write each of these texts right before we would save ours."""

    def save(path: Path, data: bytes, *, expected_sha256: str | None = None) -> None:
        theirs = next(texts, None)
        if theirs is not None:
            folders.config_file.write_text(theirs)
        write_atomically(path, data, expected_sha256=expected_sha256)

    patch.setattr(config_edit, "write_atomically", save)


def test_a_file_removed_in_the_meantime_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = folders_with(tmp_path, "# old\n")

    def save(path: Path, *_: object, **__: object) -> None:
        path.unlink()
        raise ChangedElsewhere("it has been removed")

    monkeypatch.setattr(config_edit, "write_atomically", save)
    change_setting(folders, ("theme",), "light")
    assert folders.config_file.read_text() == 'theme = "light"\n'


def test_a_change_that_would_say_something_else_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = folders_with(tmp_path, 'theme = "dark"\nfigure = true\n')
    monkeypatch.setattr(config_edit, "with_setting", lambda *_: 'theme = "light"\nfigure = 1\n')
    with pytest.raises(SaveProblem, match="Change it by hand"):
        change_setting(folders, ("theme",), "light")
    assert folders.config_file.read_text() == 'theme = "dark"\nfigure = true\n'


def is_kept(before: list[str], now: list[str]) -> bool:
    """Whether all lines but one are there, in their order, and at most a header, a blank line and a key came."""
    rest = iter(now)
    missing = 0
    for line in before:
        place = list(rest)
        if line in place:
            rest = iter(place[place.index(line) + 1 :])
        else:
            missing, rest = missing + 1, iter(place[1:])
    return missing <= 1 and len(before) <= len(now) <= len(before) + 4


@given(configs(), st.booleans(), st.lists(changes, max_size=4))
def test_any_change_to_any_file_leaves_the_rest_of_it(
    text: str, has_mark: bool, to_do: list[tuple[SettingPath, SettingValue]]
) -> None:
    mark = codecs.BOM_UTF8 if has_mark else b""
    with tempfile.TemporaryDirectory() as path:
        folders = folders_with(Path(path), mark + text.encode())
        for key, value in to_do:
            before = folders.config_file.read_bytes().removeprefix(mark).decode()
            found = change_setting(folders, key, value)
            saved = folders.config_file.read_bytes()
            assert saved.startswith(mark)
            now = saved.removeprefix(mark).decode()
            assert tomllib.loads(now) == intended(before, key, value)
            assert comments_in(now) == comments_in(before)
            assert is_kept(before.splitlines(), now.splitlines())
            assert "\r\n" not in before or now.count("\n") == now.count("\r\n")
            assert not before or now.endswith("\n") == before.endswith("\n")
            assert found == read_settings(folders)
            change_setting(folders, key, value)
            assert folders.config_file.read_bytes() == saved


def intended(text: str, key: SettingPath, value: SettingValue) -> dict[str, Any]:
    """What the file is to say after the change."""
    table = tomllib.loads(text)
    (table if len(key) == 1 else table.setdefault(key[0], {}))[key[-1]] = value
    return table
