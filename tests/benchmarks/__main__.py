"""`python -m tests.benchmarks`: measures, prints one table, and ends with 1 if a budget is exceeded."""

import argparse
import os
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from generator.clock import today
from generator.site.labels import day
from tests.benchmarks.measures import MEASURES, Bench, Row


def main() -> int:
    """Reads the options and runs the measures. Returns the exit status."""
    options = _options()
    console = Console()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="ambito-bench-", dir=options.cartella) as folder:
        bench = Bench(Path(folder), options.veloce, 1 if options.veloce else 3)
        for name in options.solo or MEASURES:
            with console.status(f"misuro: {name}"):
                rows.extend(MEASURES[name](bench))
    title = f"{day(today())}, {os.cpu_count()} processori"
    console.print(_table(title, rows))
    if options.markdown:
        options.markdown.write_text(_markdown(title, rows), encoding="utf-8")
    return 1 if any(row.good is False for row in rows) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description="Misura tempi, memoria e pesi.")
    parser.add_argument("--veloce", action="store_true", help="cataloghi quattro volte più piccoli, una prova sola")
    parser.add_argument("--solo", nargs="+", choices=sorted(MEASURES), metavar="MISURA", help=", ".join(MEASURES))
    parser.add_argument("--cartella", type=Path, default=_in_memory(), help="dove costruire (in memoria, se si può)")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="scrive anche la tabella in Markdown")
    return parser.parse_args()


def _in_memory() -> Path | None:
    """A folder in memory, so that the disk of the moment decides nothing; `TMPDIR` says another."""
    folder = Path("/dev/shm")
    return folder if "TMPDIR" not in os.environ and os.access(folder, os.W_OK) else None


def _table(title: str, rows: list[Row]) -> Table:
    table = Table("che cosa", "misurato", "limite", "", title=title)
    for row in rows:
        table.add_row(row.what.replace("`", ""), row.measured, row.budget, _mark(row, "[green]sì[/]", "[red]no[/]"))
    return table


def _markdown(title: str, rows: list[Row]) -> str:
    lines = [f"| {row.what} | {row.measured} | {row.budget} | {_mark(row, 'sì', '**no**')} |" for row in rows]
    return "\n".join([f"{title}.", "", "| che cosa | misurato | limite | entro |", "|---|---|---|---|", *lines, ""])


def _mark(row: Row, good: str, bad: str) -> str:
    return "" if row.good is None else good if row.good else bad


if __name__ == "__main__":
    raise SystemExit(main())
