"""The theme's chrome, rendered once: a catalogue page is set into it where the marks stand.

MkDocs renders one empty page four folders deep, so that every address of the chrome begins with the same way back to
the root; for another page only that way changes. So the cost of a page does not depend on the theme.
"""

import re
from dataclasses import dataclass, field

SOURCE = "guscio/guscio/guscio/guscio.md"
"""The empty page that MkDocs renders to make the shell."""
HEAD, TOP, PATH, CONTENT = "<!--aa:head-->", "<!--aa:top-->", "<!--aa:path-->", "<!--aa:content-->"
"""Where a page's head, first link, path and content are set in."""

_WAY_BACK = re.compile(r'(?<=["\'])\.\./\.\./\.\./\.\.(?:/|(?=["\']))')
_ROOT = "\x00"


class ShellError(ValueError):
    """The theme did not leave the marks where a page is set in."""


@dataclass
class Shell:
    """The chrome in four pieces, divided at the marks of the head, of the top and of the content."""

    pieces: tuple[str, str, str, str]
    _at: dict[str, tuple[str, str, str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, html: str) -> "Shell":
        """Takes the rendered empty page apart. Raises ShellError if a mark is missing."""
        if any(html.count(mark) != 1 for mark in (HEAD, TOP, CONTENT)):
            raise ShellError(f"Il tema deve contenere una volta ciascuno «{HEAD}», «{TOP}» e «{CONTENT}».")
        before, _, rest = html.partition(HEAD)
        head, _, rest = rest.partition(TOP)
        middle, _, after = rest.partition(CONTENT)
        squeezed = (re.sub(r"\n\s*(?=\n)", "", _WAY_BACK.sub(_ROOT, piece)) for piece in (before, head, middle, after))
        first, second, third, fourth = squeezed
        return cls((first, second, third, fourth))

    def fill(self, root: str, head: str, content: str, top: str = "") -> str:
        """The whole page. `root` is the way from the page back to the site's root; `top` comes before everything."""
        pieces = self._at.get(root)
        if pieces is None:
            first, second, third, fourth = (piece.replace(_ROOT, root) for piece in self.pieces)
            pieces = self._at[root] = (first, second, third, fourth)
        return f"{pieces[0]}{head}{pieces[1]}{top}{pieces[2]}{content}{pieces[3]}"
