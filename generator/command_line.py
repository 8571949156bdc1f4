"""What the `ambito` command says around its answers: help and errors of use, in plain Italian lines."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from generator.reading.sentences import nearest

HELP = "--help"
WIDEST = 100
"""Columns: longer lines are hard to follow."""


class Commands(TyperGroup):
    """The commands. Only their frame is here: what typer would say of them in English."""

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, *rest: Any, **settings: Any) -> Any:
        """Runs a command and ends the program with its status; 2 where the command was not written well."""
        given = list(sys.argv[1:] if args is None else args)
        if not given or HELP in given:
            sys.stdout.write(self._help(given))
            sys.exit(0 if given else 2)
        settings["standalone_mode"] = False  # so that what goes wrong comes here
        try:
            if not given[0].startswith("-") and given[0] not in self.commands:
                raise typer.BadParameter(f"«{given[0]}» non è un comando. {nearest(given[0], self.commands)}".strip())
            status = super().main(given, prog_name, *rest, **settings)
        except typer.Abort:
            status = 1
        except typer.TyperException as failure:
            name = given[0] if given[0] in self.commands else ""
            sys.stderr.write(f"{_said(failure)}\n{' '.join(['Come si usa: ambito', name]).strip()} {HELP}\n")
            status = 2
        sys.exit(status if isinstance(status, int) else 0)

    def _help(self, given: Sequence[str]) -> str:
        command = next((self.commands[word] for word in given if word in self.commands), None)
        if isinstance(command, TyperCommand):
            return _help_of(command)
        rows = [(name, str(one.help or "")) for name, one in self.commands.items()]
        return (
            f"{self.help}\n\nUso: ambito COMANDO\n\n{_table(rows)}\nDi un comando dice di più: ambito COMANDO {HELP}\n"
        )


def _help_of(command: TyperCommand) -> str:
    arguments = [one for one in command.params if isinstance(one, TyperArgument)]
    options = [one for one in command.params if isinstance(one, TyperOption)]
    uses = ["ambito", str(command.name), *(["[opzioni]"] if options else []), *(_use(one) for one in arguments)]
    rows = [*((_word(one), _told(one)) for one in arguments), *((one.opts[0], _told(one)) for one in options)]
    parts = [f"Uso: {' '.join(uses)}\n", f"{_filled(str(command.help or ''))}\n", *([_table(rows)] if rows else [])]
    return "\n".join(parts)


def _word(argument: TyperArgument) -> str:
    return str(argument.name).upper()


def _use(argument: TyperArgument) -> str:
    word = f"{_word(argument)}…" if argument.nargs != 1 else _word(argument)
    return word if argument.required else f"[{word}]"


def _told(parameter: TyperArgument | TyperOption) -> str:
    default = parameter.default
    missing = f" Se manca: {default}." if default not in (None, "", False) and not callable(default) else ""
    return f"{parameter.help or ''}{missing}"


def _filled(text: str, indent: str = "", first: str = "") -> str:
    width = min(WIDEST, shutil.get_terminal_size().columns)
    flat = " ".join(text.split())
    return textwrap.fill(flat, width, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False)


def _table(rows: Iterable[tuple[str, str]]) -> str:
    rows = list(rows)
    column = max(len(name) for name, _ in rows) + 4
    return "".join(f"{_filled(text, ' ' * column, f'  {name}'.ljust(column))}\n" for name, text in rows)


def _said(failure: typer.TyperException) -> str:
    """What was not written well. What our own commands say is a sentence already."""
    parameter, option = getattr(failure, "param", None), getattr(failure, "option_name", "")
    match type(failure).__name__:
        case "MissingParameter" if isinstance(parameter, TyperArgument):
            return f"Manca {_word(parameter)}. {parameter.help or ''}".strip()
        case "NoSuchOption":
            return f"«{option}» non è un'opzione di questo comando.{_perhaps(failure)}"
        case "BadOptionUsage":
            return f"«{option}» è scritta male: le manca un valore, o ne ha uno che non serve."
        case "BadParameter" if isinstance(parameter, TyperOption | TyperArgument):
            name = parameter.opts[0] if isinstance(parameter, TyperOption) else _word(parameter)
            return f"«{name}»: questo valore non va. {parameter.help or ''}".strip()
        case "BadParameter":
            return failure.message
    return "C'è una parola di troppo."


def _perhaps(failure: typer.TyperException) -> str:
    alike = sorted(getattr(failure, "possibilities", None) or ())
    return f" Forse intendevi {' o '.join(alike)}?" if alike else ""
