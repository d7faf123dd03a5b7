"""The command line as argparse knows it: every command, its words and its options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any, Final

from footui import __version__

LEVELS = ("low", "middle", "high")
SHELLS = ("bash", "zsh", "fish")

WIDTH = 78
"""Columns of the help pages."""

SLOWEST, FASTEST = 0.1, 1000.0
_MOST_DIGITS = 9

_ROUTINE = "a slug, a path (it holds a / or ends in .toml), or - for standard input"


class HelpPage(argparse.HelpFormatter):
    """argparse's help in one width: asking for the terminal's takes longer than all the rest of parsing."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=WIDTH)


class Parser(argparse.ArgumentParser):
    """argparse's parser; what it quotes from the command line is cleaned, since a terminal shows it."""

    def __init__(self, prog: str, **settings: Any) -> None:  # noqa: ANN401 - whatever argparse hands on
        super().__init__(prog, formatter_class=HelpPage, allow_abbrev=False, **settings)

    def error(self, message: str) -> None:  # type: ignore[override]  # never returns; argparse's own stub says NoReturn
        """Say what is wrong and how it is used, and leave with 2."""
        from footui.storage.text_cleaning import clean_line  # noqa: PLC0415 - only for a mistake

        super().error(clean_line(message))


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The command and its options; `SystemExit` where argparse has answered by itself (2: wrong usage)."""
    return build_parser(words[0] if words else None).parse_args(words)


def build_parser(only: str | None = None) -> argparse.ArgumentParser:
    """The parser of all commands, or of `only` that one if there is such; `command` is None where none is given.

    Only the help on all commands, and on a wrong one, names the others, and to add them takes 2 ms.
    """
    parser = Parser(
        prog="footui",
        description="Guided foot exercise sessions in the terminal, exact to the second.",
        epilog="Without a command: the full-screen app.",
    )
    parser.add_argument("--version", action="version", version=f"footui {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", prog="footui")
    for name in (only,) if only in COMMANDS else COMMANDS:
        what, add_arguments = COMMANDS[name]
        add_arguments(commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}."))
    return parser


def _add_run(run: argparse.ArgumentParser) -> None:
    _add_routine(run)
    _add_session(run, default="today's next")
    run.add_argument("--plain", action="store_true", help="line by line, no full screen")
    run.add_argument("--speed", type=_speed, default=1.0, metavar="N", help="a preview N times faster, not recorded")
    run.add_argument("--record", action="store_true", help="record it although --speed is given")


def _add_resume(resume: argparse.ArgumentParser) -> None:
    resume.add_argument("--plain", action="store_true", help="line by line, no full screen")
    instead = resume.add_mutually_exclusive_group()
    instead.add_argument("--keep", action="store_true", help="write it down as it is, and end it")
    instead.add_argument("--discard", action="store_true", help="forget it")


def _add_plan(plan: argparse.ArgumentParser) -> None:
    _add_routine(plan)
    _add_session(plan)
    _add_json(plan)


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("files", nargs="*", metavar="FILE", help="a routine or an exercise file, a slug, or -")


def _add_show(show: argparse.ArgumentParser) -> None:
    show.add_argument("id", metavar="ID", help="a routine or the id of an exercise")
    how = show.add_mutually_exclusive_group()
    how.add_argument("--markdown", action="store_true", help="as Markdown, to hand on")
    _add_json(how)


def _add_new(new: argparse.ArgumentParser) -> None:
    new.add_argument("title", metavar="TITLE", help="at most 120 characters; the slug is made from it")


def _add_edit(edit: argparse.ArgumentParser) -> None:
    edit.add_argument("routine", metavar="ID", help="a routine or an exercise of your own: its id, or a path")


def _add_copy(copy: argparse.ArgumentParser) -> None:
    _add_routine(copy)
    copy.add_argument("new", nargs="?", metavar="NEW", help="another slug for the copy")


def _add_today(today: argparse.ArgumentParser) -> None:
    today.add_argument("--at", metavar="TIME", help="as it is at this local time, as 2026-11-21T13:00 (default: now)")
    today.add_argument("--quiet", action="store_true", help="nothing at all where nothing is due")
    _add_json(today)


def _add_history(history: argparse.ArgumentParser) -> None:
    history.add_argument(
        "action", nargs="?", choices=("export", "import"), help="write all of it as JSON Lines, or read such a file"
    )
    history.add_argument("file", nargs="?", metavar="FILE", help="what to import: a path, or - for standard input")
    how = history.add_mutually_exclusive_group()
    how.add_argument("--csv", action="store_true", help="as CSV, one line a step and side")
    _add_json(how)


def _add_report(report: argparse.ArgumentParser) -> None:
    report.add_argument("--from", dest="first", metavar="DATE", help="the first day, as 2026-11-01")
    report.add_argument("--to", dest="last", metavar="DATE", help="the last day (default: today)")
    report.add_argument("--markdown", action="store_true", help="as Markdown")


def _add_completions(completions: argparse.ArgumentParser) -> None:
    completions.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))


def _add_nothing(_path: argparse.ArgumentParser) -> None:
    """The command takes no arguments."""


def _add_slug(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", metavar="ROUTINE", help="a slug: its file's name without .toml")


def _add_routine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("routine", metavar="ROUTINE", help=_ROUTINE)


def _add_session(parser: argparse.ArgumentParser, default: str = "1") -> None:
    parser.add_argument(
        "--session", type=_session, metavar="K", help=f"which session of the day, from 1 (default: {default})"
    )
    parser.add_argument("--level", choices=LEVELS, metavar="L", help="low, middle or high, whatever the file says")


def _add_json(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")


def _session(word: str) -> int:
    number = int(word) if word.isascii() and word.isdigit() and len(word) <= _MOST_DIGITS else 0
    if number < 1:
        raise argparse.ArgumentTypeError("takes the number of a session, from 1 on")
    return number


def _speed(word: str) -> float:
    try:
        speed = float(word)
    except ValueError:
        speed = 0.0
    if not SLOWEST <= speed <= FASTEST:  # nan is not within it either
        raise argparse.ArgumentTypeError(f"takes a number from {SLOWEST:g} to {FASTEST:g}")
    return speed


COMMANDS: Final[dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]]] = {
    "run": ("start a live session at once", _add_run),
    "resume": ("go on with the session that was interrupted", _add_resume),
    "plan": ("show the timeline of a session", _add_plan),
    "check": ("tell every problem of files, without FILE of all your own", _add_check),
    "list": ("list routines and exercises", _add_json),
    "show": ("show a routine or an exercise in full", _add_show),
    "today": ("tell what is due today, and what is done", _add_today),
    "follow": ("take a routine up: from now on it is due", _add_slug),
    "unfollow": ("leave a routine: it is due no more", _add_slug),
    "new": ("make a routine with one example step, and print its path", _add_new),
    "edit": ("open a routine or an exercise in $VISUAL or $EDITOR, and check it after", _add_edit),
    "copy": ("copy a routine into your folder, and print its path", _add_copy),
    "history": ("list what was done, oldest first; export or import it", _add_history),
    "calendar": ("print the sessions of a routine as an iCalendar file", _add_routine),
    "report": ("print one page for a doctor", _add_report),
    "doctor": ("tell what this terminal can do, and what is in order", _add_nothing),
    "path": ("print the folders in use", _add_nothing),
    "completions": ("print the completions of a shell", _add_completions),
}
"""Every command in the order of the help page: what it is for, and what adds its arguments."""
