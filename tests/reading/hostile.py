"""Run by `test_limits.py` in a process of its own: reads hostile files one by one and prints what each one cost."""

import io
import json
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from generator.reading.loader import MAX_BYTES
from generator.reading.reading import read_catalogue
from generator.reading.reporters import REPORTERS
from tests.reading.examples import DAY, copy_of_base, place
from tests.reading.faults import FAULTS, GOOD

SIZE = MAX_BYTES - 2000
HOURS = "{ giorni: [lun, mar, mer, gio, ven, sab, dom], dalle: 9:00, alle: 18:00 },"
CONDITION = "{ non: "


def _full(piece: str, start: str = "", end: str = "") -> str:
    return start + piece * ((SIZE - len(start) - len(end)) // len(piece.encode())) + end


def _laughs() -> str:
    lines = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 4000)]
    return "a0: &a0 [ah]\n" + "\n".join(lines)


HOSTILE: dict[str, tuple[str, str | bytes]] = {
    "brackets": ("servizi", _full("[")),
    "braces": ("servizi", _full("{")),
    "nested keys": ("servizi", _full("? ")),
    "hyphens": ("servizi", _full("- ")),
    "empty entries": ("servizi", _full("- \n")),
    "empty entries in a known list": ("servizi", _full("  -\n", GOOD + "cosa_serve:\n")),
    "the same key": ("servizi", _full("a: b\n")),
    "unknown keys": ("servizi", GOOD + "".join(f"k{n}: x\n" for n in range(20000))),
    "anchors": ("servizi", _full("- &a x\n")),
    "aliases": ("servizi", _full("- *a\n")),
    "tags": ("servizi", _full("- !t x\n")),
    "merges": ("servizi", _full("- <<: {a: b}\n")),
    "billion laughs": ("servizi", _laughs()),
    "tabulations": ("servizi", _full("\t")),
    "an open quote": ("servizi", _full("x", 'nome: "')),
    "quotes": ("servizi", _full("'")),
    "escapes": ("servizi", _full("\\u202e", 'nome: "', '"')),
    "percent signs": ("servizi", _full("%")),
    "hash signs": ("servizi", _full("#\n")),
    "line ends": ("servizi", _full("\n")),
    "colons": ("servizi", _full("a: ")),
    "a long key": ("servizi", _full("a", "? ", "\n: b\n")),
    "a long text": ("servizi", _full("x ", GOOD + "costo: ")),
    "a long number": ("servizi", _full("9", GOOD + "finanziamenti: [{ fonte: x, importo: ", " }]")),
    "signs of code": ("servizi", _full("< ", GOOD + 'costo: "', '"')),
    "a script spread out": ("servizi", _full(" ", GOOD + 'costo: "javascript', '"')),
    "question marks": ("servizi", _full("(?", GOOD + 'costo: "', '"')),
    "abbreviated notes": ("servizi", _full("da verificare ", GOOD + 'costo: "', '"')),
    "overlapping hours": (
        "servizi",
        _full(HOURS, GOOD + "sedi: [{ sede: municipio-di-valdirose, orari: [", "] }]"),
    ),
    "many places with the same hours": (
        "servizi",
        _full(f"{{ sede: municipio-di-valdirose, orari: [{HOURS * 90}] }},", GOOD + "sedi: [", "]"),
    ),
    "references to nothing": ("servizi", _full("nulla-di-nulla,", GOOD + "collegate: [", "]")),
    "conditions": ("servizi", GOOD + "requisiti: [{ testo: x, condizione: " + CONDITION * 1000),
    "many conditions": (
        "servizi",
        _full("{ eta: {} },", GOOD + "requisiti: [{ testo: x, condizione: { tutte: [", "]}}]"),
    ),
    "many Comuni": ("comuni", "".join(f"c{n}: {{ nome: x }}\n" for n in range(9000))),
    "many protected places": (
        "sedi",
        "".join(f"c{n}: {{ nome: Casa, indirizzo: Via {n}, indirizzo_riservato: sì }}\n" for n in range(4000)),
    ),
    "random bytes": ("servizi", random.Random(1).randbytes(SIZE)),
    "random signs": ("servizi", "".join(random.Random(2).choices(":-?[]{},&*!|>'\"%@ \nab", k=SIZE))),
}


def main() -> None:
    """Prints, for each file, seconds of processor, problems, and the most memory used up to then (KiB) as JSON."""
    costs = {}
    for name, (where, text) in HOSTILE.items():
        raw = text.encode() if isinstance(text, str) else text
        costs[name] = _cost(place(raw, where, Path(tempfile.mkdtemp(dir=sys.argv[1]))))
    for fault in FAULTS:
        root = copy_of_base(Path(tempfile.mkdtemp(dir=sys.argv[1])))
        fault.do(root)
        costs[fault.name] = _cost(root)
    json.dump(costs, sys.stdout)


def _cost(root: Path) -> dict[str, float]:
    started = time.process_time()
    reading = read_catalogue(root, DAY)
    for report in REPORTERS.values():
        report(reading.problems, reading.files, io.StringIO())
    seconds = time.process_time() - started
    return {"seconds": seconds, "problems": len(reading.problems), "memory": _memory()}


def _memory() -> int:
    """The most memory this program has held (KiB). `ru_maxrss` would begin from that of whoever started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM:"))


if __name__ == "__main__":
    main()
