"""The pages of the guides: what they say is all in words, and only who wants to is asked anything."""

from functools import partial
from typing import Any

from generator.catalogue import Catalogue, kind_of
from generator.eligibility.subjects import Subject
from generator.model.guida import Guida
from generator.model.scheda import Scheda
from generator.model.vocabolario import NumeroUtile
from generator.site.cards import EMERGENCY_AREAS, card, contact, first_door, source
from generator.site.context import Context
from generator.site.guide_words import requirement_text
from generator.site.page import HOME, Link, Page
from generator.site.text import rich
from generator.site.urls import ambito_url, guida_url, guide_data_url, verify_data_url

GUIDE = Link("Guide", "guide/")
PLACES = frozenset({"struttura", "sportello"})
MOST_OPEN = 20
"""How many schede with their conditions a guide shows at once: with more, each Ambito opens by itself."""


def guides_page(context: Context) -> Page:
    """Every guide by its title, first where somebody may be in danger."""

    def view() -> dict[str, Any]:
        return {
            "guides": [
                {
                    "name": guida.nome,
                    "url": guida_url(guida.id),
                    "brief": guida.in_breve,
                    "count": len(context.guides.interview(guida).subjects),
                }
                for guida in sorted(
                    context.catalogue.guide.values(), key=lambda one: (one.emergenza is None, one.nome.casefold())
                )
            ]
        }

    return Page(
        url=GUIDE.url,
        template="guide.html",
        title="Guide: potrebbe spettarmi?",
        description="Parti dalla tua situazione: vedi quali aiuti potrebbero spettarti e a chi chiedere.",
        view=view,
        path=(HOME, Link("Guide", "")),
    )


def guide_page(guida: Guida, context: Context) -> Page:
    """One guide."""
    return Page(
        url=guida_url(guida.id),
        template="guida.html",
        title=guida.nome,
        description=guida.in_breve,
        view=partial(_view, guida, context),
        path=(HOME, GUIDE, Link(guida.nome, "")),
        sensitive=guida.emergenza in EMERGENCY_AREAS.values(),
    )


def _view(guida: Guida, context: Context) -> dict[str, Any]:
    catalogue = context.catalogue
    found = context.guides.interview(guida)
    return {
        "guida": guida,
        "introduction": rich(guida.introduzione),
        "emergency": _numbers(guida, catalogue),
        "places": [_place(one.scheda, context) for one in found.subjects if _first(one, guida)],
        "premises": [_premise(fact, words, catalogue) for fact, words in _given(guida)],
        "asks": bool(found.questions),
        "data": guide_data_url(guida.id),
        "others": _others(guida),
        "groups": [_ambito(id, found.subjects, context) for id in _ambiti(found.subjects, catalogue)],
        "folded": len(found.subjects) > MOST_OPEN and len(_ambiti(found.subjects, catalogue)) > 1,
        "table": _table(found.subjects, catalogue),
        "sources": [source(fonte, catalogue) for fonte in guida.fonti],
        "count": len(found.subjects),
    }


def _others(guida: Guida) -> str:
    """Whether the questions can be about somebody else: «anche», «solo», or never."""
    if "familiare" not in guida.pubblico:
        return ""
    return "anche" if len(guida.pubblico) > 1 else "solo"


def _numbers(guida: Guida, catalogue: Catalogue) -> list[NumeroUtile]:
    wanted = {guida.emergenza, "emergenza"} if guida.emergenza else set()
    return [one for one in catalogue.numeri_utili.values() if one.emergenza in wanted]


def _first(subject: Subject, guida: Guida) -> bool:
    """Whether a scheda is a place to be told of before any question."""
    scheda = subject.scheda
    return guida.emergenza is not None and kind_of(scheda) in PLACES and scheda.stato == "attivo"


def _place(scheda: Scheda, context: Context) -> dict[str, Any]:
    contacts = [contact(one, context.labels) for one in scheda.contatti]
    return {"card": card(scheda, context), "phones": [one for one in contacts if one.is_phone]}


def _given(guida: Guida) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.fatto, one.valori) for one in guida.premesse]


def _premise(fact: str, words: tuple[str, ...], catalogue: Catalogue) -> str:
    """What the guide takes for granted, in words."""
    names = [catalogue.situazioni[word].nome for word in words if word in catalogue.situazioni]
    names += [catalogue.prestazioni[word].nome for word in words if word in catalogue.prestazioni]
    return "; ".join(names or [catalogue.fatti[fact].nome])


def _ambiti(subjects: tuple[Subject, ...], catalogue: Catalogue) -> list[str]:
    present = {subject.scheda.ambito for subject in subjects}
    return [id for id in catalogue.ambiti if id in present]


def _ambito(id: str, subjects: tuple[Subject, ...], context: Context) -> dict[str, Any]:
    catalogue = context.catalogue
    return {
        "name": catalogue.ambiti[id].nome_breve,
        "url": ambito_url(id),
        "anchor": id,
        "door": first_door(id, catalogue),
        "schede": [
            {
                "card": card(one.scheda, context),
                "requirements": [
                    {"text": requirement_text(requirement, one, catalogue), "source": requirement.source}
                    for requirement in one.requirements
                ],
            }
            for one in subjects
            if one.scheda.ambito == id
        ],
    }


def _table(subjects: tuple[Subject, ...], catalogue: Catalogue) -> dict[str, Any]:
    """Situation × scheda: for whom each scheda is."""
    groups = [id for id in catalogue.destinatari if any(id in _for_whom(subject) for subject in subjects)]
    return {
        "groups": [catalogue.destinatari[id].nome for id in groups],
        "rows": [
            {
                "name": subject.scheda.nome,
                "ambito": catalogue.ambiti[subject.scheda.ambito].nome_breve,
                "anchor": f"scheda-{subject.key.replace('/', '-')}",
                "cells": [id in _for_whom(subject) for id in groups],
            }
            for subject in subjects
        ],
    }


def _for_whom(subject: Subject) -> tuple[str, ...]:
    return subject.scheda.destinatari


def guides_of_need(bisogno: str, context: Context) -> list[Link]:
    """The guides that start from a need."""
    return [Link(one.nome, guida_url(one.id)) for one in context.catalogue.guide.values() if bisogno in one.bisogni]


def verification(scheda: Scheda, context: Context) -> str:
    """The address of the data with which a scheda can be verified on its own page; empty where it cannot."""
    return verify_data_url(scheda) if context.guides.check(scheda) is not None else ""
