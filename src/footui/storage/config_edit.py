"""Changing one key of `config.toml` and nothing else: comments, order, quotes and line ends stay as they were.

What is to be written is read back first and compared with what was meant; where the two differ nothing is written.
"""

from __future__ import annotations

import codecs
import copy
import os
from typing import Any, Final

from footui.storage.atomic_file import AlreadyThere, ChangedElsewhere, SaveProblem, create_new, write_atomically
from footui.storage.config_fields import settings_of
from footui.storage.config_file import CONFIG_NAME, ReadSettings, read_settings
from footui.storage.folders import Folders, make_private_folder
from footui.storage.problems import clean_path
from footui.storage.toml_edit import CannotEditError, NoSuchPlaceError, SetKey, plain, same_values
from footui.storage.toml_source import TomlProblems, TomlSource, parse_toml, read_toml_file

SettingPath = tuple[str, ...]
"""The keys that lead to a setting: `("theme",)`, `("cues", "bell")`."""

SettingValue = bool | int | float | str

ATTEMPTS: Final = 3
"""How often the file may have changed between reading and writing before that is said."""


class SettingsFile:
    """The settings in the `config.toml` of these folders, to be read and changed one at a time."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders

    def read(self) -> ReadSettings:
        """The settings as they are in the file now."""
        return read_settings(self._folders)

    def change(self, path: SettingPath, value: SettingValue) -> ReadSettings:
        """As `change_setting`; the file is called by its name alone, as its folder is the one in use."""
        try:
            return change_setting(self._folders, path, value)
        except SaveProblem as problem:
            shown = clean_path(str(self._folders.config_file))
            raise SaveProblem(str(problem).replace(shown, CONFIG_NAME)) from problem


def change_setting(folders: Folders, path: SettingPath, value: SettingValue) -> ReadSettings:
    """Set one key in the file, which is made where there is none; the settings as they are in it then.

    The file is read anew, so what was changed in it elsewhere stays. Raises `SaveProblem`; the file is then as it was.
    """
    for _ in range(ATTEMPTS):
        try:
            return ReadSettings(*settings_of(_change(folders, path, value)))
        except (ChangedElsewhere, AlreadyThere):
            continue
    raise refused("it is being changed elsewhere all the time", "Try again")


def with_setting(text: str, path: SettingPath, value: SettingValue) -> str:
    """The TOML `text` (valid, without a byte order mark) with this one key set; its last line stays ended or not.

    Raises `SaveProblem` where there is no room for it.
    """
    import tomllib  # noqa: PLC0415 - as in toml_source

    from footui.storage.toml_edit_text import edited  # noqa: PLC0415 - only saving needs it

    try:
        return edited(text, tomllib.loads(text), [SetKey(path, value)]).text
    except (CannotEditError, NoSuchPlaceError) as error:
        why = f"it could not be changed without touching the rest ({error})"
        raise refused(why, "Change it by hand") from error


def _change(folders: Folders, path: SettingPath, value: SettingValue) -> TomlSource:
    """Set the key once; the new content of the file."""
    file = folders.config_file
    is_new = not os.path.lexists(file)
    try:
        source = parse_toml(b"", str(file)) if is_new else read_toml_file(file, str(file))
    except TomlProblems as error:
        raise refused_for(error) from error
    intended = _intended(source, path, value)
    if same_values(intended, source.table):
        return source
    mark = codecs.BOM_UTF8 if source.raw.startswith(codecs.BOM_UTF8) else b""
    data = mark + with_setting(source.text, path, value).encode()
    try:
        changed = parse_toml(data, str(file))
    except TomlProblems as error:
        raise refused_for(error) from error
    if not same_values(intended, changed.table):
        raise refused("it could not be changed without touching the rest", "Change it by hand")
    if is_new:
        make_private_folder(folders.config)
        create_new(file, data)
    else:
        write_atomically(file, data, expected_sha256=source.sha256)
    return changed


def _intended(source: TomlSource, path: SettingPath, value: SettingValue) -> dict[str, Any]:
    """What the file is to say."""
    intended = copy.deepcopy(source.table)
    table = intended
    for depth, key in enumerate(path[:-1], start=1):
        table = table.setdefault(key, {})
        if not isinstance(table, dict):
            raise _in_the_way(source, path[:depth], "is not a table")
    old = table.get(path[-1])
    if isinstance(old, (dict, list)):
        raise _in_the_way(source, path, f"is a {'table' if isinstance(old, dict) else 'list'}")
    table[path[-1]] = plain(value)
    return intended


def _in_the_way(source: TomlSource, path: SettingPath, what: str) -> SaveProblem:
    line, column = source.positions.key(path)
    return refused(f"line {line}, column {column}: “{'.'.join(path)}” {what} there", "Mend that line first")


def refused_for(error: TomlProblems) -> SaveProblem:
    """The refusal to change a file because of what is wrong in it."""
    first = error.problems[0]
    message = first.message.rstrip(".")
    if (first.line, first.column) == (1, 1):  # of the file as a whole
        return refused(message[:1].lower() + message[1:], "Mend that first")
    return refused(f"line {first.line}, column {first.column}: {message}", "Mend that line first")


def refused(why: str, what_to_do: str) -> SaveProblem:
    """The refusal to change the file."""
    return SaveProblem(f"{CONFIG_NAME} was not changed: {why}. {what_to_do}.")
