"""CODEOWNERS: who is asked to approve a change, from the enti that answer for each scheda and from their Ambito."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.catalogue import Catalogue, key_of

FILE = "CODEOWNERS"
ACCOUNT = re.compile(r"@[A-Za-z0-9][A-Za-z0-9-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)?")
_HEAD = """\
# Chi approva le modifiche. Scritto da `ambito proprietari` da site_config/proprietari.yaml e dal catalogo: non a mano.
# Vale l'ultima riga che corrisponde.
"""
_UNASSIGNED = """\
# L'organizzazione non è ancora indicata: le righe sono scritte ma non assegnano niente.
"""


class OwnersError(ValueError):
    """`proprietari.yaml` says something that cannot be an account. The message is for people."""


@dataclass(frozen=True)
class Owners:
    """The accounts of a site. Without an `organisation` no team has an address."""

    organisation: str = ""
    editors: str = "redazione"
    ambiti: Mapping[str, str] = field(default_factory=dict)
    enti: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, file: Path) -> "Owners":
        """Reads the accounts. Raises OwnersError where one is not of the form @account or @organisation/team."""
        told: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        owners = cls(
            str(told.get("organizzazione") or ""),
            str(told.get("redazione") or "redazione"),
            {str(id): str(team) for id, team in (told.get("ambiti") or {}).items()},
            {str(id): str(account) for id, account in (told.get("enti") or {}).items()},
        )
        for account in (*owners.enti.values(), owners.team("x")):
            if not ACCOUNT.fullmatch(account):
                message = f"«{account}» non è un account: scrivilo così, @nome oppure @organizzazione/squadra."
                raise OwnersError(message)
        return owners

    def team(self, name: str) -> str:
        """The address of a team of the organisation."""
        return f"@{self.organisation or 'organizzazione'}/{name}"

    def of_ambito(self, ambito: str) -> str:
        """The team of an Ambito."""
        return self.team(self.ambiti.get(ambito, f"ambito-{ambito}"))


def codeowners(catalogue: Catalogue, owners: Owners, folder: str = "catalogue") -> str:
    """The text of CODEOWNERS."""
    lines = [f"{path}  {' '.join(accounts)}" for path, accounts in _lines(catalogue, owners, folder)]
    if not owners.organisation:
        return _HEAD + _UNASSIGNED + "".join(f"# {line}\n" for line in lines)
    return _HEAD + "".join(f"{line}\n" for line in lines)


def _lines(catalogue: Catalogue, owners: Owners, folder: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    editors = owners.team(owners.editors)
    yield "*", (editors,)
    for ambito in catalogue.ambiti:
        yield f"/{folder}/{ambito}/", (owners.of_ambito(ambito), editors)
    # only enti with an account of their own have lines: a new scheda of anyone else leaves the file as it is
    for ente in catalogue.enti.values():
        if (own := owners.enti.get(ente.id)) is not None:
            teams = (owners.of_ambito(id) for id in ente.ambiti[:1])
            yield f"/{folder}/enti/{ente.id}.yaml", (own, *teams, editors)
    for scheda in sorted(catalogue.schede.values(), key=key_of):
        account = owners.enti.get(scheda.gestore or scheda.titolare or "")
        if account is not None:
            file = catalogue.files[f"scheda:{key_of(scheda)}"]
            yield f"/{folder}/{file.partition('/')[2]}", (account, owners.of_ambito(scheda.ambito), editors)
