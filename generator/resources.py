"""Where templates, styles and default pages are: in the project, else inside the installed package."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def folders(name: str, project: Path) -> tuple[Path, ...]:
    """The folders named `site_config` or `content`, the project's own first: what it lacks comes from the package."""
    candidates = (project / name, _HERE / f"_{name}", _HERE.parent / name)
    return tuple(dict.fromkeys(path.resolve() for path in candidates if path.is_dir()))


def first(name: str, file: str, project: Path) -> Path:
    """The first of those folders' files with this name. Raises FileNotFoundError if none has it."""
    for folder in folders(name, project):
        if (folder / file).is_file():
            return folder / file
    raise FileNotFoundError(f"{name}/{file}")
