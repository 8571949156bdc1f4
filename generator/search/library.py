"""lunr.js as the site serves it: the copy that MkDocs ships, as an ES module, without its comments."""

import re
from functools import cache
from importlib.resources import files

from generator.site.scripts import bare

_LICENCE = re.compile(r"/\*\*(?:(?!\*/)[\s\S])*@license(?:(?!\*/)[\s\S])*\*/\n")


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
    body = bare(source[licence.end() :]).replace("})(this)", "})(globalThis)")
    return (
        f"{licence.group()}const module = {{ exports: {{}} }}, exports = module.exports;\n"
        f"{body}export default module.exports;\n"
    ).encode()
