"""Styles, scripts, fonts and images: from the folders of the site's configuration to `risorse/`."""

from collections.abc import Iterable
from pathlib import Path

from generator.search.library import lunr_javascript
from generator.site.brand import Brand, brand_css
from generator.site.files.bundles import bundle
from generator.site.files.offline import manifest, service_worker
from generator.site.files.scripts import bare
from generator.site.urls import ASSETS
from generator.site.writer import Writer

_BUNDLED = frozenset(f"js/search/{name}.js" for name in ("combobox", "results", "remote", "worker", "refining"))
"""Where the chains of modules begin that a search has to wait for."""
_CSS_PLACE = {"css/tokens.css": -1, "css/base.css": 0, "css/print.css": 2}
"""One file a component to write, one file to download: the tokens come first, print last; then the brand."""


def write_assets(folders: Iterable[Path], brand: Brand, writer: Writer) -> None:
    """Writes assets, style sheet, service worker and manifest. The first folder that has a file wins."""
    folders = tuple(folders)
    files: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                files.setdefault(path.relative_to(folder).as_posix(), path)
    written = {
        f"{ASSETS}{name}": path.read_bytes() for name, path in files.items() if path.suffix not in (".css", ".js")
    }
    written.update((f"{ASSETS}{name}", content) for name, content in _scripts(files).items())
    written[f"{ASSETS}stile.css"] = _styles(files, brand)
    written[f"{ASSETS}js/lunr.js"] = lunr_javascript()
    for file, content in written.items():
        writer.write(file, content)
    root = Path(writer.folder)
    theme = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.glob("assets/stylesheets/*.css")}
    source = next(path for folder in folders if (path := folder.parent / "service_worker.js").is_file())
    writer.write("sw.js", service_worker(source.read_text(encoding="utf-8"), written | theme))
    writer.write("manifest.webmanifest", manifest(brand))


def _scripts(files: dict[str, Path]) -> dict[str, bytes]:
    scripts = {name: bare(path.read_text("utf-8")) for name, path in files.items() if path.suffix == ".js"}
    return {name: (bundle(name, scripts) if name in _BUNDLED else script).encode() for name, script in scripts.items()}


def _styles(files: dict[str, Path], brand: Brand) -> bytes:
    order = sorted((name for name in files if name.endswith(".css")), key=lambda name: (_CSS_PLACE.get(name, 1), name))
    return "".join(bare(files[name].read_text("utf-8")) for name in order).encode() + brand_css(brand).encode()
