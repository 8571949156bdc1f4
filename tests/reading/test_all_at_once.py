"""A scheda that is wrong in many ways is told all of them in one go, also what only the other files show."""

from pathlib import Path

from generator.reading.reading import read_catalogue
from tests.reading.examples import DAY, copy_of_base

BROKEN = """\
nome: Servizio <b>di prova</b>
in_breve: Aiuto a casa per chi è solo (?).
stato: ativo
aree: [anziani]
destinatari: [anziani]
bisogni: [restare-a-cas]
comuni: [valdirose, valdiros, "Valdi Rose"]
periodo: { dal: "2026-12-01", al: "2026-01-31" }
costi: gratis
sedi:
  - sede: nessuna-sede
    orari: [{ giorni: [lun], dalle: "09:00", alle: "12:00" }, { giorni: [lun], dalle: "11:00", alle: "13:00" }]
contatti: [{ tipo: telefono, valore: telefonare in Comune }, { tipo: telefono, valore: "0362 123456" }]
gestore: ente-che-manca
fonti: [{ documento: documento-che-manca, righe: "1-2" }]
verificato: { il: "31/12/2026", da: ente-che-manca }
"""


def test_fourteen_mistakes_are_told_together(tmp_path: Path) -> None:
    root = copy_of_base(tmp_path)
    file = next(root.glob("*/servizi")) / "rotta.yaml"
    file.write_text(BROKEN, encoding="utf-8")
    found = [(one.line, one.code) for one in read_catalogue(root, DAY).problems if one.file.endswith("rotta.yaml")]
    assert [line for line, _ in found] == [1, 2, 3, 6, 7, 7, 8, 9, 11, 12, 13, 14, 15, 16], found


def test_the_places_after_a_refused_item_are_right(tmp_path: Path) -> None:
    root = copy_of_base(tmp_path)
    file = next(root.glob("*/servizi")) / "rotta.yaml"
    file.write_text('partner: ["Ente Sbagliato", ente-che-manca]\n', encoding="utf-8")
    problems = [one for one in read_catalogue(root, DAY).problems if one.file.endswith("rotta.yaml")]
    assert [(one.path, one.line, one.column) for one in problems if one.code == "riferimento"] == [
        ("partner[1]", 1, 29)
    ]
