"""lunr.js as the site serves it: the copy that MkDocs ships, as an ES module, without its comments."""

import re
from functools import cache
from importlib.resources import files

_LICENCE = re.compile(r"/\*\*(?:(?!\*/)[\s\S])*@license(?:(?!\*/)[\s\S])*\*/\n")
# Only comments that have their lines to themselves, so that nothing in a string or an expression is touched;
# those that begin with `/*!` are notices and stay.
_COMMENT = re.compile(r"^[ \t]*/\*(?!!)(?:(?!\*/)[\s\S])*\*/[ \t]*\n|^[ \t]*//.*\n", re.MULTILINE)
_MARGIN = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n{2,}")


@cache
def lunr_javascript() -> bytes:
    """lunr.js with one default export: no global, and `import()` loads it under a strict policy.

    Its licence and copyright notices stay. ValueError if MkDocs ships another lunr than this was written for.
    """
    source = files("mkdocs").joinpath("contrib/search/templates/search/lunr.js").read_text("utf-8")
    licence = _LICENCE.match(source)
    # The only use of the global object, which a module does not have as `this`: where to write warnings.
    if licence is None or source.count("})(this)") != 1 or source.count("module.exports = factory()") != 1:
        raise ValueError("lunr.js inside the mkdocs package is not the version that this module knows")
    body = _MARGIN.sub("", _COMMENT.sub("", source[licence.end() :])).replace("})(this)", "})(globalThis)")
    return (
        f"{licence.group()}const module = {{ exports: {{}} }}, exports = module.exports;\n"
        f"{_EMPTY_LINES.sub(chr(10), body).strip()}\nexport default module.exports;\n"
    ).encode()
