"""A save is whole or has not happened, and says which."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footui.storage.atomic_file import (
    ABANDONED_AFTER,
    AlreadyThere,
    ChangedElsewhere,
    SaveProblem,
    create_new,
    sweep_temporaries,
    write_atomically,
)
from tests.storage.strangers import NOBODY, as_a_stranger, folder_open_to_all

__all__ = ["folder_open_to_all"]

Save = Callable[[Path, bytes], None]
OLD, NEW = b'title = "Old"\n', b'title = "New"\n' * 1_000


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def run_python(script: str, *arguments: object, before: tuple[str, ...] = ()) -> Any:  # noqa: ANN401 - any JSON
    """What the script prints as JSON, from a process of its own."""
    command = [*before, sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


@pytest.fixture
def legs(tmp_path: Path) -> Path:
    """A routine file with something in it, alone in its folder."""
    path = tmp_path / "legs.toml"
    path.write_bytes(OLD)
    path.chmod(0o640)
    return path


class TestSaving:
    """What stands in the folder after a save."""

    def test_the_file_holds_the_new_content_and_nothing_is_left_beside_it(self, legs: Path) -> None:
        write_atomically(legs, NEW)
        assert legs.read_bytes() == NEW
        assert names(legs.parent) == ["legs.toml"]

    def test_a_file_keeps_its_mode_and_a_new_one_is_private(self, legs: Path) -> None:
        write_atomically(legs, NEW)
        assert mode(legs) == 0o640
        write_atomically(legs.with_name("arms.toml"), NEW)
        assert mode(legs.with_name("arms.toml")) == 0o600

    @pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
    def test_a_file_that_root_saves_stays_its_owners(self, legs: Path) -> None:
        os.chown(legs, NOBODY, NOBODY)
        write_atomically(legs, NEW)
        assert (legs.stat().st_uid, legs.stat().st_gid, mode(legs)) == (NOBODY, NOBODY, 0o640)

    def test_a_link_into_a_dotfiles_repository_stays_a_link(self, legs: Path) -> None:
        shelf = legs.parent / "shelf"
        shelf.mkdir()
        (shelf / "far.toml").symlink_to("../legs.toml")
        (shelf / "near.toml").symlink_to("far.toml")
        write_atomically(shelf / "near.toml", NEW)
        assert legs.read_bytes() == NEW
        assert (shelf / "near.toml").is_symlink()
        assert (shelf / "far.toml").is_symlink()
        assert names(shelf) == ["far.toml", "near.toml"]

    def test_links_to_nowhere_and_to_themselves_are_told(self, tmp_path: Path) -> None:
        (tmp_path / "dangling.toml").symlink_to("nowhere.toml")
        (tmp_path / "loop.toml").symlink_to("loop.toml")
        with pytest.raises(SaveProblem, match="a link to a file that is not there"):
            write_atomically(tmp_path / "dangling.toml", NEW)
        with pytest.raises(SaveProblem, match="leads back to itself"):
            write_atomically(tmp_path / "loop.toml", NEW)
        assert names(tmp_path) == ["dangling.toml", "loop.toml"]

    def test_a_folder_a_pipe_a_socket_and_a_device_are_never_replaced(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)  # the path of a socket has to be short
        Path("folder").mkdir()
        os.mkfifo("pipe")
        Path("null").symlink_to("/dev/null")
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("socket")
            for name in ("folder", "pipe", "socket", "null"):
                with pytest.raises(SaveProblem, match="not a file"):
                    write_atomically(Path(name), NEW)
        assert names(tmp_path) == ["folder", "null", "pipe", "socket"]
        assert not stat.S_ISREG(Path("pipe").stat().st_mode)

    @pytest.mark.parametrize("save", [write_atomically, create_new])
    @pytest.mark.parametrize(
        ("name", "why"),
        [
            ("no-such-folder/legs.toml", "its folder is not there"),
            ("file/legs.toml", "a part of its path is a file"),
            ("a" * 256, "its name is too long"),
            ("a\0b", "holds a character"),
        ],
    )
    def test_a_place_where_no_file_can_be_is_told(self, tmp_path: Path, save: Save, name: str, why: str) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(SaveProblem, match=why):
            save(tmp_path / name, NEW)
        assert names(tmp_path) == ["file"]


class TestChangedElsewhere:
    """What somebody else wrote meanwhile is never lost."""

    DIGEST = hashlib.sha256(OLD).hexdigest()

    def test_an_unchanged_file_is_saved(self, legs: Path) -> None:
        write_atomically(legs, NEW, expected_sha256=self.DIGEST)
        assert legs.read_bytes() == NEW

    def test_an_edit_in_place_is_seen_even_with_the_same_size_and_time(self, legs: Path) -> None:
        before = legs.stat()
        legs.write_bytes(OLD.replace(b"Old", b"Odd"))
        os.utime(legs, ns=(before.st_atime_ns, before.st_mtime_ns))
        with pytest.raises(ChangedElsewhere, match=r"changed elsewhere.*Nothing was changed"):
            write_atomically(legs, NEW, expected_sha256=self.DIGEST)
        assert legs.read_bytes() == OLD.replace(b"Old", b"Odd")
        assert names(legs.parent) == ["legs.toml"]

    def test_a_file_that_was_removed_does_not_come_back(self, legs: Path) -> None:
        legs.unlink()
        with pytest.raises(ChangedElsewhere, match="removed or renamed"):
            write_atomically(legs, NEW, expected_sha256=self.DIGEST)
        assert names(legs.parent) == []


class TestNewFiles:
    """A new file never takes the place of another."""

    def test_a_new_file_is_private_and_alone(self, tmp_path: Path) -> None:
        create_new(tmp_path / "legs.toml", NEW)
        assert (tmp_path / "legs.toml").read_bytes() == NEW
        assert mode(tmp_path / "legs.toml") == 0o600
        assert (tmp_path / "legs.toml").stat().st_nlink == 1
        assert names(tmp_path) == ["legs.toml"]

    def test_a_file_that_is_there_stays_as_it_is(self, legs: Path) -> None:
        with pytest.raises(AlreadyThere, match="exists already, and is untouched"):
            create_new(legs, NEW)
        assert legs.read_bytes() == OLD

    def test_a_link_to_nowhere_is_not_written_through(self, tmp_path: Path) -> None:
        (tmp_path / "legs.toml").symlink_to("elsewhere.toml")
        with pytest.raises(AlreadyThere):
            create_new(tmp_path / "legs.toml", NEW)
        assert names(tmp_path) == ["legs.toml"]

    @pytest.mark.parametrize("has_hard_links", [True, False])
    def test_a_file_that_appears_in_the_last_moment_stays_as_it_is(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_hard_links: bool
    ) -> None:
        path = tmp_path / "legs.toml"
        fsync = os.fsync

        def somebody_is_quicker(descriptor: int) -> None:
            path.write_bytes(OLD)
            fsync(descriptor)

        monkeypatch.setattr(os, "fsync", somebody_is_quicker)
        if not has_hard_links:
            monkeypatch.setattr(os, "link", refuse(errno.EPERM))
        with pytest.raises(AlreadyThere):
            create_new(path, NEW)
        assert path.read_bytes() == OLD
        assert names(tmp_path) == ["legs.toml"]

    def test_a_memory_stick_without_hard_links_will_do(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "link", refuse(errno.EPERM))
        create_new(tmp_path / "legs.toml", NEW)
        assert (tmp_path / "legs.toml").read_bytes() == NEW
        assert names(tmp_path) == ["legs.toml"]

    def test_without_hard_links_a_refused_file_leaves_no_empty_one(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "link", refuse(errno.EPERM))
        monkeypatch.setattr(os, "replace", refuse(errno.EIO))
        with pytest.raises(SaveProblem, match="the disk reports an error"):
            create_new(tmp_path / "legs.toml", NEW)
        assert names(tmp_path) == []


def refuse(code: int) -> Callable[..., None]:
    """A system call that fails with this error."""

    def call(*_arguments: object, **_options: object) -> None:
        raise OSError(code, os.strerror(code))

    return call


class TestRefusals:
    """A disk or a system that says no: the old file stays whole, and nothing lies about."""

    @pytest.mark.parametrize(
        ("code", "why"),
        [
            (errno.ENOSPC, "the disk is full"),
            (errno.EDQUOT, "the disk quota is used up"),
            (errno.EROFS, "the disk can only be read"),
            (errno.EACCES, "there is no permission"),
            (errno.EPERM, "there is no permission"),
            (errno.EIO, "the disk reports an error"),
            (errno.EXDEV, "the system says"),
        ],
    )
    @pytest.mark.parametrize("step", ["fsync", "replace"])
    def test_what_the_system_says_becomes_a_sentence(
        self, legs: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, why: str
    ) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(os, step, refuse(code))
            with pytest.raises(SaveProblem) as refused:
                write_atomically(legs, NEW)
        assert str(refused.value).startswith(f"{legs} was not saved: {why}")
        assert str(refused.value).endswith("Nothing was changed.")
        assert legs.read_bytes() == OLD
        assert names(legs.parent) == ["legs.toml"]

    def test_a_disk_that_cannot_sync_its_folders_still_saves(self, legs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fsync = os.fsync

        def files_only(descriptor: int) -> None:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
            fsync(descriptor)

        monkeypatch.setattr(os, "fsync", files_only)
        write_atomically(legs, NEW)
        assert legs.read_bytes() == NEW

    def test_ctrl_c_in_the_middle_leaves_the_old_file_alone(self, legs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted(_descriptor: int) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            write_atomically(legs, NEW)
        assert legs.read_bytes() == OLD
        assert names(legs.parent) == ["legs.toml"]

    def test_a_folder_of_somebody_else_is_told(self, folder_open_to_all: Path) -> None:
        path = folder_open_to_all / "legs.toml"
        path.write_bytes(OLD)
        path.chmod(0o666)
        folder_open_to_all.chmod(0o555)
        for save, place in ((write_atomically, path), (create_new, path.with_name("arms.toml"))):
            with as_a_stranger(), pytest.raises(SaveProblem, match="there is no permission"):
                save(place, NEW)
        folder_open_to_all.chmod(0o755)
        assert path.read_bytes() == OLD
        assert names(folder_open_to_all) == ["legs.toml"]

    def test_a_write_protected_file_is_not_replaced_behind_its_owners_back(self, folder_open_to_all: Path) -> None:
        path = folder_open_to_all / "legs.toml"
        path.write_bytes(OLD)
        path.chmod(0o444)
        folder_open_to_all.chmod(0o777)
        with as_a_stranger(), pytest.raises(SaveProblem, match="write-protected"):
            write_atomically(path, NEW)
        assert path.read_bytes() == OLD
        assert names(folder_open_to_all) == ["legs.toml"]

    def test_a_limit_on_the_size_of_files_is_told(self, legs: Path) -> None:
        message = run_python(
            """
            import json, resource, sys
            from pathlib import Path
            from footui.storage.atomic_file import SaveProblem, write_atomically
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
            try:
                write_atomically(Path(sys.argv[1]), bytes(100_000))
            except SaveProblem as problem:
                print(json.dumps(str(problem)))
            """,
            legs,
        )
        assert "larger than files may be here" in message
        assert legs.read_bytes() == OLD
        assert names(legs.parent) == ["legs.toml"]

    def test_a_disk_that_is_full_or_read_only_keeps_the_old_file(self, tmp_path: Path) -> None:
        in_a_world_of_its_own = own_mounts()
        report = run_python(
            """
            import json, subprocess, sys
            from pathlib import Path
            from footui.storage.atomic_file import SaveProblem, create_new, write_atomically
            disk = Path(sys.argv[1])
            subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "footui", disk], check=True)
            old = disk / "legs.toml"
            write_atomically(old, b"old")
            told = []
            def attempt(save, path):
                try:
                    save(path, bytes(200_000))
                except SaveProblem as problem:
                    told.append(str(problem))
            attempt(write_atomically, old)
            attempt(create_new, disk / "new.toml")
            subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
            attempt(write_atomically, old)
            attempt(create_new, disk / "new.toml")
            files = sorted(path.name for path in disk.iterdir())
            print(json.dumps({"told": told, "old": old.read_text(), "files": files}))
            """,
            tmp_path,
            before=in_a_world_of_its_own,
        )
        whys = [sentence.split(": ")[1].split(".")[0] for sentence in report["told"]]
        assert whys == ["the disk is full"] * 2 + ["the disk can only be read"] * 2
        assert report["old"] == "old"
        assert report["files"] == ["legs.toml"]


def own_mounts() -> tuple[str, ...]:
    """The command that lets another mount a disk that vanishes with it; skips the test where there is none."""
    for command in (("unshare", "--mount"), ("unshare", "--map-root-user", "--mount")):
        if shutil.which("unshare") is not None:
            trial = "mount -t tmpfs -o size=64k footui /mnt"
            if subprocess.run([*command, "sh", "-c", trial], capture_output=True, check=False).returncode == 0:
                return command
    pytest.skip("a small disk cannot be mounted here: a really full disk and a read-only one are not tried")


class TestBeingKilled:
    """Whatever moment the power goes, the file is one whole version."""

    def test_thirty_kills_in_the_middle_of_saving_tear_nothing(self, tmp_path: Path) -> None:
        path = tmp_path / "legs.toml"
        seen = run_python(
            """
            import json, os, random, signal, sys, time
            from pathlib import Path
            import hashlib, tempfile
            from footui.storage.atomic_file import write_atomically
            path = Path(sys.argv[1])
            versions = [bytes([letter]) * 200_000 for letter in b"ABC"]
            chance = random.Random(7)
            def save_for_ever(done):
                while True:
                    for version in versions:
                        write_atomically(path, version)
                        os.write(done, b".")
            seen = []
            for _ in range(30):
                saved, done = os.pipe()
                saver = os.fork()
                if saver == 0:
                    save_for_ever(done)
                for _ in range(chance.randint(1, 3)):
                    os.read(saved, 1)
                moment = time.perf_counter() + chance.random() * 0.002
                while time.perf_counter() < moment:
                    pass
                os.kill(saver, signal.SIGKILL)
                os.waitpid(saver, 0)
                os.close(saved); os.close(done)
                content = path.read_bytes()
                seen.append([len(content), len(set(content))])
            print(json.dumps(seen))
            """,
            path,
        )
        assert seen == [[200_000, 1]] * 30
        sweep_temporaries(tmp_path, now=lambda: path.stat().st_mtime + 2 * ABANDONED_AFTER)
        assert names(tmp_path) == ["legs.toml"]


class TestSweeping:
    """Leftovers of saves that were cut off go; nothing else does."""

    NOW = 1_800_000_000.0

    def leftover(self, path: Path, age: float) -> Path:
        path.write_bytes(b"half a")
        os.utime(path, (self.NOW - age, self.NOW - age))
        return path

    def test_only_old_leftovers_of_our_own_are_removed(self, tmp_path: Path) -> None:
        day = 86_400.0
        gone = self.leftover(tmp_path / ".footui-ab12_cd3.tmp", day)
        kept = [
            self.leftover(tmp_path / ".footui-aaaaaaaa.tmp", ABANDONED_AFTER - 1),  # perhaps being written now
            self.leftover(tmp_path / ".footui-bbbbbbbb.tmp", -day),  # a clock that was wrong
            self.leftover(tmp_path / ".footui-notes.tmp", day),
            self.leftover(tmp_path / ".other-ab12_cd3.tmp", day),
            self.leftover(tmp_path / "legs.toml", day),
        ]
        (tmp_path / ".footui-cccccccc.tmp").mkdir()
        (tmp_path / ".footui-dddddddd.tmp").symlink_to("legs.toml")
        sweep_temporaries(tmp_path, now=lambda: self.NOW)
        assert not gone.exists()
        assert all(path.exists() for path in kept)
        assert (tmp_path / ".footui-cccccccc.tmp").is_dir()
        assert (tmp_path / ".footui-dddddddd.tmp").is_symlink()

    def test_what_a_save_leaves_when_it_is_cut_off_is_known_as_a_leftover(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", refuse(errno.EIO))
            patch.setattr(os, "unlink", refuse(errno.EIO))
            with pytest.raises(SaveProblem):
                write_atomically(tmp_path / "legs.toml", NEW)
        [leftover] = tmp_path.iterdir()
        sweep_temporaries(tmp_path, now=lambda: leftover.stat().st_mtime + ABANDONED_AFTER + 1)
        assert names(tmp_path) == []

    def test_a_folder_that_is_not_there_is_not_made(self, tmp_path: Path) -> None:
        sweep_temporaries(tmp_path / "routines")
        assert names(tmp_path) == []
