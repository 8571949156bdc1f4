"""`ambito check --sito`: the built site against the criteria that apply to it."""

from pathlib import Path
from typing import TextIO

from generator.site.conformity.built import BuiltSite, built_pages
from generator.site.conformity.report import NOT_APPLICABLE, results

SHOWN = 5
"""How many findings of a criterion are told."""
SIGN = {"superato": "✓", "tolleranza": "~", "non superato": "✗"}


def check_site(folder: Path, out: TextIO) -> int:
    """Says how a site does on each criterion, and why the others do not apply. Returns the exit status."""
    if not (folder / "index.html").is_file():
        out.write(f"In «{folder}» non c'è un sito: costruiscilo con «ambito build».\n")
        return 2
    styles = "".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("risorse/*.css")))
    scripts = [file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.js"))]
    site = BuiltSite({page.url: page for page in built_pages(folder)}, styles, scripts)
    found = results(site)
    for result in found:
        count = f" ({len(result.findings)})" if result.findings else ""
        out.write(f"{SIGN[result.outcome]} {result.code} {result.name}: {result.outcome}{count}\n")
        for one in result.findings[:SHOWN]:
            out.write(f"    {one.url or 'tutto il sito'}: {one.message}\n")
        if len(result.findings) > SHOWN:
            out.write(f"    e altre {len(result.findings) - SHOWN}\n")
    for code, (name, reason) in NOT_APPLICABLE.items():
        out.write(f"- {code} {name}: non si applica, perché {reason}\n")
    failed = [result.code for result in found if result.outcome == "non superato"]
    verdict = f"Da correggere: {', '.join(failed)}." if failed else "Tutto a posto."
    out.write(f"{len(site.pages)} pagine controllate. {verdict}\n")
    return 1 if failed else 0
