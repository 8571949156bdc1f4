"""Problems told to a person, to a program, to GitHub."""

import io
import json
from dataclasses import replace

from generator.reading.problem import Problem, errors
from generator.reading.reporters import REPORTERS, report_apart
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


def test_gitlab_shows_a_problem_beside_its_line_and_knows_it_again_when_it_moves() -> None:
    told = json.loads(_told("gitlab", BOTH))
    assert told[0] == {
        "description": 'comuni[1] "x" non è un Comune. Forse «y»?',
        "check_name": "riferimento",
        "fingerprint": told[0]["fingerprint"],
        "severity": "major",
        "location": {"path": "catalogue/valle/a.yaml", "lines": {"begin": 12}},
    }
    assert told[1]["severity"] == "minor"
    moved = json.loads(_told("gitlab", (replace(ERROR, line=40),)))
    assert moved[0]["fingerprint"] == told[0]["fingerprint"]
    twice = json.loads(_told("gitlab", (ERROR, ERROR)))
    assert len({one["fingerprint"] for one in twice}) == 2


def test_sarif_names_rules_and_places() -> None:
    told = json.loads(_told("sarif", BOTH))
    (run,) = told["runs"]
    assert told["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["come-chiederlo", "riferimento"]
    first = run["results"][0]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "riferimento"
    assert first["level"] == "error"
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "catalogue/valle/a.yaml"},
        "region": {"startLine": 12, "startColumn": 9},
    }


def test_a_markdown_comment_is_a_table_in_which_nothing_runs_links_or_mentions() -> None:
    bad = Problem("a.yaml", 1, 1, "sintassi", "", "@tutti [x](https://x.example) | <img src=x> `a` #3.", "Ok.")
    told = _told("markdown", (ERROR, bad))
    assert '| 🔴 | catalogue/valle/a.yaml, riga 12 (comuni&#91;1&#93;) | "x" non è un Comune. | Forse «y»? |' in told
    assert not set("@<`") & set(told)
    assert "](" not in told
    assert "://" not in told
    assert all(line.count("|") == 5 for line in told.splitlines() if line.startswith("|"))
    assert _told("markdown", ()) == "**7 file letti: nessun problema.**\n"


def test_what_was_changed_is_told_first_and_apart_to_people() -> None:
    stream = io.StringIO()
    report_apart("terminale", (WARNING,), (ERROR,), 7, stream)
    told = stream.getvalue()
    assert told.index("Nei file che hai cambiato") < told.index("b.yaml") < told.index("In altri file")
    assert told.index("In altri file") < told.index("a.yaml")
    stream = io.StringIO()
    report_apart("json", (WARNING,), (ERROR,), 7, stream)
    assert [one["file"] for one in json.loads(stream.getvalue())["problemi"]] == [WARNING.file, ERROR.file]
