"""YAML as an editor or a form reads it: the core schema of YAML 1.2 (yaml.org/spec/1.2.2, 10.3.2)."""

import re
from typing import Any

import yaml


class _Core(yaml.CSafeLoader):
    """PyYAML's scanner with the plain scalars of YAML 1.2: no dates, no `yes`, no base-60 times."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # PyYAML's own way


def _plain(tag: str, pattern: str, begin: str) -> None:
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(begin))


_plain("null", r"^(?:null|Null|NULL|~|)$", "nN~")
_plain("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF")
_plain("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", "-+0123456789")
_plain("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789")
_Core.add_constructor(
    "tag:yaml.org,2002:int",
    lambda loader, node: _whole(str(loader.construct_scalar(node))),  # type: ignore[arg-type]  # a scalar by its tag
)


def _whole(text: str) -> int:
    bases = {"0o": 8, "0x": 16}
    return int(text[2:], bases[text[:2]]) if text[:2] in bases else int(text, 10)


def read(text: str) -> Any:
    """The values of a YAML text, with the types that YAML 1.2 gives them."""
    return yaml.load(text, Loader=_Core)  # a SafeLoader
