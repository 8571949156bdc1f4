"""The `ambito` command as a program of its own: short-lived, so what a long-lived one needs is left out.

Cycles of objects are never looked for: what it makes holds none that matter, and that would take a fifth of the time.
No plugin of pydantic is looked for: that would read the metadata of every package installed.
"""

import gc
import os

gc.disable()
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from generator.cli import main  # noqa: E402  # loads the modules: only once both are set

if __name__ == "__main__":
    main()
