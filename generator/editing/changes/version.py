"""A version of the catalogue: the bytes of its files, from a revision of Git or from the folder as it is now.

Nothing is checked out and nothing is written: a branch by a stranger can hold links, submodules, huge or misnamed
files, and none of them is followed, loaded or created.
"""

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from generator.reading.layout import NOT_READ, walk
from generator.reading.loader import MAX_BYTES

PLACE = Path("catalogue")
"""The catalogue's folder in paths that are only names."""
NOW = "i file di adesso"
"""The name of the version that is in the folder."""
REGULAR = frozenset({b"100644", b"100755"})


class GitError(Exception):
    """Git is not there, the folder is not under Git, or the revision is not known. The message is for people."""


@dataclass(frozen=True)
class Version:
    """The YAML files by their path inside the catalogue, and those that were refused, with the reason."""

    name: str
    files: Mapping[str, bytes]
    refused: tuple[str, ...] = ()

    @cached_property
    def ambiti(self) -> tuple[str, ...]:
        """The ids of the Ambiti."""
        return tuple(sorted(file.partition("/")[0] for file in self.files if file.endswith("/ambito.yaml")))


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What Git answers. Raises GitError, in words, where it does not."""
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=folder,
            input=given,
            capture_output=True,
            check=False,
            timeout=120,
        )
    except (OSError, subprocess.TimeoutExpired) as failure:
        raise GitError("Serve Git, e qui non risponde.") from failure
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:][0] if done.stderr else "git")
    return done.stdout


def commit_of(catalogue: Path, revision: str) -> str:
    """The full id of a revision. Raises GitError where there is none of that name."""
    try:
        found = git(catalogue, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError as failure:
        message = f"Non trovo la versione «{revision}». Se è di un altro computer, esegui prima: git fetch"
        raise GitError(message) from failure
    return found.decode().strip()


def changed_files(catalogue: Path, revision: str) -> frozenset[str]:
    """The files under the catalogue, by their path in it, that differ from where this work left a revision.

    What is not yet under Git counts as changed. Raises GitError.
    """
    commit = commit_of(catalogue, revision)
    try:
        base = git(catalogue, "merge-base", commit, "HEAD").decode().strip()
    except GitError:
        base = commit  # a shallow copy does not know where the two parted
    changed = git(catalogue, "diff", "--name-only", "--no-renames", "--relative", "-z", base, "--", ".")
    new = git(catalogue, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(path.decode("utf-8", "replace") for path in (changed + new).split(b"\0") if path)


def of_revision(catalogue: Path, revision: str) -> Version:
    """The catalogue as it is in a revision of Git."""
    commit = commit_of(catalogue, revision)
    listed = git(catalogue, "ls-tree", "-r", "-z", "-l", commit, ".")
    wanted: dict[str, str] = {}
    refused: list[str] = []
    for entry in listed.split(b"\0"):
        if not entry:
            continue
        about, _, raw_path = entry.partition(b"\t")
        mode, _, blob, size = about.split()
        path = raw_path.decode("utf-8", "replace")
        if reason := _reason(path, mode, size):
            refused.append(f"{_shown(path)}: {reason}")
        elif _is_read(path):
            wanted[path] = blob.decode()
    contents = blobs(catalogue, wanted.values())
    files = {path: contents[id] for path, id in wanted.items() if id in contents}
    return Version(revision, files, (*refused, *_same_but_case(wanted)))


def _reason(path: str, mode: bytes, size: bytes) -> str:
    if mode not in REGULAR:
        return "è un sottomodulo." if mode == b"160000" else "è un collegamento a un altro file."
    if ".." in PurePosixPath(path).parts or path.startswith("/"):
        return "il percorso esce dal catalogo."
    if _is_read(path) and size.isdigit() and int(size) > MAX_BYTES:
        return f"pesa {int(size) // 1024} KiB; il massimo è {MAX_BYTES // 1024}."
    return ""


def _shown(path: str) -> str:
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in path)


def _is_read(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return path.endswith(".yaml") and not any(part.startswith(".") or part in NOT_READ for part in parts)


def _same_but_case(paths: Iterable[str]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for path in paths:
        first = seen.setdefault(path.casefold(), path)
        if first != path:
            yield f"{_shown(path)}: è uguale a {_shown(first)}, salvo le maiuscole."


def blobs(catalogue: Path, ids: Iterable[str]) -> dict[str, bytes]:
    """The contents that Git keeps under these ids; those it does not have are left out."""
    wanted = sorted(set(ids))
    answer = (
        git(catalogue, "cat-file", "--batch", given="".join(f"{id}\n" for id in wanted).encode()) if wanted else b""
    )
    found: dict[str, bytes] = {}
    at = 0
    for id in wanted:
        end = answer.index(b"\n", at)
        about = answer[at:end].split()
        if about[-1] == b"missing":
            at = end + 1
            continue
        size = int(about[2])
        found[id] = answer[end + 1 : end + 1 + size]
        at = end + 2 + size
    return found


def of_folder(catalogue: Path) -> Version:
    """The catalogue as it is on disk now."""
    root = catalogue.resolve()
    files, _, problems = walk(root)
    found: dict[str, bytes] = {}
    refused = [str(problem) for problem in problems]
    for file in files:
        path = file.path.relative_to(root).as_posix()
        if file.path.stat().st_size > MAX_BYTES:
            refused.append(f"{path}: pesa più di {MAX_BYTES // 1024} KiB.")
        else:
            found[path] = file.path.read_bytes()
    return Version(NOW, found, tuple(refused))
