"""`footui follow` and `footui unfollow`: take a routine up, or leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footui.cli.interrupted_before import notation_here
from footui.cli.routines import entry_named, library_of, usable
from footui.cli.streams import Refusal, answer
from footui.core.day import day_of
from footui.core.schedule import Follow, Plan, days_in_words
from footui.core.wording import plural
from footui.storage import following
from footui.storage.fields import quoted
from footui.storage.library import STANDARD_INPUT, is_path
from footui.storage.problems import SaveProblem, did_you_mean

if TYPE_CHECKING:
    from datetime import date

    from footui.core.notation import Notation
    from footui.core.routine import Routine
    from footui.world import World


def follow(world: World, name: str) -> int:
    """Take a routine up from today on.

    Raises:
        Refusal: there is no such routine, its file has problems, or config.toml could not be changed.
    """
    _refuse_paths("follow", name)
    library = library_of(world)
    routine = usable(entry_named(world, library, name))
    settings = following.followed(world.folders).settings
    today, notation = day_of(world.clock.wall(), settings.day_start), notation_here(world, settings)
    try:
        already = following.follow(world.folders, name, today)
    except SaveProblem as problem:
        raise Refusal(1, str(problem)) from problem
    answer(world, _already(routine, already, today) if already else _begun(routine, today, notation))
    return 0


def unfollow(world: World, name: str) -> int:
    """Leave a routine; what was done stays in the history.

    Raises:
        Refusal: there is no such routine, or config.toml could not be changed.
    """
    _refuse_paths("unfollow", name)
    read = following.followed(world.folders)
    try:
        was_followed = following.unfollow(world.folders, name)
    except SaveProblem as problem:
        raise Refusal(1, str(problem)) from problem
    if was_followed:
        answer(world, f"{quoted(name)} is no longer followed. What was done stays in the history.")
        return 0
    slugs = [entry.slug for entry in library_of(world).entries()]
    if name in slugs:
        answer(world, f"{quoted(name)} is not followed. Nothing was changed.")
        return 0
    meant = did_you_mean(name, [each.routine for each in read.follows] or slugs)
    raise Refusal(2, f"There is no routine {quoted(name)}, and nothing of that name is followed.{meant}")


def _refuse_paths(command: str, name: str) -> None:
    """Only what lies among the routines can be followed, as config.toml names it by its slug."""
    if name == STANDARD_INPUT or is_path(name):
        raise Refusal(
            2,
            f"footui {command} takes the slug of a routine, not a path and not standard input.",
            "footui copy copies a file into your folder of routines; footui list names the slugs.",
        )


def _begun(routine: Routine, today: date, notation: Notation) -> str:
    plan = Plan.of(Follow(routine.slug, today), routine)
    often = f"{days_in_words(plan)}, {plural(plan.sessions_per_day, 'session')} a day"
    return f"{routine.title} is followed from {notation.date(today)} on: {often}. footui today says what is due."


def _already(routine: Routine, follow: Follow, today: date) -> str:
    """How it is followed already; dates stand as they do in the file."""
    title, since, until = routine.title, follow.since.isoformat(), follow.until
    if until is None:
        return f"{title} is followed already, since {since}. Nothing was changed."
    if today <= until:
        return f"{title} is followed already, since {since} until {until.isoformat()}. Nothing was changed."
    again = f"take “until” out of its [[follow]] in config.toml, or begin anew: footui unfollow {routine.slug} first"
    return f"{title} was followed until {until.isoformat()}. Nothing was changed. To go on with it, {again}."
