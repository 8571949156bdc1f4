"""Problems told to a person, to a program, to GitHub."""

import io
import json

from generator.reading.problem import Problem, errors
from generator.reading.reporters import REPORTERS
from generator.reading.reporters.terminal import summary

ERROR = Problem("catalogue/valle/a.yaml", 12, 9, "riferimento", "comuni[1]", '"x" non è un Comune.', "Forse «y»?")
WARNING = Problem("catalogue/valle/b.yaml", 1, 1, "come-chiederlo", "", "non dice come chiederlo.")
BOTH = (ERROR, WARNING)


def _told(name: str, problems: tuple[Problem, ...], files: int = 7) -> str:
    stream = io.StringIO()
    REPORTERS[name](problems, files, stream)
    return stream.getvalue()


def test_the_terminal_says_place_message_and_remedy() -> None:
    assert _told("terminale", BOTH) == (
        'catalogue/valle/a.yaml:12:9 comuni[1]: "x" non è un Comune. [errore]\n'
        "    → Forse «y»?\n"
        "catalogue/valle/b.yaml:1:1 non dice come chiederlo. [avviso]\n"
        "7 file letti: 1 errore, 1 avviso.\n"
    )


def test_the_terminal_takes_no_text_for_its_own_marks() -> None:
    text = "[bold]non grassetto[/bold] :smile: [link=https://x.example]y[/link]"
    assert text in _told("terminale", (Problem("a.yaml", 1, 1, "sintassi", "", text),))


def test_the_terminal_does_not_cut_long_lines() -> None:
    text = "parola " * 80
    assert text.strip() in _told("terminale", (Problem("a.yaml", 1, 1, "sintassi", "", text.strip() + "."),))


def test_the_count_agrees_in_number() -> None:
    assert summary((), 350) == "350 file letti: nessun problema."
    assert summary((ERROR, ERROR), 1).endswith("2 errori, 0 avvisi.")


def test_json_holds_every_part_of_a_problem() -> None:
    told = json.loads(_told("json", BOTH))
    assert {key: told[key] for key in ("file_letti", "errori", "avvisi")} == {
        "file_letti": 7,
        "errori": 1,
        "avvisi": 1,
    }
    assert told["problemi"][0] == {
        "file": "catalogue/valle/a.yaml",
        "line": 12,
        "column": 9,
        "code": "riferimento",
        "path": "comuni[1]",
        "message": '"x" non è un Comune.',
        "remedy": "Forse «y»?",
        "severity": "errore",
    }
    assert "è" in _told("json", BOTH)


def test_github_shows_a_problem_beside_its_line() -> None:
    lines = _told("github", BOTH).splitlines()
    assert lines == [
        "::error file=catalogue/valle/a.yaml,line=12,col=9,title=riferimento::"
        'comuni[1]: "x" non è un Comune. Forse «y»?',
        "::warning file=catalogue/valle/b.yaml,line=1,col=1,title=come-chiederlo::non dice come chiederlo.",
        "7 file letti: 1 errore, 1 avviso.",
    ]


def test_github_takes_no_text_for_a_command() -> None:
    message = "50%\n::error file=x::preso\r"
    told = _told("github", (Problem("a,b:c%\n.yaml", 1, 2, "sintassi", "", message, "Ok."),))
    assert told.splitlines()[0] == (
        "::error file=a%2Cb%3Ac%25%0A.yaml,line=1,col=2,title=sintassi::50%25%0A::error file=x::preso%0D Ok."
    )


def test_only_errors_stop_a_build() -> None:
    assert errors(BOTH) == (ERROR,)
    assert str(ERROR) == 'catalogue/valle/a.yaml:12:9 comuni[1]: "x" non è un Comune. Forse «y»?'
    assert str(WARNING) == "catalogue/valle/b.yaml:1:1 non dice come chiederlo."
