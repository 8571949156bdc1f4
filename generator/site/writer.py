"""Writes the site to a new folder, then puts it in the place of the old one in a single step.

A build that fails or is killed leaves the old site whole. A file whose bytes did not change keeps its time.
"""

import ctypes
import ctypes.util
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD = -100
EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS: two folders change places at once."""


class Staging:
    """The new folder of a site that is being built."""

    def __init__(self, site: Path) -> None:
        """Makes the folder beside `site`, after putting right what an interrupted build left."""
        self.site = site
        site.parent.mkdir(parents=True, exist_ok=True)
        _recover(site)
        self.folder = site.parent / f".{site.name}-nuovo-{os.getpid()}"
        self.folder.mkdir()

    def publish(self) -> None:
        """Puts the new folder in the place of the old one."""
        if not self.site.exists():
            self.folder.rename(self.site)
        elif _exchange(self.folder, self.site):
            shutil.rmtree(self.folder)
        else:
            old = _set_aside(self.site)
            self.site.rename(old)
            self.folder.rename(self.site)
            shutil.rmtree(old)

    def discard(self) -> None:
        """Removes the new folder: the site stays as it was."""
        shutil.rmtree(self.folder, ignore_errors=True)


class Writer:
    """Writes files below a folder; `old` is where the same files were before, if anywhere."""

    def __init__(self, folder: Path, old: Path | None = None) -> None:
        self.folder = folder
        self.old = old
        self._made: set[str] = set()

    def write(self, file: str, content: str | bytes) -> None:
        """Writes one file. A file with the same bytes as before keeps its modification time."""
        raw = content.encode() if isinstance(content, str) else content
        path = os.path.join(self.folder, file)  # noqa: PTH118  # thousands of files: pathlib is several times slower
        parent = os.path.dirname(path)  # noqa: PTH120
        if parent not in self._made:
            _make_folder(parent)
            self._made.add(parent)
        with open(path, "wb") as stream:  # noqa: PTH123
            stream.write(raw)
        if self.old is not None:
            keep_time(os.path.join(self.old, file), path, raw)  # noqa: PTH118


def _make_folder(folder: str) -> None:
    """Makes a folder: nearly always the one above it is there already."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def keep_time(old: str, new: str, raw: bytes) -> None:
    """Gives the file `new`, which holds `raw`, the time of `old` if their bytes are the same."""
    try:
        status = os.stat(old)  # noqa: PTH116
        if status.st_size != len(raw):
            return
        with open(old, "rb") as stream:  # noqa: PTH123
            if stream.read() == raw:
                os.utime(new, ns=(status.st_atime_ns, status.st_mtime_ns))
    except OSError:
        return


def keep_times(old: Path, new: Path) -> None:
    """Gives every unchanged file under `new` the time it has under `old`."""
    for path in new.rglob("*"):
        before = old / path.relative_to(new)
        if path.is_file() and before.is_file() and before.stat().st_mtime_ns != path.stat().st_mtime_ns:
            keep_time(str(before), str(path), path.read_bytes())


def _set_aside(site: Path) -> Path:
    return site.parent / f".{site.name}-vecchio"


def _recover(site: Path) -> None:
    """Puts right what an interrupted build left: half-written folders go, a site set aside comes back."""
    aside = _set_aside(site)
    if aside.exists():
        if site.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(site)
    for left in site.parent.glob(f".{site.name}-nuovo-*"):
        if not _alive(left.name.rpartition("-")[2]):
            shutil.rmtree(left, ignore_errors=True)


def _alive(pid: str) -> bool:
    if not pid.isdigit() or int(pid) == os.getpid():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Exchanges two folders in one step; False where the system cannot."""
    libc = ctypes.CDLL(ctypes.util.find_library("c") or None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(first, second, EXCHANGE) == 0)
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(AT_FDCWD, first, AT_FDCWD, second, EXCHANGE) == 0)
    return False
