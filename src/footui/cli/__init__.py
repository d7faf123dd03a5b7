"""The commands: each answers on stdout, tells on stderr, and gives its exit status.

0: fine. 1: problems found, or not finished. 2: wrong usage, an impossible session among it.

What a command alone needs is imported when it runs, so that `footui list` does not wait for the full screen.
"""

# ruff: noqa: PLC0415 - see above: each command is imported by itself

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.cli.streams import Refusal, tell

if TYPE_CHECKING:
    import argparse

    from footui.world import OpenApp, World


def carry_out(asked: argparse.Namespace, world: World, open_app: OpenApp) -> int:
    """Carry out the command that `parser.parse` made out, and return the exit status; `open_app` opens the screen."""
    try:
        return _answer(asked, world, open_app)
    except Refusal as refusal:
        for sentence in refusal.sentences:
            tell(world, sentence)
        return refusal.status


def _answer(asked: argparse.Namespace, world: World, open_app: OpenApp) -> int:
    """The one command that was asked for."""
    match asked.command:
        case None:
            from footui.cli.running import open_home

            return open_home(world, open_app)
        case "run":
            from footui.cli.running import run_session

            return run_session(world, asked, open_app)
        case "resume":
            from footui.cli.resume import resume

            return resume(world, asked, open_app)
        case "new" | "edit" | "copy":
            return _make_or_change(asked, world)
        case "today" | "follow" | "unfollow" | "history" | "calendar" | "report" | "doctor":
            return _plan_and_log(asked, world)
        case _:
            return _show(asked, world)


def _show(asked: argparse.Namespace, world: World) -> int:
    """A command that only reads."""
    match asked.command:
        case "plan":
            from footui.cli.plan import plan

            return plan(world, asked.routine, asked.session, asked.level, as_json=asked.json)
        case "check":
            from footui.cli.check import check

            return check(world, asked.files)
        case "list":
            from footui.cli.listing import listing

            return listing(world, as_json=asked.json)
        case "show":
            from footui.cli.show import show

            return show(world, asked.id, as_json=asked.json, as_markdown=asked.markdown)
        case "path":
            from footui.cli.places import places

            return places(world)
        case _:
            from footui.cli.completions import completions

            return completions(world, asked.shell)


def _plan_and_log(asked: argparse.Namespace, world: World) -> int:
    """A command about what is to be done, or what was done."""
    match asked.command:
        case "today":
            from footui.cli.today import today

            return today(world, asked.at, as_json=asked.json, quiet=asked.quiet)
        case "follow":
            from footui.cli.follow import follow

            return follow(world, asked.routine)
        case "unfollow":
            from footui.cli.follow import unfollow

            return unfollow(world, asked.routine)
        case "history":
            from footui.cli.history import history

            return history(world, asked.action, asked.file, as_json=asked.json, as_csv=asked.csv)
        case "calendar":
            from footui.cli.calendar import calendar

            return calendar(world, asked.routine)
        case "report":
            from footui.cli.report import report

            return report(world, asked.first, asked.last, as_markdown=asked.markdown)
        case _:
            from footui.cli.doctor import doctor

            return doctor(world)


def _make_or_change(asked: argparse.Namespace, world: World) -> int:
    """A command that writes into the person's folder of routines."""
    match asked.command:
        case "new":
            from footui.cli.new import new

            return new(world, asked.title)
        case "edit":
            from footui.cli.edit import edit

            return edit(world, asked.routine)
        case _:
            from footui.cli.copy import copy

            return copy(world, asked.routine, asked.new)
