"""The history of each scheda from Git: the day and what changed, in the sentences of `ambito differenze`; no names.

A public page tells nothing that was taken away: it may have been taken away because it should never have been there. So
a sentence quotes only what the catalogue says today, else it says which field changed and no more.

The work is bounded, so that a build does not grow with the years: the last commits, the last changes of each scheda,
and never a commit that reworks the whole catalogue.
"""

import datetime
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.catalogue import Catalogue
from generator.clock import ROME
from generator.editing import changes
from generator.editing.changes.change import Change
from generator.editing.changes.doors import TELLERS
from generator.editing.changes.names import Names
from generator.editing.changes.telling import Ground, tell
from generator.editing.changes.today import all_names, reader_of
from generator.editing.changes.version import GitError, blobs, git
from generator.editing.changes.words import PHRASES
from generator.model.scheda import Scheda
from generator.reading.layout import CatalogueFile
from generator.reading.loader import load_bytes
from generator.reading.records import validate
from generator.reading.references import public_texts
from generator.site.labels import Labels

HISTORY_CACHE = ".cache/storia.json"
MAX_COMMITS = 400
MAX_AT_ONCE = 60
"""A commit that changes more schede than this reworks the catalogue: it is nobody's history."""
MAX_COMPARED = 400
"""Pairs of files that are read and compared in one build."""
MAX_OF_SCHEDA = 6
MAX_LATEST = 60
MAX_SENTENCES = 3
PUBLISHED = "La scheda è stata pubblicata."

_QUOTED = re.compile(r"«(.*?)»")
_NUMBER = re.compile(r"\+?\d(?:[ ./-]?\d){5,}|\S+@\S+|https?://\S+")
_MARKS = re.compile(r"[«»“”…\s]+")


@dataclass(frozen=True, slots=True)
class Moment:
    """What happened to a scheda in one commit: when, and in how many sentences."""

    key: str
    when: datetime.datetime
    sentences: tuple[str, ...]

    @property
    def day(self) -> datetime.date:
        """The day in Europe/Rome."""
        return self.when.astimezone(ROME).date()


@dataclass(frozen=True, slots=True)
class History:
    """The moments of each scheda and the latest of all, the newest first. Empty outside Git."""

    of: Mapping[str, tuple[Moment, ...]] = field(default_factory=dict)
    latest: tuple[Moment, ...] = ()


@dataclass(slots=True)
class _Touch:
    """The file of a scheda before and after a commit, by the ids that Git gives to contents."""

    old: str = ""
    new: str = ""


def read_history(root: Path, catalogue: Catalogue, labels: Labels, cache: Path | None = None) -> History:
    """The history of the schede of a catalogue. Never fails for the lack of Git: then there is none.

    `cache` is a file that keeps what was compared, so that the next build compares only what is new.
    """
    try:
        wanted = _wanted(list(_commits(root, _paths(catalogue))))
        return _told(root, wanted, _Teller(catalogue, labels, cache)) if wanted else History()
    except GitError:
        return History()


def _paths(catalogue: Catalogue) -> dict[str, str]:
    """The key of the scheda that each path holds today or held under a former id."""
    found: dict[str, str] = {}
    for key, scheda in catalogue.schede.items():
        path = catalogue.files.get(f"scheda:{key}", "").partition("/")[2]
        folder = path.rpartition("/")[0]
        found |= {f"{folder}/{former}.yaml": key for former in scheda.id_precedenti}
        found[path] = key
    return found


def _commits(root: Path, paths: Mapping[str, str]) -> Iterator[tuple[datetime.datetime, dict[str, _Touch]]]:
    """The last commits that touch schede, the newest first: when, and the schede by key."""
    shallow = git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    told = git(
        root,
        *("log", "--first-parent", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--relative"),
        *(f"--max-count={MAX_COMMITS}", "--format=%x01%P%x02%cI", "--", "."),
    )
    for commit in told.decode("utf-8", "replace").split("\x01")[1:]:
        head, *parts = commit.split("\0")
        parents, _, when = head.partition("\x02")
        if shallow and not parents:
            continue  # here the copy ends: what it seems to add was there before
        touched: defaultdict[str, _Touch] = defaultdict(_Touch)
        fields = iter(part.lstrip("\n") for part in parts)
        for meta in fields:
            if not meta.startswith(":"):
                continue
            _, _, old, new, event = meta.split()
            key = paths.get(next(fields, ""))
            if key is not None:
                touch = touched[key]
                touch.old = touch.old if event == "A" else old
                touch.new = touch.new if event == "D" else new
        if touched:
            yield datetime.datetime.fromisoformat(when.strip()), dict(touched)


def _told(root: Path, wanted: "list[_Wanted]", teller: "_Teller") -> History:
    of: defaultdict[str, list[Moment]] = defaultdict(list)
    latest: list[Moment] = []
    teller.prepare(root, [(key, touch) for _, key, touch in wanted])
    for when, key, touch in wanted:
        sentences = teller.sentences(key, touch)
        if sentences:
            moment = Moment(key, when, sentences)
            of[key].append(moment)
            latest.append(moment)
    teller.keep()
    return History({key: tuple(found) for key, found in of.items()}, tuple(latest[:MAX_LATEST]))


_Wanted = tuple[datetime.datetime, str, _Touch]


def _wanted(commits: list[tuple[datetime.datetime, dict[str, _Touch]]]) -> list[_Wanted]:
    """What is worth telling, the newest first, within the bounds."""
    counts: defaultdict[str, int] = defaultdict(int)
    compared, found = 0, []
    for when, touched in commits:
        changed = sum(bool(touch.old and touch.new) for touch in touched.values())
        for key, touch in touched.items():
            both = bool(touch.old and touch.new)
            if not touch.new or counts[key] >= MAX_OF_SCHEDA or (both and changed > MAX_AT_ONCE):
                continue
            if both and compared >= MAX_COMPARED:
                continue
            compared += both
            counts[key] += 1
            found.append((when, key, touch))
    return found


class _Teller:
    """Makes the public sentences of a change; what it compared once it remembers in a file."""

    def __init__(self, catalogue: Catalogue, labels: Labels, cache: Path | None) -> None:
        self.catalogue, self.cache = catalogue, cache
        self.names = Names(reader_of(catalogue), tuple(catalogue.ambiti), labels)
        names = " ".join(all_names(catalogue, labels))
        self.known = _plain(names)
        self.edition = hashlib.sha256(names.encode() + _words()).hexdigest()
        self.remembered: dict[str, list[list[str]]] = self._remembered()
        self.used: dict[str, list[list[str]]] = {}
        self.contents: dict[str, bytes] = {}

    def _remembered(self) -> dict[str, list[list[str]]]:
        try:
            told = json.loads(self.cache.read_text(encoding="utf-8")) if self.cache else {}
            return dict(told["compared"]) if told.get("edition") == self.edition else {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}

    def prepare(self, root: Path, touches: list[tuple[str, _Touch]]) -> None:
        """Asks Git at once for all the contents that are not remembered."""
        new = [touch for key, touch in touches if touch.old and _mark(key, touch) not in self.remembered]
        self.contents = blobs(root, {id for touch in new for id in (touch.old, touch.new)})

    def keep(self) -> None:
        """Writes what was compared; where that cannot be, the next build compares again."""
        if self.cache is None or self.used == self.remembered:
            return
        try:
            self.cache.parent.mkdir(parents=True, exist_ok=True)
            new = self.cache.with_suffix(".nuovo")
            new.write_text(json.dumps({"edition": self.edition, "compared": self.used}), encoding="utf-8")
            new.replace(self.cache)
        except OSError:
            return

    def sentences(self, key: str, touch: _Touch) -> tuple[str, ...]:
        """The sentences of one change, what matters most first; none where only editors would notice."""
        if not touch.old:
            return (PUBLISHED,)
        mark = _mark(key, touch)
        found = self.remembered.get(mark)
        if found is None:
            found = [[one.publicly, one.path] for one in self._compared(key, touch)]
        self.used[mark] = found
        today = _plain(" ".join(text for text, _ in public_texts(self.catalogue.schede[key])))
        said = list(dict.fromkeys(self._public(sentence, path, today) for sentence, path in found))
        more = len(said) - MAX_SENTENCES
        return (
            *said[:MAX_SENTENCES],
            *([f"E {more} altr{'a modifica' if more == 1 else 'e modifiche'}."] * (more > 0)),
        )

    def _compared(self, key: str, touch: _Touch) -> list[Change]:
        before, after = (self._record(id, key) for id in (touch.old, touch.new))
        if before is None or after is None or type(before) is not type(after):
            return []
        told = tell(before, after, Ground(self.names, after.ambito, TELLERS))
        noticed = [one for one in told if one.severity != "bassa" or one.path == "verificato"]
        return sorted(noticed, key=lambda one: one.severity != "alta")

    def _public(self, sentence: str, path: str, today: str) -> str:
        """The sentence if all that it quotes is still said today; else only which field changed."""
        quotes = [*_QUOTED.findall(sentence), *_NUMBER.findall(sentence)]
        if all((said := _plain(quote)) in today or said in self.known for quote in quotes):
            return sentence
        return f"{PHRASES.get(re.split(r'[.[]', path)[0], 'La scheda')}: cambia."

    def _record(self, id: str, key: str) -> Scheda | None:
        ambito, _, name = key.partition("/")
        folder = self.catalogue.files[f"scheda:{key}"].split("/")[2]
        path = Path(f"{ambito}/{folder}/{name}.yaml")
        source = CatalogueFile(path, path.as_posix(), "scheda", name, ambito, folder)
        found = validate(source, load_bytes(self.contents.get(id, b""), source.file)).entries
        return found[0].record if found and isinstance(found[0].record, Scheda) else None


def _words() -> bytes:
    """The program that makes the sentences: where it changed, none is remembered from before."""
    return b"".join(path.read_bytes() for path in sorted(Path(changes.__file__).parent.iterdir()) if path.is_file())


def _mark(key: str, touch: _Touch) -> str:
    return f"{key} {touch.old[:16]} {touch.new[:16]}"


def _plain(text: str) -> str:
    return _MARKS.sub(" ", text).strip()
