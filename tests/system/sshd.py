"""A real sshd of a test's own: on this machine only, with keys made for it, without anyone's settings."""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tests.system.processes import end_session, environment
from tests.system.terminal import PATIENCE

_SBIN: Final = "/usr/sbin:/usr/local/sbin"

_CONFIG: Final = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host
PidFile none
AuthorizedKeysFile {folder}/user.pub
StrictModes no
UsePAM no
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
AcceptEnv LANG LC_*
PrintMotd no
PrintLastLog no
{more}
"""

# As the one that adopts orphans (PR_SET_CHILD_SUBREAPER) sshd keeps hold of what a broken login leaves.
_ADOPTING: Final = "import ctypes, os, sys; ctypes.CDLL(None).prctl(36, 1); os.execv(sys.argv[1], sys.argv[1:])"


class Sshd:
    """An sshd that ends, with all its logins, when the `with` is left.

    `more` is added to its configuration, line by line: a ForceCommand, say.
    """

    def __init__(self, more: Sequence[str] = ()) -> None:
        self._kept = tempfile.TemporaryDirectory(prefix="footui-sshd-")
        self._folder = Path(self._kept.name)
        self._port = _free_port()
        for key in ("host", "user"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self._folder / key],
                stdin=subprocess.DEVNULL,
                check=True,
            )
        config = self._folder / "config"
        config.write_text(_CONFIG.format(port=self._port, folder=self._folder, more="\n".join(more)))
        program = shutil.which("sshd", path=os.pathsep.join((os.environ.get("PATH", ""), _SBIN)))
        self._log = self._folder / "log"
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                _ADOPTING,
                program or "/usr/sbin/sshd",
                "-D",
                "-E",
                self._log,
                "-f",
                config,
            ],
            env=environment({}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            self._wait_until_it_answers()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ssh(self, *command: str, terminal: bool = True, env: Mapping[str, str] | None = None) -> list[str]:
        """Return the words that run `command` over a login: with a terminal (`ssh -t`) or without (`ssh -T`).

        `env` is set for the command, on the far side. The words are for a `Terminal` or for `subprocess`.
        """
        words = ["env", *(f"{name}={value}" for name, value in (env or {}).items()), *command]
        options = {
            "StrictHostKeyChecking": "no",
            "UserKnownHostsFile": "/dev/null",
            "IdentitiesOnly": "yes",
            "BatchMode": "yes",
            "LogLevel": "ERROR",
            "EscapeChar": "none",
        }
        return [
            *("ssh", "-F", "/dev/null", "-tt" if terminal else "-T", "-p", str(self._port)),
            *("-i", str(self._folder / "user"), "-l", getpass.getuser(), "127.0.0.1"),
            *(word for name, value in options.items() for word in ("-o", f"{name}={value}")),
            shlex.join(words) if command else "",
        ]

    def close(self) -> None:
        """End the sshd and every login; a second call does nothing."""
        end_session(self._process.pid)
        self._process.wait(timeout=PATIENCE)
        self._kept.cleanup()

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                socket.create_connection(("127.0.0.1", self._port), timeout=1).close()
            except OSError:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    told = self._log.read_text() if self._log.exists() else "no word"
                    message = f"sshd does not answer: {told.strip()}"
                    raise RuntimeError(message) from None
                time.sleep(0.02)
            else:
                return


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
    return int(port)
