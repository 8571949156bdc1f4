"""The quick loader against the careful one: whatever it reads, the other reads too, and finds nothing to say."""

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st
from yaml import YAMLError
from yaml._yaml import CParser

from generator.reading.loader import Loaded, _Builder, load_bytes
from generator.reading.plain import HIDDEN, NotPlainError, PlainLoader

ROOT = Path(__file__).parent.parent.parent
PIECES = [
    "a: b\n",
    "- c\n",
    "a:\n  - d: e\n",
    "{x: [y]}",
    "&z ",
    "*z",
    "!!str ",
    "<<: ",
    "~",
    "null",
    '"\\u200b"',
    "---\n",
]
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from([*PIECES, "k: 'v'\n", "%YAML 1.2\n", "? a\n", "  ", "\n"])).map("".join)
)


def quickly(text: str) -> object:
    try:
        return PlainLoader(text).read()
    except (NotPlainError, YAMLError, ValueError, RecursionError):
        return None


@given(TEXTS)
@example("a: 1\na: 2\n")
@example("a: {}\nb: []\n")
@example("a: ''\n")
@example("a: |\n  uno\n  due\n")
def test_what_is_read_quickly_is_what_is_read_with_care(text: str) -> None:
    if HIDDEN.search(text) or (found := quickly(text)) is None:
        return
    careful = Loaded("prova.yaml")
    _Builder(careful, CParser(text)).read()
    assert careful.problems == []
    assert careful.value == found


def test_every_file_of_the_catalogue_is_read_quickly_and_right() -> None:
    files = sorted((ROOT / "catalogue").rglob("*.yaml"))
    assert len(files) > 300
    for file in files:
        text = file.read_text(encoding="utf-8")
        careful = Loaded(file.name)
        _Builder(careful, CParser(text)).read()
        assert quickly(text) == careful.value != None, file  # noqa: E711


def test_places_are_there_when_they_are_asked_for() -> None:
    place = load_bytes(b"a: b\nc:\n  - d\n", "prova.yaml").place
    assert (place.at(("c", 0)).line, place.at(("c", 0)).column) == (3, 5)
    assert place.key("c") == (2, 1)
