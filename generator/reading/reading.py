"""The whole catalogue, read and checked: every record that is sound, and every problem of every file."""

import datetime
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.reading.coherence import check_coherence, check_entry, check_refused
from generator.reading.index import Index, index
from generator.reading.language import check_language
from generator.reading.layout import CatalogueFile, walk
from generator.reading.outlines import Outlines, read_outlines
from generator.reading.problem import Problem, first_of_each_file
from generator.reading.records import ReadFile, read_file
from generator.reading.references import check_references
from generator.reading.resemblance import check_resemblance

PARALLEL_FROM = 600
"""Below this many files a second process costs more than it saves."""
CHUNK = 32
"""So many files travel from process to process together."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a catalogue folder holds. `problems` are sorted by file, line and column."""

    root: Path
    index: Index
    outlines: Outlines
    problems: tuple[Problem, ...]
    files: int


def read_catalogue(root: Path, today: datetime.date) -> Reading:
    """Reads, validates and checks every file under `root`. Nothing is raised for what a file holds."""
    root = root.resolve()
    if not root.is_dir():
        missing = Problem(
            root.name,
            1,
            1,
            "file-illeggibile",
            "",
            "la cartella del catalogo non c'è.",
            "Esegui il comando dalla cartella del progetto, quella che contiene «catalogue».",
        )
        return Reading(root, Index(), {}, (missing,), 0)
    files, outlines, problems = walk(root)
    return assemble(root, read_files(files, today), outlines, problems)


def read_files(files: list[CatalogueFile], today: datetime.date) -> list[ReadFile]:
    """Reads files and checks each by itself; many on all processors, this process from the last to the first."""
    workers = os.cpu_count() or 1
    read = partial(_read_and_check, today=today)
    if len(files) < PARALLEL_FROM or workers < 2:
        return [read(file) for file in files]
    parts = [files[at : at + CHUNK] for at in range(0, len(files), CHUNK)]
    with ProcessPoolExecutor(workers - 1) as pool:
        jobs = [pool.submit(_read_all, part, read) for part in parts]
        own = {
            job: _read_all(part, read)
            for job, part in zip(reversed(jobs), reversed(parts), strict=True)
            if job.cancel()
        }
        return [file for job in jobs for file in own.get(job) or job.result()]


def _read_all(files: list[CatalogueFile], read: Callable[[CatalogueFile], ReadFile]) -> list[ReadFile]:
    return [read(file) for file in files]


def _read_and_check(source: CatalogueFile, today: datetime.date) -> ReadFile:
    """A file with all the problems that can be seen without the other files."""
    file = read_file(source)
    found = [problem for entry in file.entries for problem in (*check_entry(entry, today), *check_language(entry))]
    found.extend(problem for entry in file.refused for problem in check_refused(entry))
    return replace(file, problems=(*file.problems, *found)) if found else file


def assemble(root: Path, read: Iterable[ReadFile], outlines: list[Path], problems: list[Problem]) -> Reading:
    """Indexes what was read and runs the checks between files."""
    read = list(read)
    found = index(read)
    all_problems = [*problems, *(problem for file in read for problem in file.problems)]
    shapes, of_outlines = read_outlines(outlines, root, found)
    all_problems.extend(of_outlines)
    all_problems.extend(check_references(found))
    all_problems.extend(check_coherence(found))
    all_problems.extend(check_resemblance(found))
    return Reading(root, found, shapes, first_of_each_file(all_problems), len(read))


class CachedReader:
    """Reads a catalogue again and again, opening only the files that changed since the last time."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._known: dict[str, tuple[tuple[int, int], ReadFile]] = {}

    def read(self, today: datetime.date) -> tuple[Reading, tuple[CatalogueFile, ...]]:
        """The catalogue as it is now, and the files that are new or changed."""
        if not self.root.is_dir():
            return read_catalogue(self.root, today), ()
        files, outlines, problems = walk(self.root)
        changed: list[CatalogueFile] = []
        known: dict[str, tuple[tuple[int, int], ReadFile]] = {}
        for file in files:
            status = file.path.stat()
            mark = (status.st_mtime_ns, status.st_size)
            before = self._known.get(file.file)
            if before is not None and before[0] == mark:
                known[file.file] = before
            else:
                known[file.file] = (mark, _read_and_check(file, today))
                changed.append(file)
        self._known = known
        read = [file for _, file in known.values()]
        return assemble(self.root, read, outlines, problems), tuple(changed)
