"""`footui check` looks at the settings too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.person import Person

WRONG = 'theme = "lihgt"\n'
MESSAGE = "1:9: “theme” takes one of dark, light, contrast, terminal; this is “lihgt”. Did you mean “light”?\n"


def has_settings(person: Person, text: str) -> Path:
    """Put `config.toml` into the person's folder."""
    person.config.mkdir()
    path = person.folders.config_file
    path.write_text(text, encoding="utf-8")
    return path


def test_the_settings_are_one_of_all_files(person: Person) -> None:
    path = has_settings(person, WRONG)
    answer = person.types("check")
    assert (answer.status, answer.out, answer.err) == (1, f"{path}:{MESSAGE}", "1 problem.\n")


def test_settings_without_problems_are_counted(person: Person) -> None:
    has_settings(person, 'theme = "light"\n')
    answer = person.types("check")
    assert (answer.status, answer.out, answer.err) == (0, "", "1 file, no problems.\n")


def test_the_path_and_the_bare_name_mean_the_same_file(person: Person) -> None:
    path = has_settings(person, WRONG)
    for name in (str(path), "config.toml"):
        assert person.types("check", name).out == f"{path}:{MESSAGE}"


def test_a_file_of_that_name_in_the_present_folder_is_meant_first(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_settings(person, "")
    (tmp_path / "config.toml").write_text(WRONG)
    monkeypatch.chdir(tmp_path)
    assert person.types("check", "config.toml").out == f"config.toml:{MESSAGE}"


def test_a_routine_may_be_called_config(person: Person) -> None:
    path = person.has_routine("config", 'format = 1\ntitle = "Mine"\n[[steps]]\nexercise = "toe-press"\nhold = 5\n')
    assert person.types("check", str(path)).status == 0


def test_without_settings_the_bare_name_is_no_file(person: Person) -> None:
    answer = person.types("check", "config.toml")
    assert (answer.status, answer.out) == (1, "config.toml:1:1: There is no such file.\n")


def test_a_follow_table_is_checked_for_its_form(person: Person) -> None:
    path = has_settings(person, '[[follow]]\nroutine = "twenty-minutes"\nsince = "2026-11-01"\n')
    answer = person.types("check", str(path))
    assert answer.out.startswith(f"{path}:3:9: “since” takes a date")
