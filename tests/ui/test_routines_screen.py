"""The place of routines: looked through, started, copied, renamed, deleted and brought back, by keys and by mouse."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from footui.screens.live import LiveScreen
from footui.screens.routines import RoutinesScreen
from footui.storage.folders import shipped_routines
from footui.storage.history import History
from footui.widgets.choice_list import ChoiceList
from tests.storage.session_records import session
from tests.ui.driving import Driven, folders_in, running

OWN = 'format = 1\ntitle = "Evening toes"\n[[steps]]\nexercise = "toe-press"\nreps = 5\n'
BROKEN = '# Mine.\nformat = 1\ntitle = "My ankles"\n\n[[steps]]\nexercise = "ankle-circel"\nmove = 10\nsids = "each"\n'
DOWN_TO_SHIPPED = ("j", "j")
"""From the first of the two own routines to the first of those shipped."""


def has(path: Path, **files: str) -> Path:
    """Put files into the person's folder of routines; `_` in their names stands for `-`."""
    folder = folders_in(path).routines
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.toml").write_text(text)
    return folder


def two(path: Path) -> Path:
    """One routine of the person's own that is fine, and one that is not."""
    return has(path, evening_toes=OWN, my_ankles=BROKEN)


def few_shipped(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ship the five programmes alone, so that pictures stay as they are when more are added."""
    shipped = path / "shipped"
    shipped.mkdir()
    for slug in ("breakfast-lunch-dinner", "five-feet-exercises", "four-exercises", "ten-exercises", "twenty-minutes"):
        (shipped / f"{slug}.toml").write_bytes((shipped_routines() / f"{slug}.toml").read_bytes())
    for module in ("footui.storage.library", "footui.storage.own_files"):
        monkeypatch.setattr(f"{module}.shipped_routines", lambda: shipped)


async def at_routines(app: Driven) -> str:
    """Go there, and wait until all that is looked up stands there."""
    await app.press("3")
    return await app.shows("never")


def screen(app: Driven) -> RoutinesScreen:
    """The screen, wherever in the stack it lies."""
    return next(screen for screen in app.app.screen_stack if isinstance(screen, RoutinesScreen))


def marked(app: Driven) -> str:
    """The slug of the marked routine."""
    entry = screen(app).marked
    return entry.slug if entry else ""


async def shows_words(app: Driven, text: str) -> str:
    """Wait for a sentence, however it is broken into rows."""
    await app.until(lambda: text in " ".join(app.picture().split()))
    return app.picture()


# Pictures


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40), (40, 12), (100, 30)])
async def test_the_place_at_every_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    few_shipped(tmp_path, monkeypatch)
    two(tmp_path)
    folders = folders_in(tmp_path)
    folders.config_file.write_text('[[follow]]\nroutine = "four-exercises"\nsince = 2026-11-01\n')
    history = History(folders.history_file)
    history.save(session("one", "2026-11-21T07:40:00+00:00"))
    history.save(session("two", "2026-11-20T20:00:00+00:00", routine="evening-toes"))
    history.save(session("three", "2024-05-03T20:00:00+00:00", routine="ten-exercises"))
    async with running(tmp_path, size=size) as app:
        await app.press("3", *DOWN_TO_SHIPPED)
        await app.until(lambda: "Dinner" not in app.picture() and screen(app)._seen.last_done is not None)
        await app.pilot.pause()
        assert app.picture() == snapshot


async def test_a_question_leaves_the_list_in_view(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    few_shipped(tmp_path, monkeypatch)
    two(tmp_path)
    async with running(tmp_path) as app:
        await at_routines(app)
        await app.press(*DOWN_TO_SHIPPED, "enter")
        assert await app.shows("Title of your copy") == snapshot


async def test_without_any_of_ones_own_it_says_what_can_be_done(tmp_path: Path) -> None:
    async with running(tmp_path) as app:
        picture = await at_routines(app)
        assert "None of your own yet. n makes one, c copies a shipped one." in picture
        assert "Shipped routines stay as they are; c makes your own copy to change." in picture


async def test_one_that_stands_in_the_place_of_a_shipped_one_says_so(tmp_path: Path) -> None:
    has(tmp_path, twenty_minutes=OWN)
    async with running(tmp_path) as app:
        picture = await at_routines(app)
        assert "in the place of the shipped one" in picture.splitlines()[4]
        assert "It stands in the place of the shipped one with the name twenty-minutes." in picture


# Finding


async def test_finding_looks_in_titles_and_exercises_whatever_their_case_and_accents(tmp_path: Path) -> None:
    has(tmp_path, cafe=OWN.replace("Evening toes", "Café, abends"), other=OWN.replace("toe-press", "arch-roll"))
    async with running(tmp_path) as app:
        await at_routines(app)
        picture = await app.press("slash", *"cafe")
        assert "1 of" in picture.splitlines()[1]
        assert "Café, abends" in picture
        assert "Twenty minutes" not in picture
        picture = await app.press("ctrl+u", *"PENCIL five")
        assert "Five feet exercises" in picture
        assert "Café" not in picture


async def test_the_row_to_find_in_takes_the_place_of_a_blank_one_and_esc_shows_all_again(tmp_path: Path) -> None:
    two(tmp_path)
    async with running(tmp_path) as app:
        before = await at_routines(app)
        assert before.splitlines()[1] == ""
        assert "Nothing fits." in await app.press("slash", *"zzzz")
        assert "No routine is marked." in await app.press("enter", "s")
        assert (await app.press("escape")).splitlines()[:9] == before.splitlines()[:9]
        assert "Today" in await app.press("escape")
        await app.shows("[1 Today]")


async def test_what_was_marked_stays_marked_while_one_types(tmp_path: Path) -> None:
    two(tmp_path)
    async with running(tmp_path) as app:
        await at_routines(app)
        await app.press("G")
        assert marked(app) == "twenty-minutes"
        await app.press("slash", *"band", "enter")
        assert marked(app) == "twenty-minutes"
        await app.press("down", "escape")
        assert marked(app) == "twenty-minutes"


# Going on from here


async def test_s_starts_the_next_session_of_today(tmp_path: Path) -> None:
    History(folders_in(tmp_path).history_file).save(session("one", "2026-11-21T07:40:00+00:00"))
    async with running(tmp_path) as app:
        await at_routines(app)
        await app.press("slash", *"breakfast", "enter", "s")
        assert isinstance(app.app.screen, LiveScreen)
        assert app.session.timeline.session == 2


async def test_enter_opens_an_own_one_in_the_builder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = two(tmp_path)
    opened: list[Path] = []
    async with running(tmp_path) as app:
        monkeypatch.setattr(app.app, "open_builder", opened.append)
        await at_routines(app)
        await app.press("enter")
        assert opened == [folder / "evening-toes.toml"]


async def test_enter_on_a_shipped_one_offers_a_copy_and_opens_the_builder_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    async with running(tmp_path) as app:
        monkeypatch.setattr(app.app, "open_builder", opened.append)
        await at_routines(app)
        picture = await app.press("G", "enter")
        assert "Title of your copy  Twenty minutes (my copy)" in picture
        assert "Shipped routines stay as they are: this makes your own copy, and opens it." in picture
        await app.press("enter")
        await app.until(lambda: len(opened) == 1)
        assert opened[0] == folders_in(tmp_path).routines / "twenty-minutes-my-copy.toml"
        assert opened[0].exists()


async def test_enter_on_a_broken_one_shows_all_its_problems_and_esc_goes_back_to_the_list(tmp_path: Path) -> None:
    two(tmp_path)
    async with running(tmp_path) as app:
        await at_routines(app)
        picture = await app.press("j", "enter")
        assert "line 6, column 12: no exercise “ankle-circel”" in picture
        assert "line 8, column 1: unknown key “sids”" in picture
        assert "Own" not in picture
        assert "Own" in await app.press("escape")
        await app.press("enter")
        assert "Own" in await app.press("enter")


async def test_n_asks_for_a_title_and_opens_the_builder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []
    has(tmp_path, evening_toes=OWN)
    async with running(tmp_path) as app:
        monkeypatch.setattr(app.app, "new_routine", titles.append)
        await at_routines(app)
        assert "A routine needs a title." in await app.press("n", "enter")
        assert "Another routine has this title." in await app.press(*"evening toes")
        await app.press("ctrl+u", *"Mine", "enter")
        assert titles == ["Mine"]


# Copy, rename, delete, undo


async def test_a_copy_is_made_marked_and_taken_back_and_made_again(tmp_path: Path) -> None:
    folder = has(tmp_path, evening_toes=OWN)
    path = folder / "evening-toes-copy.toml"
    async with running(tmp_path) as app:
        await at_routines(app)
        await app.press("c", "enter")
        await shows_words(app, "Your copy: “Evening toes (copy)”")
        await app.until(lambda: marked(app) == "evening-toes-copy")
        assert path.read_text() == OWN.replace("Evening toes", "Evening toes (copy)")
        await app.press("u")
        await shows_words(app, "ctrl+r brings it back.")
        assert not path.exists()
        await app.until(lambda: marked(app) == "evening-toes")
        await app.press("ctrl+r")
        await shows_words(app, "Brought back: “Evening toes (copy)”.")
        assert path.exists()


async def test_d_deletes_at_once_says_where_it_lies_and_u_brings_it_back(tmp_path: Path) -> None:
    folder = two(tmp_path)
    async with running(tmp_path) as app:
        await at_routines(app)
        await app.press("d")
        picture = await shows_words(app, "Deleted: “Evening toes”. It is in the trash, as")
        assert "u brings it back." in " ".join(picture.split())
        await app.until(lambda: marked(app) == "my-ankles")
        (lies,) = (folders_in(tmp_path).data / "trash").iterdir()
        assert lies.read_text() == OWN
        await app.press("u")
        await shows_words(app, "Brought back: “Evening toes”.")
        await app.until(lambda: marked(app) == "evening-toes")
        assert (folder / "evening-toes.toml").read_text() == OWN
        assert "Nothing to undo." in await app.press("u")


async def test_a_broken_one_can_be_deleted_and_brought_back(tmp_path: Path) -> None:
    folder = two(tmp_path)
    async with running(tmp_path) as app:
        await at_routines(app)
        await app.press("j", "d")
        await shows_words(app, "Deleted: “My ankles”.")
        assert not (folder / "my-ankles.toml").exists()
        await app.until(lambda: not screen(app)._is_busy)
        await app.press("u")
        await shows_words(app, "Brought back: “My ankles”.")
        assert (folder / "my-ankles.toml").read_text() == BROKEN


async def test_a_new_title_stands_in_the_list_and_is_taken_back(tmp_path: Path) -> None:
    folder = two(tmp_path)
    async with running(tmp_path) as app:
        await at_routines(app)
        await app.press("r", "ctrl+u", *"Toes", "enter")
        await shows_words(app, "It is called “Toes” now. Its file is toes.toml now.")
        await app.until(lambda: marked(app) == "toes")
        await app.press("u")
        await shows_words(app, "It is called “Evening toes” again.")
        await app.until(lambda: marked(app) == "evening-toes")
        assert (folder / "evening-toes.toml").read_text() == OWN


async def test_a_broken_one_is_asked_for_with_the_title_its_file_has(tmp_path: Path) -> None:
    folder = two(tmp_path)
    async with running(tmp_path) as app:
        await at_routines(app)
        assert "New title  My ankles" in await app.press("j", "r")
        await app.press("enter")
        assert (folder / "my-ankles.toml").read_text() == BROKEN
        await app.press("r", *"!", "enter")
        await shows_words(app, "It is called “My ankles!” now.")
        assert (folder / "my-ankles.toml").read_text() == BROKEN.replace("My ankles", "My ankles!")


async def test_the_file_of_one_with_a_history_keeps_its_name_and_that_is_said(tmp_path: Path) -> None:
    folder = two(tmp_path)
    History(folders_in(tmp_path).history_file).save(session("one", routine="evening-toes"))
    async with running(tmp_path) as app:
        await at_routines(app)
        await app.press("r", "ctrl+u", *"Toes", "enter")
        await shows_words(app, "The file keeps its name, evening-toes.toml: your history goes by it.")
        assert 'title = "Toes"' in (folder / "evening-toes.toml").read_text()


async def test_following_is_shown_and_taken_back_to_the_letter(tmp_path: Path) -> None:
    two(tmp_path)
    config = folders_in(tmp_path).config_file
    text = '# Mine.\n[[follow]]\nroutine = "evening-toes" # since the holidays\nsince = 2026-10-01\n'
    config.write_text(text)
    async with running(tmp_path) as app:
        await at_routines(app)
        await app.shows("followed")
        await app.press("f")
        await shows_words(app, "You follow “Evening toes” no longer. What was done of it is kept.")
        assert "evening-toes" not in config.read_text()
        await app.until(lambda: not screen(app)._is_busy)
        await app.press("u")
        await shows_words(app, "You follow “Evening toes”: 1 shows when it is due.")
        assert config.read_text() == text
        await app.until(lambda: not screen(app)._is_busy)
        await app.press("j")
        assert "2 problems. enter shows it." in await app.press("f")


async def test_shipped_ones_are_neither_renamed_deleted_nor_edited(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 60)) as app:
        await at_routines(app)
        for key in ("r", "d", "E"):
            assert "Shipped. c makes your own copy." in await app.press(key)
        help_page = await app.press("question_mark")
        assert "Shipped. c makes your own copy." in help_page.split("Not now")[1]


async def test_what_was_done_can_be_taken_back_in_its_order(tmp_path: Path) -> None:
    folder = has(tmp_path, evening_toes=OWN)
    async with running(tmp_path) as app:
        await at_routines(app)
        await app.press("c", "enter")
        await app.until(lambda: marked(app) == "evening-toes-copy" and not screen(app)._is_busy)
        await app.press("r", "ctrl+u", *"Two", "enter")
        await app.until(lambda: marked(app) == "two" and not screen(app)._is_busy)
        await app.press("d")
        await app.until(lambda: marked(app) == "evening-toes" and not screen(app)._is_busy)
        for _ in range(3):
            await app.press("u")
            await app.until(lambda: not screen(app)._is_busy)
        assert [path.name for path in folder.iterdir()] == ["evening-toes.toml"]
        assert "Nothing to undo." in await app.press("u")
        for _ in range(2):
            await app.press("ctrl+r")
            await app.until(lambda: not screen(app)._is_busy)
        assert sorted(path.name for path in folder.iterdir()) == ["evening-toes.toml", "two.toml"]


# Others, and disks that refuse


async def test_two_who_delete_the_same_are_both_told_the_truth(tmp_path: Path) -> None:
    folder = two(tmp_path)
    async with running(tmp_path) as app:
        await at_routines(app)
        (folder / "evening-toes.toml").unlink()  # in another terminal, a moment ago
        await app.press("d")
        await shows_words(app, "evening-toes.toml is no longer there. Nothing was changed.")
        await app.until(lambda: marked(app) == "my-ankles")
        assert "Nothing to undo." in await app.press("u")


async def test_what_another_made_in_its_place_is_not_overwritten_by_undo(tmp_path: Path) -> None:
    folder = two(tmp_path)
    async with running(tmp_path) as app:
        await at_routines(app)
        await app.press("d")
        await app.until(lambda: marked(app) == "my-ankles" and not screen(app)._is_busy)
        has(tmp_path, evening_toes=OWN.replace("5", "7"))
        await app.press("u")
        await shows_words(app, "is there again, and is untouched.")
        assert (folder / "evening-toes.toml").read_text() == OWN.replace("5", "7")
        (folder / "evening-toes.toml").unlink()
        await app.until(lambda: not screen(app)._is_busy)
        await app.press("u")
        await shows_words(app, "Brought back: “Evening toes”.")
        assert (folder / "evening-toes.toml").read_text() == OWN


async def test_a_file_that_changes_outside_is_shown_anew_and_the_mark_stays(tmp_path: Path) -> None:
    folder = two(tmp_path)
    async with running(tmp_path) as app:
        await at_routines(app)
        await app.press("j")
        (folder / "my-ankles.toml").write_text(OWN.replace("Evening toes", "A fine one"))
        has(tmp_path, another=OWN.replace("Evening toes", "Another"))
        screen(app).look()
        await app.shows("A fine one")
        assert "Another" in app.picture()
        assert marked(app) == "my-ankles"


async def test_a_change_of_ones_own_exercises_is_seen_too(tmp_path: Path) -> None:
    has(tmp_path, mine=OWN.replace("toe-press", "my-press"))
    async with running(tmp_path) as app:
        await at_routines(app)
        assert "no exercise “my-press”" in app.picture()
        exercises = folders_in(tmp_path).exercises
        exercises.mkdir()
        (exercises / "my-press.toml").write_text(
            'format = 1\ntitle = "My press"\nabout = "Press."\nbody_parts = ["toes"]\nposition = "standing"\n'
            'movement = "toe-press"\nsteps = ["Press."]\n'
        )
        screen(app).look()
        await app.until(lambda: "no exercise" not in app.picture())


@pytest.mark.parametrize(("key", "said"), [("d", "was not deleted: the disk is full"), ("c", "the disk is full")])
async def test_a_full_disk_is_said_in_a_sentence_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, said: str
) -> None:
    folder = two(tmp_path)
    async with running(tmp_path) as app:
        await at_routines(app)

        def refuse(*_: object, **__: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(Path, "rename", refuse)
        monkeypatch.setattr(Path, "hardlink_to", refuse)
        await app.press(key)
        if key == "c":
            await app.press("enter")
        await shows_words(app, said)
        assert sorted(path.name for path in folder.iterdir()) == ["evening-toes.toml", "my-ankles.toml"]
        assert (folder / "evening-toes.toml").read_text() == OWN


async def test_a_folder_that_cannot_be_read_is_said_where_its_routines_would_stand(tmp_path: Path) -> None:
    folders = folders_in(tmp_path)
    folders.config.mkdir(parents=True)
    folders.routines.write_text("a file where the folder should be")
    async with running(tmp_path, size=(200, 24)) as app:
        picture = await at_routines(app)
        assert "The folder could not be read" in picture


async def test_a_history_that_cannot_be_read_is_said_once(tmp_path: Path) -> None:
    two(tmp_path)
    folders = folders_in(tmp_path)
    async with running(tmp_path) as app:
        folders.history_file.write_bytes(b"no database" * 100)
        await app.press("3")
        await shows_words(app, "The history could not be read")
        await app.press("d")
        await shows_words(app, "Deleted: “Evening toes”.")


# The editor


async def test_the_editor_opens_a_broken_file_at_its_first_problem_and_says_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = two(tmp_path)
    asked: list[tuple[str, int | None]] = []

    def edit(path: Path, line: int | None = None) -> str:
        asked.append((path.name, line))
        path.write_text(BROKEN.replace("circel", "circle") if len(asked) == 1 else OWN)
        return ""

    async with running(tmp_path) as app:
        monkeypatch.setattr(app.app, "edit_file", edit)
        await at_routines(app)
        await app.press("j", "E")
        await shows_words(app, "line 8, column 1: unknown key “sids”. Did you mean “sides”? E goes back to the line.")
        await app.press("E")
        await shows_words(app, "“Evening toes” has no problems.")
        assert asked == [("my-ankles.toml", 6), ("my-ankles.toml", 8)]
        assert (folder / "my-ankles.toml").read_text() == OWN


async def test_an_editor_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    two(tmp_path)
    async with running(tmp_path) as app:
        await at_routines(app)
        await app.press("E")
        await shows_words(app, "! No editor is set.")


# The mouse, and characters


async def test_a_click_marks_and_another_one_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = two(tmp_path)
    opened: list[Path] = []
    async with running(tmp_path) as app:
        monkeypatch.setattr(app.app, "open_builder", opened.append)
        await at_routines(app)
        await app.press("j")
        await app.pilot.click(ChoiceList, offset=(5, 1))
        await app.pilot.pause()
        assert (marked(app), opened) == ("evening-toes", [])
        await app.pilot.click(ChoiceList, offset=(5, 1))
        await app.pilot.pause()
        assert opened == [folder / "evening-toes.toml"]


async def test_in_a_terminal_without_utf_8_all_is_ascii(tmp_path: Path) -> None:
    two(tmp_path)
    async with running(tmp_path, env={"LANG": "C"}, size=(120, 30)) as app:
        picture = await at_routines(app)
        assert "My ankles" in picture
        assert picture.isascii()


async def test_text_of_a_file_is_never_markup(tmp_path: Path) -> None:
    has(tmp_path, mine=OWN.replace("Evening toes", "[bold]Mine[/bold] [@click=app.quit]x[/]"))
    async with running(tmp_path, size=(120, 40)) as app:
        picture = await at_routines(app)
        assert "[bold]Mine[/bold] [@click=app.quit]x[/]" in picture
