"""Text from strangers becomes safe HTML."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.text import first_sentence, rich


def test_plain_text_becomes_paragraphs() -> None:
    assert rich("Uno.\n\nDue.") == "<p>Uno.</p><p>Due.</p>"


def test_markdown_becomes_lists_bold_and_links() -> None:
    html = rich("- **uno**\n- [due](https://example.org/a?b=1&c=2)")
    assert "<li><strong>uno</strong></li>" in html
    assert '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer">due</a>' in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "**<img src=x onerror=alert(1)>**",
        "[clic](javascript:alert(1))",
        "[clic](data:text/html;base64,PHNjcmlwdD4=)",
        '[a](https://x.it" onmouseover="alert(1))',
        "![foto](https://altro.example/x.png)",
        "`<b onclick=x>`",
        "<style>*{}</style> _x_",
    ],
)
def test_nothing_that_runs_or_loads_survives(text: str) -> None:
    html = rich(text).lower()
    assert [bad for bad in ("<script", "<img", "<style", "<b", 'href="javascript', 'href="data') if bad in html] == []
    assert re.search(r"<[^>]*\son\w+\s*=", html) is None


@given(st.text(alphabet=st.sampled_from("<>&\"'ab*_[]()#`!\n -./:;="), max_size=80))
def test_no_text_opens_a_tag_that_is_not_allowed(text: str) -> None:
    html = rich(text)
    opened = {piece.split(">")[0].split(" ")[0].strip("/") for piece in html.split("<")[1:]}
    assert opened <= {"p", "ul", "ol", "li", "strong", "em", "a", "br", "code", "h3", "h4", "blockquote"}


def test_the_first_sentence_is_cut_at_a_word() -> None:
    assert first_sentence("Questa è una frase abbastanza lunga. E questa no.") == "Questa è una frase abbastanza lunga."
    assert first_sentence("parola " * 60, 40).endswith("parola…")
