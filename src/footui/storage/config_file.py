"""The person's settings as `config.toml` has them; where there is no such file nothing is imported to read one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from footui.core.settings import DEFAULTS, Settings
from footui.storage.folders import Folders

if TYPE_CHECKING:
    from footui.storage.problems import Problem

CONFIG_NAME = "config.toml"


class ReadSettings(NamedTuple):
    """What holds, and what is wrong in the file; a wrong value has its default and takes nothing else with it."""

    settings: Settings = DEFAULTS
    problems: tuple[Problem, ...] = ()


def read_settings(folders: Folders) -> ReadSettings:
    """The settings as they are in the file now; of a file that is no TOML nothing holds."""
    if not os.path.lexists(folders.config_file):
        return ReadSettings()
    from footui.storage.config_fields import settings_of  # noqa: PLC0415  # before the first picture, for most people
    from footui.storage.toml_source import TomlProblems, read_toml_file  # noqa: PLC0415  # as above

    try:
        source = read_toml_file(folders.config_file, str(folders.config_file))
    except TomlProblems as error:
        return ReadSettings(DEFAULTS, tuple(error.problems))
    return ReadSettings(*settings_of(source))
