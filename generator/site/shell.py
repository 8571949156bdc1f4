"""The theme's chrome, rendered once: a catalogue page is set into it where the marks stand.

MkDocs renders one empty page four folders deep, so that every address of the chrome begins with the same way back to
the root; for another page only that way changes. So the cost of a page does not depend on the theme.
"""

import re
from dataclasses import dataclass, field

SOURCE = "guscio/guscio/guscio/guscio.md"
"""The empty page that MkDocs renders to make the shell."""
HEAD, PATH, CONTENT = "<!--aa:head-->", "<!--aa:path-->", "<!--aa:content-->"

_WAY_BACK = re.compile(r'(?<=["\'])\.\./\.\./\.\./\.\.(?:/|(?=["\']))')
_ROOT = "\x00"


class ShellError(ValueError):
    """The theme did not leave the marks where a page is set in."""


@dataclass
class Shell:
    """The chrome in three pieces: before the head's mark, up to the content's mark, after it."""

    pieces: tuple[str, str, str]
    _at: dict[str, tuple[str, str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, html: str) -> "Shell":
        """Takes the rendered empty page apart. Raises ShellError if a mark is missing."""
        if html.count(HEAD) != 1 or html.count(CONTENT) != 1:
            raise ShellError(f"Il tema deve contenere una volta «{HEAD}» e una volta «{CONTENT}».")
        before, _, rest = html.partition(HEAD)
        middle, _, after = rest.partition(CONTENT)
        squeezed = (re.sub(r"\n\s*(?=\n)", "", _WAY_BACK.sub(_ROOT, piece)) for piece in (before, middle, after))
        first, second, third = squeezed
        return cls((first, second, third))

    def fill(self, root: str, head: str, content: str) -> str:
        """The whole page. `root` is the way from the page back to the site's root."""
        pieces = self._at.get(root)
        if pieces is None:
            first, second, third = (piece.replace(_ROOT, root) for piece in self.pieces)
            pieces = self._at[root] = (first, second, third)
        return f"{pieces[0]}{head}{pieces[1]}{content}{pieces[2]}"
