"""The scripts of the search as they are served: a few files instead of twenty.

A module that imports others is a chain of requests, each a whole journey to the server and back: on a slow phone that
was seconds before the first suggestion. So where a chain begins (the box, the results page, the worker) the modules
that it needs come in the same file, each in a function of its own with its exports as the result. The sources stay
plain modules, and so do the files: no parser is at work, only imports and exports as our style writes them.
"""

import posixpath
import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import (\{[^}]*\}|\* as \w+) from "(\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|const|class) (\w+)", re.MULTILINE)
_OTHER = re.compile(
    r'^(?:import|export) (?!\{[^}]*\} from "\.|\* as \w+ from "\.|(?:async )?function|const|class).*', re.MULTILINE
)


def bundle(entry: str, scripts: Mapping[str, str]) -> str:
    """The module at path `entry` with those that it imports, from `scripts` by path.

    ValueError at an import or export that is not written in our style, or modules that import each other.
    """
    found: dict[str, str] = {}
    _collect(entry, scripts, found, ())
    own = found.pop(entry)
    return "".join(_wrapped(path, source) for path, source in found.items()) + _linked(entry, own)


def _collect(path: str, scripts: Mapping[str, str], found: dict[str, str], above: tuple[str, ...]) -> None:
    """Adds the module after those that it imports."""
    if path in above:
        raise ValueError(f"{path}: imports itself, by way of {', '.join(above)}")
    if path in found:
        return
    source = scripts[path]
    if other := _OTHER.search(source):
        raise ValueError(f"{path}: «{other.group()}» is not an import or export of our style")
    for match in _IMPORT.finditer(source):
        _collect(_path(path, match[2]), scripts, found, (*above, path))
    found[path] = source


def _wrapped(path: str, source: str) -> str:
    names = ", ".join(match[2] for match in _EXPORT.finditer(source))
    body = _EXPORT.sub(r"\1 \2", _linked(path, source))
    return f"const {_name(path)} = (() => {{\n{body}return {{ {names} }};\n}})();\n"


def _linked(path: str, source: str) -> str:
    """The module with constants in place of its imports."""
    return _IMPORT.sub(
        lambda match: f"const {match[1].removeprefix('* as ')} = {_name(_path(path, match[2]))};\n", source
    )


def _path(importer: str, imported: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), imported))


def _name(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path.removesuffix(".js"))
