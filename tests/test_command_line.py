"""Help and errors of use: in Italian, one thing to do, status 2."""

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from generator.cli import app
from generator.command_line import Commands

ENGLISH = ("Usage", "Options", "Arguments", "Commands", "Show this", "Invalid", "Missing", "No such", "Error", "Try ")
GROUP = get_command(app)
assert isinstance(GROUP, Commands)
COMMANDS = GROUP.commands


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_is_in_italian_and_says_every_option(name: str) -> None:
    told = CliRunner().invoke(app, [name, "--help"])
    assert told.exit_code == 0
    assert told.output.startswith(f"Uso: ambito {name}")
    assert not [word for word in ENGLISH if word in told.output]
    for parameter in COMMANDS[name].params:
        assert str(parameter.name).upper() in told.output or parameter.opts[0] in told.output
        assert getattr(parameter, "help", ""), parameter.name


def test_the_commands_are_listed_with_what_they_do() -> None:
    told = CliRunner().invoke(app, ["--help"])
    assert told.exit_code == 0
    assert all(f"  {name} " in told.output for name in COMMANDS)
    assert (CliRunner().invoke(app, []).exit_code, CliRunner().invoke(app, []).output) == (2, told.output)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("differenz", '«differenz» non è un comando. Forse intendevi "differenze"?'),
        ("differenze", "Manca BASE. La versione di prima"),
        ("scadenze --giorni tre", "«--giorni»: questo valore non va. Quanti giorni guardare avanti."),
        ("scadenze --giorni -1", "«--giorni»: questo valore non va."),
        ("scadenze --gior 3", "«--gior» non è un'opzione di questo comando. Forse intendevi --giorni?"),
        ("scadenze --formato", "«--formato» è scritta male"),
        ("scadenze oggi domani", "C'è una parola di troppo."),
        ("scadenze --formato xml", "«xml» non è un formato. Quelli previsti: terminale"),
        ("--versione", "«--versione» non è un'opzione"),
    ],
)
def test_what_is_written_badly_is_said_in_one_sentence(given: str, said: str) -> None:
    told = CliRunner().invoke(app, given.split())
    assert told.exit_code == 2
    assert told.output.startswith(said)
    assert told.output.splitlines()[-1].startswith("Come si usa: ambito")
    assert not [word for word in ENGLISH if word in told.output]
    assert told.stdout == ""
