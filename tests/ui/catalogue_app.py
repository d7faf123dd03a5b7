"""The catalogue by itself: five exercises, two routines of the person's own, and folders to write into."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from footui.core.settings import DEFAULTS, Settings
from footui.screens.catalogue import CatalogueScreen
from footui.screens.shelf import Shelf
from footui.storage.catalogue import load_catalogue
from footui.storage.folder_stamps import stamps_of
from footui.storage.folders import Folders
from footui.storage.history import History
from footui.storage.library import Library
from footui.world import StartSession
from tests.ui.driving import folders_in
from tests.ui.one_screen import OneScreen, OneScreenApp

SOURCES = """\
[five-feet]
title = "Five feet exercises"
kind = "article"
[four]
title = "Four exercises"
kind = "article"
"""

SHIPPED = {
    "toe-walk": """\
format = 1
title = "Toe walking"
also = ["tiptoe walking"]
about = "Walking on tiptoe; the articles say it may help to strengthen toes."
body_parts = ["toes", "calves"]
position = "standing"
steps = ["Rise onto your toes.", "Walk without a stop, heels high."]
cautions = ["Hold on to something if you feel unsteady."]
[[doses]]
source = "five-feet"
published = "20 s × 5, small breaks"
open = ["length of the breaks"]
assumed = ["10 s"]
dose = { move = 20, sets = 5, rest = 10 }
[[doses]]
source = "four"
published = "10–20 s × 10"
dose = { move = [10, 20], sets = 10, times_per_day = 3 }
""",
    "toe-press": """\
format = 1
title = "Toe presses"
body_parts = ["toes", "soles"]
position = "standing"
steps = ["Curl your toes and grip the floor."]
[variants.ball]
title = "with a small ball"
equipment = [{ name = "small ball" }]
steps = ["Grip the ball with your toes."]
[[doses]]
source = "four"
published = "no dose given"
[[doses]]
source = "five-feet"
variant = "ball"
published = "hold 3 s × 10 each foot"
dose = { hold = 3, reps = 10, sides = "each" }
""",
    "calf-stretch": """\
format = 1
title = "Calf stretch"
body_parts = ["calves"]
position = "standing"
equipment = [{ name = "towel", instead = ["belt"] }]
steps = ["Lean against a wall."]
[[doses]]
source = "five-feet"
published = "no dose published"
""",
    "ankle-circle": """\
format = 1
title = "Ankle circles"
body_parts = ["ankles"]
position = "sitting"
steps = ["Draw slow circles with your foot."]
[[doses]]
source = "four"
published = "10 counts each way"
dose = { move = 10, unit = "counts", directions = ["clockwise", "anticlockwise"], sides = "each" }
""",
    "pencil-pickup": """\
format = 1
title = "Pencil pickups"
body_parts = ["toes"]
position = "sitting"
equipment = [{ name = "pencil" }]
steps = ["Lift the pencil with your toes."]
""",
}

EVENING = """\
# mine
format = 1
title = "Evening toes"   # after tea

[[steps]]
exercise = "toe-walk"
move = 15
"""

BROKEN = 'format = 1\ntitle = "Towel pull"\nposition = "sitting"\nsteps = 3\n'


class CatalogueApp(OneScreenApp):
    """Reads the files anew when it is told that they changed, as the app does."""

    def __init__(self, path: Path, *, ascii_only: bool = False, settings: Settings = DEFAULTS) -> None:
        self.folders = folders_in(path)
        self.shipped = path / "shipped"
        self.started: list[StartSession] = []
        self.refusal: str | None = None
        super().__init__(lambda guide: CatalogueScreen(guide, self.read()), ascii_only=ascii_only)
        self.settings = settings

    def read(self) -> Shelf:
        """The files as they are now."""
        stamps = stamps_of(self.folders.exercises, self.folders.routines)
        catalogue = load_catalogue(self.folders, self.shipped)
        routines = tuple(Library(self.folders, catalogue, self.shipped / "routines").entries())
        return Shelf(self.folders, History(self.folders.history_file), catalogue, routines, stamps=stamps)

    @property
    def catalogue(self) -> CatalogueScreen:
        """The screen."""
        return cast("CatalogueScreen", self.screen)

    def files_changed(self) -> None:
        super().files_changed()
        self.catalogue.show(self.read())

    def open_builder(self, path: Path) -> None:
        self.told.append(f"builder {path.name}")

    def open_exercise_editor(self, path: Path) -> None:
        self.told.append(f"exercise editor {path.name}")

    def start(self, start: StartSession) -> str | None:
        self.started.append(start)
        return self.refusal


class Catalogue(OneScreen):
    """The running catalogue."""

    app: CatalogueApp

    async def settled(self) -> str:
        """Wait until nothing is left to do, another layout included, and return the picture."""
        await self.pilot.pause()
        return await super().settled()

    async def find(self, text: str) -> str:
        """Find this in place of what was searched, and go to the list."""
        return await self.press("slash", "ctrl+u", *text, "enter")

    @property
    def marked(self) -> str:
        """The row with the focus bar, without it."""
        return super().marked.partition("│")[0].strip()

    @property
    def folders(self) -> Folders:
        """Where the person's files are."""
        return self.app.folders

    @property
    def evening(self) -> Path:
        """The routine of the person's own."""
        return self.folders.routines / "evening-toes.toml"

    @property
    def page(self) -> str:
        """What stands beside the list."""
        return "\n".join(line.partition("│")[2] for line in self.picture().splitlines())

    @property
    def listed(self) -> list[str]:
        """The rows of the list, without marks."""
        rows = [line.partition("│")[0].strip(" ▌▸") for line in self.picture().splitlines()[4:-3]]
        return [row for row in rows if row]

    @property
    def found(self) -> str:
        """The row above the list."""
        return self.picture().splitlines()[3].partition("│")[0].strip()


def write_files(path: Path, **own: str) -> None:
    """Make what is shipped, the routine, and these exercises of the person's own, `_` for `-`."""
    folders, shipped = folders_in(path), path / "shipped"
    for folder in (folders.routines, folders.exercises, shipped / "routines"):
        folder.mkdir(parents=True)
    (shipped / "sources.toml").write_text(SOURCES)
    for name, text in SHIPPED.items():
        (shipped / f"{name}.toml").write_text(text)
    for name, text in own.items():
        (folders.exercises / f"{name.replace('_', '-')}.toml").write_text(text)
    (folders.routines / "evening-toes.toml").write_text(EVENING)


@asynccontextmanager
async def catalogue(
    path: Path,
    *,
    size: tuple[int, int] = (80, 24),
    ascii_only: bool = False,
    settings: Settings = DEFAULTS,
    **own: str,
) -> AsyncIterator[Catalogue]:
    """The catalogue over an empty screen, with these exercises of the person's own beside the shipped ones."""
    write_files(path, **own)
    app = CatalogueApp(path, ascii_only=ascii_only, settings=settings)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Catalogue(app, pilot)
