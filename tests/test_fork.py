"""What the READMEs tell who makes a site for another Ambito: followed to the letter, it gives a site."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.projects import ROOT, ambito

READMES = pytest.mark.parametrize("readme", ["README.md", "README.it.md"])
_BLOCK = re.compile(r"^   ```(sh|yaml)\n(.*?)^   ```$", re.MULTILINE | re.DOTALL)


def _told(readme: str) -> tuple[str, dict[str, str]]:
    """The command to run and the files to write."""
    blocks = [(kind, re.sub(r"^   ", "", text, flags=re.MULTILINE)) for kind, text in _BLOCK.findall(_text(readme))]
    (command,) = (text for kind, text in blocks if kind == "sh")
    files = (text.split("\n", 1) for kind, text in blocks if kind == "yaml")
    return command, {first.removeprefix("# "): rest for first, rest in files}


def _text(readme: str) -> str:
    return (ROOT / readme).read_text(encoding="utf-8")


@READMES
def test_another_ambito_has_its_site_in_the_steps_that_are_told(readme: str, tmp_path: Path) -> None:
    for folder in ("catalogue", "content", "site_config"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    command, files = _told(readme)
    subprocess.run(command, shell=True, cwd=tmp_path, check=True)
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")

    checked = ambito(tmp_path, "check")
    assert checked.returncode == 0, checked.stdout
    made = ambito(tmp_path, "build")
    assert made.returncode == 0, made.stderr
    assert "0 schede, 1 Comune e 2 enti" in made.stdout
    assert "Pontelungo" in (tmp_path / "site/comuni/pontelungo/index.html").read_text(encoding="utf-8")
    new = ambito(tmp_path, "nuova", "servizio", "--ambito", "valle", "--nome", "Aiuto a casa")
    assert new.returncode == 0, new.stderr
    asked = ambito(tmp_path, "check").stdout
    assert "catalogue/valle/servizi/aiuto-a-casa.yaml" in asked
    assert "questo campo è obbligatorio" in asked
