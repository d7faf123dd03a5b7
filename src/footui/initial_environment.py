"""The environment this process began with, before Python itself changed it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def initial_environment(path: Path = Path("/proc/self/environ")) -> dict[str, str] | None:
    """Return the variables the process was started with; None where the system does not tell.

    In a C locale Python sets LC_CTYPE to a UTF-8 one (PEP 538), for itself and its children. What was there before
    says what the terminal can show.
    """
    try:
        pairs = path.read_bytes().split(b"\0")
    except OSError:
        return None
    return {
        name.decode(errors="replace"): value.decode(errors="replace")
        for name, _, value in (pair.partition(b"=") for pair in pairs if b"=" in pair)
    }


def as_it_was_given(environment: Mapping[str, str], initial: Mapping[str, str] | None) -> Mapping[str, str]:
    """The environment for a program of the person's: the locale is what they set, not what Python made of it."""
    if initial is None or environment.get("LC_CTYPE") == initial.get("LC_CTYPE"):
        return environment
    own = {name: value for name, value in environment.items() if name != "LC_CTYPE"}
    return own | {name: value for name, value in initial.items() if name == "LC_CTYPE"}
