"""The documents are complete: every command is in both READMEs."""

import pytest
from typer.main import get_command

from generator.cli import app
from tests.projects import ROOT


@pytest.mark.parametrize("file", ["README.md", "README.it.md"])
def test_every_command_is_in_the_readme(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    commands = get_command(app).commands  # type: ignore[attr-defined]  # a group of commands
    assert [name for name in commands if f"`ambito {name}" not in text] == []
