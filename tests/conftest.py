"""What holds for every test: folders of its own, nobody's editor or colours, nothing skipped in silence."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import hypothesis
import pytest

REQUIRED: Final = "FOOTUI_REQUIRE_SYSTEM_TESTS"
"""Set to 1 where a missing tmux or sshd is a failure and no reason to skip, as in .ci/run."""

_SBIN: Final = "/usr/sbin:/usr/local/sbin"

hypothesis.settings.register_profile(
    "footui",
    deadline=None,  # a busy machine is no failure
    database=None,  # tests leave the tree as it was
    derandomize=True,  # the same commit gives the same result
)
hypothesis.settings.load_profile("footui")


def has_tmux() -> bool:
    """Tell whether tests can start a tmux."""
    return shutil.which("tmux") is not None


def has_sshd() -> bool:
    """Tell whether tests can start an sshd and reach it."""
    path = os.pathsep.join((os.environ.get("PATH", ""), _SBIN))
    programs = ("sshd", "ssh", "ssh-keygen")
    return sys.platform == "linux" and all(shutil.which(program, path=path) for program in programs)


_NEEDS: Final[dict[str, tuple[Callable[[], bool], str]]] = {
    "needs_tmux": (has_tmux, "there is no tmux here"),
    "needs_sshd": (has_sshd, "there is no sshd here, or no Linux (Debian: openssh-server)"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a system test that this machine cannot run, or fail it where that is asked for."""
    for marker, (is_there, reason) in _NEEDS.items():
        if item.get_closest_marker(marker) is None or is_there():
            continue
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{reason}, and {REQUIRED}=1 asks for it", pytrace=False)
        pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud which system tests did not run, and why."""
    reasons = Counter(
        reason
        for report in terminalreporter.stats.get("skipped", [])
        for _, reason in _NEEDS.values()
        if isinstance(report.longrepr, tuple) and report.longrepr[2] == f"Skipped: {reason}"
    )
    for reason, number in sorted(reasons.items()):
        terminalreporter.write_line(f"{number} system tests did not run: {reason}.")


@pytest.fixture(scope="session", autouse=True)
def a_world_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep the tests away from the folders, the editor and the terminal settings of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(("FOOTUI_", "TEXTUAL", "XDG_")) and name != REQUIRED:
                patch.delenv(name)
        for name in ("EDITOR", "VISUAL", "BROWSER", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"):
            patch.delenv(name, raising=False)
        patch.setenv("HOME", str(home))
        for kind in ("CONFIG", "DATA", "STATE"):
            patch.setenv(f"FOOTUI_{kind}_DIR", str(home / kind.lower()))
        yield home


@pytest.fixture
def own_folders(tmp_path: Path) -> dict[str, str]:
    """Return the environment that gives a started footui empty folders of its own, below `tmp_path`."""
    return {f"FOOTUI_{kind}_DIR": str(tmp_path / kind.lower()) for kind in ("CONFIG", "DATA", "STATE")}


@pytest.fixture(autouse=True, scope="session")
def _signals_as_a_terminal_gives_them() -> None:
    """Whoever starts the tests in the background or under nohup ignores these, and so would all that tests start."""
    for number, usual in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, usual)
