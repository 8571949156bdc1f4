"""The part of lunr.js that the site serves: its `TokenSet`, out of the copy that MkDocs ships, as an ES module.

The search keeps an index of its own (`index.py` says why) and asks lunr only to look words up. The rest of the library
(stemmer, stop words and ranking, for English) would be four fifths of what a phone fetches and reads before the first
answer, and nothing would call it.
"""

import re
from functools import cache
from importlib.resources import files

from generator.site.files.scripts import bare

_LICENCE = re.compile(r"/\*\*(?:(?!\*/)[\s\S])*@license(?:(?!\*/)[\s\S])*\*/\n")
_SECTION = re.compile(r"^/\*!\n \* lunr\.(\w+)\n", re.MULTILINE)
"""Where a part of the library begins, with its copyright."""
_WANTED = "TokenSet"


@cache
def lunr_javascript() -> bytes:
    """lunr's `TokenSet` with one default export, `{TokenSet}`: no global, so it loads under a strict policy.

    The licence and copyright notices stay. ValueError if MkDocs ships another lunr than this was written for.
    """
    source = files("mkdocs").joinpath("contrib/search/templates/search/lunr.js").read_text("utf-8")
    licence = _LICENCE.match(source)
    starts = [(match[1], match.start()) for match in _SECTION.finditer(source)]
    ends = [start for _, start in starts[1:]]
    parts = [source[start:end] for (name, start), end in zip(starts, ends, strict=False) if name == _WANTED]
    others = set(re.findall(r"\blunr\.(\w+)", bare("".join(parts)))) - {_WANTED}
    if licence is None or len(parts) != 1 or others:
        raise ValueError("lunr.js inside the mkdocs package is not the version that this module knows")
    return f"{licence.group()}const lunr = {{}};\n{bare(parts[0])}export default lunr;\n".encode()
