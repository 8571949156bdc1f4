"""A page before it is rendered: where it lives, how search engines see it, which template shows which view."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere. `url` counts from the site's root."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the catalogue. `view` makes the template's values and is only called when the page is rendered."""

    url: str
    template: str
    title: str
    description: str
    view: Callable[[], Mapping[str, Any]]
    path: tuple[Link, ...] = ()
    indexed: bool = True
    structured_data: Callable[[], str] | None = None
    sensitive: bool = False
    """Whether the page is about violence or abuse."""


HOME = Link("Home", "")
