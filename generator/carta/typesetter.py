"""Data and a Typst template -> PDF/UA-1. Data goes in as JSON text: nothing in it is ever read as markup."""

import datetime
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import typst

STANDARD: Final = "ua-1"
PLACEHOLDER = "�"
"""What is printed for a character that none of our fonts has, such as an emoji."""
MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
PAGES = re.compile(rb"<xmpTPg:NPages>(\d+)</xmpTPg:NPages>")
ROUNDS = 4
LONG_WORD = re.compile(r"[^\s/.@_\-\u2013\u200b]{30,}")
"""Longer than any Italian word: it would run off the page. Addresses, which break or must be copied whole, are not."""
WORD_PIECE = 10
ZERO_WIDTH_SPACE = "\u200b"
WHOLE = frozenset({"address", "href", "qr", "map"})
"""Keys of values that are not text to read."""


class TypesettingError(ValueError):
    """A document could not be made."""


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF and how many pages it has. `unknown` are the characters that no font has."""

    pdf: bytes
    pages: int
    unknown: str = ""


@dataclass(frozen=True)
class Typesetter:
    """Where the templates are, and the folders of fonts; the first that has a file wins."""

    templates: Path
    fonts: tuple[Path, ...]

    def mark(self, template: str, source: str) -> str:
        """The mark that a PDF made from `source` carries among its keywords: the same input gives the same mark."""
        seal = hashlib.sha256(f"{version('typst')}\n{template}\n".encode())
        fonts = {file.name: file for folder in reversed(self.fonts) for file in sorted(folder.iterdir())}
        for file in (*sorted(self.templates.glob("*.typ")), *_CODE, *fonts.values()):
            seal.update(_digest(file, file.stat().st_mtime_ns))
        seal.update(source.encode())
        return f"impronta-{seal.hexdigest()[:32]}"

    def typeset(
        self,
        template: str,
        data: Callable[[], Mapping[str, Any]],
        source: str,
        day: datetime.date,
        old: Path | None = None,
    ) -> Document:
        """The PDF of `data()`, dated `day`; `source` is what the data is made from.

        A PDF at `old` that was made from the same source is taken as it is, and the data is not even made.
        Raises TypesettingError with Typst's own message if the template is wrong.
        """
        mark = self.mark(template, f"{day}\n{source}")
        if old is not None and old.is_file():
            pdf = old.read_bytes()
            if mark.encode() in pdf:
                return Document(pdf, _pages(pdf))
        return self._compiled(template, data(), mark, day)

    def _compiled(self, template: str, data: Mapping[str, Any], mark: str, day: datetime.date) -> Document:
        unknown: set[str] = set()
        data = {key: _breakable(value, key) for key, value in data.items()}
        noon = int(datetime.datetime.combine(day, datetime.time(12), ZoneInfo("UTC")).timestamp())
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(one) for one in self.fonts]
        )
        text = json.dumps({**data, "mark": mark}, ensure_ascii=False)
        for _ in range(ROUNDS):
            try:
                pdf = typst.compile(
                    str(self.templates / template),
                    font_paths=fonts,
                    root=str(self.templates),
                    format="pdf",
                    sys_inputs={"data": text},
                    pdf_standards=STANDARD,
                    timestamp=noon,
                )
            except typst.TypstError as failure:
                found = _missing(str(failure.diagnostic))
                if not found - unknown:
                    raise TypesettingError(str(failure.diagnostic)) from failure
                unknown |= found
                text = json.dumps({**_without(data, unknown), "mark": mark}, ensure_ascii=False)
            else:
                return Document(pdf, _pages(pdf), "".join(sorted(unknown)))
        raise TypesettingError(f"Non so stampare: {' '.join(sorted(unknown))}")


_CODE = tuple(sorted(Path(__file__).parent.glob("*.py")))
"""Our own modules: what they make of the same source may change with them."""


@lru_cache(maxsize=256)
def _digest(file: Path, modified: int) -> bytes:  # noqa: ARG001  # a file that changed is another file
    return hashlib.sha256(file.read_bytes()).digest()


def _pages(pdf: bytes) -> int:
    found = PAGES.search(pdf)
    return int(found[1]) if found else 0


def _breakable(value: Any, key: str = "") -> Any:
    """The data, where every word that is too long for a line may break after each ten signs."""
    if isinstance(value, str):
        return value if key in WHOLE else LONG_WORD.sub(_in_pieces, value)
    if isinstance(value, Mapping):
        return {name: _breakable(item, name) for name, item in value.items()}
    return [_breakable(item, key) for item in value] if isinstance(value, list | tuple) else value


def _in_pieces(found: re.Match[str]) -> str:
    word = found.group()
    return ZERO_WIDTH_SPACE.join(word[start : start + WORD_PIECE] for start in range(0, len(word), WORD_PIECE))


def _missing(diagnostic: str) -> set[str]:
    texts = (ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in MISSING.findall(diagnostic))
    return {sign for text in texts for sign in text}


def _without(value: Any, signs: set[str]) -> Any:
    if isinstance(value, str):
        return "".join(PLACEHOLDER if sign in signs else sign for sign in value)
    if isinstance(value, Mapping):
        return {key: _without(item, signs) for key, item in value.items()}
    return [_without(item, signs) for item in value] if isinstance(value, list | tuple) else value
