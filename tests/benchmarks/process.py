"""A command as a whole process: its time, its processor time and its memory, with those of all it starts."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE = 0.05
"""Seconds between two looks at the memory."""


class CommandError(RuntimeError):
    """The command ended with an error; the message has what it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds from start to end, seconds of processor of all processes, bytes of memory at the worst moment.

    `memory` is the sum over all the processes alive together, where what they share is counted once (the kernel's
    PSS); it is 0 where it was not asked for.
    """

    seconds: float
    processor: float
    memory: int = 0


def run(command: Sequence[str | Path], folder: Path, *, memory: bool = False) -> Run:
    """Runs a command to its end in `folder`. Looking at the memory slows it: time it in another run."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        most = 0
        while memory and os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            most = max(most, sum(map(_memory, _family(process.pid))))
            time.sleep(SAMPLE)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise CommandError(f"{' '.join(map(str, command))}: {said.read()[-2000:].decode(errors='replace')}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, most)


def _family(pid: int) -> Iterator[int]:
    """A process and all those that come from it, as Linux lists them."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _memory(pid: int) -> int:
    """The process's share of memory in bytes: its own, and its part of what it shares."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass  # it ended meanwhile, or this system has no such file
    return 0
