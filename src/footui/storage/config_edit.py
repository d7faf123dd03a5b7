"""Changing one key of `config.toml` and nothing else: comments, order, quotes and line ends stay as they were.

What is to be written is read back first and compared with what was meant; where the two differ nothing is written.
"""

from __future__ import annotations

import codecs
import copy
import os
from collections.abc import Mapping
from typing import Any, Final

from footui.storage.atomic_file import AlreadyThere, ChangedElsewhere, SaveProblem, create_new, write_atomically
from footui.storage.config_fields import settings_of
from footui.storage.config_file import CONFIG_NAME, ReadSettings, read_settings
from footui.storage.folders import Folders, make_private_folder
from footui.storage.problems import clean_path
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
    raise _refused("it is being changed elsewhere all the time", "Try again")


def with_setting(text: str, path: SettingPath, value: SettingValue) -> str:
    """The TOML `text` (valid, without a byte order mark) with this one key set; its last line stays ended or not.

    Raises `SaveProblem` where the key has a list or a table, or a part of its path something else than a table.
    """
    import tomlrt  # noqa: PLC0415  # 30 ms that only saving has to pay

    try:
        document = tomlrt.loads(text)
        in_single_quotes = _in_single_quotes(text, path, document.to_dict())
        document.install(list(path), value)
        changed = tomlrt.dumps(document)
    except tomlrt.TOMLError as error:
        raise _refused(f"it could not be changed without touching the rest ({error})", "Change it by hand") from error
    if in_single_quotes and isinstance(value, str) and "'" not in value:
        changed = _requoted(changed, path, value)
    if text and not text.endswith("\n"):
        changed = changed.removesuffix("\n").removesuffix("\r")
    return changed


def _change(folders: Folders, path: SettingPath, value: SettingValue) -> TomlSource:
    """Set the key once; the new content of the file."""
    file = folders.config_file
    is_new = not os.path.lexists(file)
    try:
        source = parse_toml(b"", str(file)) if is_new else read_toml_file(file, str(file))
    except TomlProblems as error:
        raise _refused_for(error) from error
    intended = _intended(source, path, value)
    if same_values(intended, source.table):
        return source
    mark = codecs.BOM_UTF8 if source.raw.startswith(codecs.BOM_UTF8) else b""
    data = mark + with_setting(source.text, path, value).encode()
    try:
        changed = parse_toml(data, str(file))
    except TomlProblems as error:
        raise _refused_for(error) from error
    if not same_values(intended, changed.table):
        raise _refused("it could not be changed without touching the rest", "Change it by hand")
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
    table[path[-1]] = value
    return intended


def same_values(one: object, other: object) -> bool:
    """Whether two values of TOML are alike, down to their types; the order in tables does not count, nan is nan."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_values(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_values, one, other))
    return repr(one) == repr(other)


def _in_single_quotes(text: str, path: SettingPath, table: Mapping[str, Any]) -> bool:
    """Whether the key has a text that stands in one pair of single quotes."""
    value: Any = table
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    at = _offset(text, path) if isinstance(value, str) else 0
    return text[at : at + 1] == "'" and text[at : at + 3] != "'''"


def _requoted(text: str, path: SettingPath, value: str) -> str:
    """The text with the value of the key in single quotes."""
    at, written = _offset(text, path), f'"{value}"'
    return text[:at] + f"'{value}'" + text[at + len(written) :] if text.startswith(written, at) else text


def _offset(text: str, path: SettingPath) -> int:
    """Where the value of a key that is there begins."""
    from footui.storage.toml_positions import Positions  # noqa: PLC0415  # only saving needs it

    line, column = Positions(text).value(path)
    return sum(map(len, text.split("\n")[: line - 1])) + line - 1 + column - 1


def _in_the_way(source: TomlSource, path: SettingPath, what: str) -> SaveProblem:
    line, column = source.positions.key(path)
    return _refused(f"line {line}, column {column}: “{'.'.join(path)}” {what} there", "Mend that line first")


def _refused_for(error: TomlProblems) -> SaveProblem:
    first = error.problems[0]
    message = first.message.rstrip(".")
    if (first.line, first.column) == (1, 1):  # of the file as a whole
        return _refused(message[:1].lower() + message[1:], "Mend that first")
    return _refused(f"line {first.line}, column {first.column}: {message}", "Mend that line first")


def _refused(why: str, what_to_do: str) -> SaveProblem:
    return SaveProblem(f"{CONFIG_NAME} was not changed: {why}. {what_to_do}.")
