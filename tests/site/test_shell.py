"""The shell: taken apart once, filled for any page."""

import pytest

from generator.site.shell import Shell, ShellError

HTML = (
    '<head><!--aa:head--><link href="../../../../a.css"></head><!--aa:top-->'
    '<a href="../../../../">Home</a><!--aa:content--></body>'
)


def test_the_way_to_the_root_follows_the_page() -> None:
    page = Shell.of(HTML).fill("../", "<title>x</title>", "<h1>y</h1>")
    assert page == '<head><title>x</title><link href="../a.css"></head><a href="../">Home</a><h1>y</h1></body>'


@pytest.mark.parametrize("mark", ["<!--aa:head-->", "<!--aa:top-->", "<!--aa:content-->"])
def test_a_theme_without_a_mark_is_refused(mark: str) -> None:
    with pytest.raises(ShellError, match="aa:"):
        Shell.of(HTML.replace(mark, ""))
