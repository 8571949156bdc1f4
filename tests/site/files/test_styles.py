"""Every colour and size of the site stands in one file: the other style sheets only name them."""

import re
from pathlib import Path

import pytest

from generator.site.files.scripts import bare
from tests.projects import ROOT

FOLDER = ROOT / "site_config/assets/css"
TOKENS = "tokens.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
NO_NAMES = re.compile(r"@media[^{]*\{|@page\s*\{[^}]*\}|url\([^)]*\)|\"[^\"]*\"")
"""Where CSS takes no custom property, or where no value can stand."""
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(|"
    r"(?<=[\s:,(])(?:black|white|gr[ae]y|red|green|blue|yellow|orange|purple|navy|teal|silver|maroon)(?=[\s;,)}!])",
    re.IGNORECASE,
)
LENGTH = re.compile(r"(?<![\w-])-?(?!1px\b)(?:\d*\.)?\d+(?:px|r?em|pt|pc|[mc]m|in|ch|ex|q)\b", re.IGNORECASE)
"""Any length but a line of 1px; shares (%, fr, vh) and plain numbers are not lengths."""
NAMED = re.compile(r"(?:font-size|line-height|font-family|box-shadow)\s*:(?!\s*(?:var\(|inherit|none|0\b))[^;}]+")
"""What has its own scale, and may only be taken from it."""
USED, SET = re.compile(r"var\((--aa-[\w-]+)"), re.compile(r"(--aa-[\w-]+)\s*:")


def raw_values(css: str) -> list[str]:
    """The colours and sizes that a style sheet writes by itself."""
    rules = NO_NAMES.sub(" ", COMMENT.sub(" ", css))
    rules = re.sub(r"@font-face\s*\{[^}]*\}", " ", rules)
    return [match.group() for pattern in (COLOUR, LENGTH, NAMED) for match in pattern.finditer(rules)]


def sheets() -> list[Path]:
    return sorted(FOLDER.glob("*.css"))


@pytest.mark.parametrize("sheet", [one for one in sheets() if one.name != TOKENS], ids=lambda one: one.stem)
def test_a_sheet_writes_no_colour_and_no_size(sheet: Path) -> None:
    assert raw_values(sheet.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "css",
    ["a{color:#fff}", "a{color: white}", "a{background:rgb(0 0 0 / 20%)}", "a{margin:-0.5rem}", "a{border:2px solid}",
     "a{font-size:90%}", "a{line-height:1.2}", "@media (min-width: 40em) { a { width: 3em } }"],
)  # fmt: skip
def test_a_raw_value_is_noticed(css: str) -> None:
    assert len(raw_values(css)) == 1


def test_what_is_not_a_raw_value_passes() -> None:
    css = "@media (min-width: 40em) { a { border: 1px solid; margin: 0 auto; width: 100%; color: var(--aa-text) } }"
    assert raw_values(css) == []


def test_every_name_is_set_and_every_name_is_used() -> None:
    texts = {one.name: COMMENT.sub("", one.read_text("utf-8")) for one in sheets()}
    used = {name for text in texts.values() for name in USED.findall(text)}
    assert used == set(SET.findall(texts[TOKENS]))


def test_a_sheet_is_served_without_its_comments() -> None:
    assert bare("/* What. */\na {\n  color: red;\n}\n\n/* More\n   lines. */\nb {}\n") == "a {\ncolor: red;\n}\nb {}\n"
