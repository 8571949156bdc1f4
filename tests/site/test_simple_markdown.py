"""The quick way through simple Markdown against Markdown itself."""

from hypothesis import example, given
from hypothesis import strategies as st

from generator.site.text import _of_markdown, _of_simple_markdown

PIECES = (
    *("a", "bb", "è", "1", ".", ":", ",", '"', "'", "%", "(", ")", "!", "@", "http://a.it", "a@b.it", " ", "  "),
    *(
        "**",
        "*",
        "**x y**",
        "**z**",
        "- ",
        "-",
        "\n",
        "\n\n",
        "\n- ",
        "\n- x",
        "\n\n- q",
        "1. ",
        "1)",
        "+ ",
        "=",
        "---",
    ),
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join).map(str.strip).filter(bool))
@example("- **Chi ha bisogno**: bambini\n- Chi offre\n\nUn paragrafo\nsu due righe.")
@example("- --")
@example("**a****b**")
def test_what_is_simple_reads_as_markdown_reads_it(text: str) -> None:
    quick = _of_simple_markdown(text)
    assert quick is None or quick == _of_markdown(text)


def test_a_list_and_bold_are_simple() -> None:
    text = "- **Chi ha bisogno**: bambini e ragazzi\n- Chi offre\n\nAltro."
    assert _of_simple_markdown(text) == (
        "<ul>\n<li><strong>Chi ha bisogno</strong>: bambini e ragazzi</li>\n<li>Chi offre</li>\n</ul>\n<p>Altro.</p>"
    )
