"""The workflows and forms are valid, safe for proposals by strangers, and ask for no more than they need."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.editing.yaml12 import read
from tests.projects import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
TOOLS = Path(sys.executable).parent


def _passes(*command: str | Path) -> None:
    done = subprocess.run([TOOLS / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _read(path: Path) -> Any:
    return read(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [ROOT / ".github/ISSUE_TEMPLATE/config.yml"]),
        ("vendor.gitlab-ci", [ROOT / ".gitlab-ci.yml"]),
    ],
)
def test_they_follow_the_schemas_of_their_hosts(schema: str, files: list[Path]) -> None:
    _passes("check-jsonschema", "--builtin-schema", schema, *files)


def test_zizmor_finds_nothing() -> None:
    _passes("zizmor", "--offline", "--pedantic", "--quiet", ".github")


def test_a_proposal_runs_without_secrets_and_can_write_nothing() -> None:
    path = ROOT / ".github/workflows/pr.yml"
    workflow = _read(path)
    assert list(workflow["on"]) == ["pull_request"]
    assert workflow["permissions"] == {}
    assert all(job["permissions"] == {"contents": "read"} for job in workflow["jobs"].values())
    text = "\n".join(line.partition("#")[0] for line in path.read_text(encoding="utf-8").splitlines())
    assert "secrets." not in text
    assert "pull_request_target" not in text


def test_no_text_of_a_proposal_stands_inside_a_command() -> None:
    for path in WORKFLOWS:
        for job in _read(path)["jobs"].values():
            for step in job["steps"]:
                assert "${{" not in step.get("run", ""), step


def test_the_check_runs_first_and_alone() -> None:
    jobs = _read(ROOT / ".github/workflows/pr.yml")["jobs"]
    assert [name for name, job in jobs.items() if "needs" not in job] == ["controllo"]
    assert all(job.get("needs") == "controllo" for name, job in jobs.items() if name != "controllo")
    gitlab = _read(ROOT / ".gitlab-ci.yml")
    assert gitlab["stages"] == ["controllo", "prove"]
    assert {name for name, job in gitlab.items() if isinstance(job, dict) and job.get("stage") == "prove"} == {
        "prove",
        "anteprima",
    }


def test_every_action_is_pinned_to_a_commit() -> None:
    for path in WORKFLOWS:
        for job in _read(path)["jobs"].values():
            for step in job["steps"]:
                version = step.get("uses", "x@" + "0" * 40).partition("@")[2]
                assert len(version) == 40, step


def test_every_command_that_a_workflow_runs_is_there() -> None:
    from typer.main import get_command

    from generator.cli import app

    known = set(get_command(app).commands)  # type: ignore[attr-defined]
    for path in (*WORKFLOWS, ROOT / ".gitlab-ci.yml"):
        used = {line.split(".venv/bin/ambito ")[1].split()[0] for line in _lines(path)}
        assert used <= known, path


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if ".venv/bin/ambito " in line]


def test_a_citizen_is_warned_that_a_report_is_public() -> None:
    text = (ROOT / ".github/ISSUE_TEMPLATE/segnalazione.yml").read_text(encoding="utf-8")
    assert "Questa segnalazione è pubblica" in text
    assert "id: scheda" in text  # the page fills it in


def test_a_proposal_is_asked_the_same_on_both_hosts() -> None:
    github = ROOT / ".github/PULL_REQUEST_TEMPLATE.md"
    assert (ROOT / ".gitlab/merge_request_templates/Default.md").read_bytes() == github.read_bytes()
