"""The wheel holds the whole program: it runs from there alone, with catalogue, routines and styles."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.system.processes import environment

ROOT: Final = Path(__file__).resolve().parents[2]
SLUG: Final = "breakfast-lunch-dinner"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the tree, leave nothing there, and unpack it as an installation would."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    (wheel,) = folder.glob("footui-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    # A routine that only this copy has: who lists it, reads the wheel's routines and not the repository's.
    shipped = folder / "site" / "footui" / "routines"
    (shipped / "only-in-the-wheel.toml").write_bytes((shipped / f"{SLUG}.toml").read_bytes())
    return folder / "site"


def footui(site: Path, cwd: Path, folders: Mapping[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "footui", *words],
        cwd=cwd,
        env=environment({**folders, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    return done


def texts_in(told: object) -> set[str]:
    """Collect every text in an answer, however deep."""
    match told:
        case str():
            return {told}
        case dict():
            return set().union(*map(texts_in, told.values()))
        case list():
            return set().union(*map(texts_in, told))
        case _:
            return set()


def test_the_wheel_holds_all_that_the_tree_ships(site: Path) -> None:
    package = ROOT / "src" / "footui"
    wanted = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    } | {f"routines/{path.name}" for path in (ROOT / "routines").glob("*.toml")}
    held = {path.relative_to(site / "footui").as_posix() for path in (site / "footui").rglob("*") if path.is_file()}
    assert held == wanted | {"routines/only-in-the-wheel.toml"}
    assert {"styles.tcss", "py.typed", "catalogue/sources.toml", "catalogue/toe-press.toml"} <= held
    assert f"routines/{SLUG}.toml" in held


def test_the_command_is_declared(site: Path) -> None:
    (entry_points,) = site.glob("footui-*.dist-info/entry_points.txt")
    assert "footui = footui.__main__:main" in entry_points.read_text()


def test_the_wheel_tells_its_version(site: Path, tmp_path: Path, own_folders: dict[str, str]) -> None:
    (metadata,) = site.glob("footui-*.dist-info")
    version = metadata.name.removesuffix(".dist-info").partition("-")[2]
    assert footui(site, tmp_path, own_folders, "--version").stdout.split()[-1] == version


def test_the_wheel_tells_its_folders_and_makes_none(site: Path, tmp_path: Path, own_folders: dict[str, str]) -> None:
    rows = footui(site, tmp_path, own_folders, "path").stdout.splitlines()
    told = dict(row.split("\t") for row in rows)
    assert list(told) == ["config", "routines", "exercises", "data", "state"]
    assert told["config"] == own_folders["FOOTUI_CONFIG_DIR"]
    assert told["data"] == own_folders["FOOTUI_DATA_DIR"]
    assert told["state"] == own_folders["FOOTUI_STATE_DIR"]
    assert list(tmp_path.iterdir()) == []


def test_the_wheel_lists_its_own_routines_and_exercises(
    site: Path, tmp_path: Path, own_folders: dict[str, str]
) -> None:
    listed = texts_in(json.loads(footui(site, tmp_path, own_folders, "list", "--json").stdout))
    assert {SLUG, "only-in-the-wheel", "toe-press"} <= listed


def test_the_wheel_plans_a_shipped_routine(site: Path, tmp_path: Path, own_folders: dict[str, str]) -> None:
    plan = json.loads(footui(site, tmp_path, own_folders, "plan", SLUG, "--json").stdout)
    assert (plan["routine"], plan["session"], plan["level"]) == (SLUG, 1, "low")
    last = plan["phases"][-1]
    assert plan["seconds"] == pytest.approx(last["starts_at"] + (last["seconds"] or 0))
    assert plan["work_seconds"] == pytest.approx(
        sum(phase["seconds"] or 0 for phase in plan["phases"] if phase["kind"] in {"hold", "move"})
    )
