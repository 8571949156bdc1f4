"""The `ambito` command as a program of its own: short-lived, so that cycles of objects are never looked for.

What it makes holds none that matter, and to look for them takes a fifth of the time, that of loading the modules too.
"""

import gc

gc.disable()

from generator.cli import main  # noqa: E402  # after that

if __name__ == "__main__":
    main()
