"""Every page of a catalogue, in a fixed order."""

from collections.abc import Iterator

from generator.model.scheda import KINDS
from generator.site.context import Context
from generator.site.page import Page
from generator.site.pages.avvisi_page import avvisi_page
from generator.site.pages.carta_pages import carte_page
from generator.site.pages.editors_page import editors_pages
from generator.site.pages.ente_pages import ente_page
from generator.site.pages.group_pages import area_page, bisogno_page, kind_page, tipologia_page
from generator.site.pages.guide_pages import guide_page, guides_page
from generator.site.pages.help_pages import help_pages
from generator.site.pages.home_page import home_page, search_page
from generator.site.pages.index_pages import a_to_z_page, index_pages, leps_page
from generator.site.pages.place_pages import ambiti_page, ambito_page, comune_page, comuni_page
from generator.site.pages.scheda_page import scheda_page
from generator.site.pages.updates import updates_page


def all_pages(context: Context) -> Iterator[Page]:
    """Each page, not yet rendered."""
    catalogue = context.catalogue
    yield home_page(context)
    yield search_page(context)
    yield comuni_page(context)
    yield ambiti_page(context)
    yield from index_pages(context)
    yield a_to_z_page(context)
    yield leps_page(context)
    yield avvisi_page(context)
    yield updates_page(context)
    yield guides_page(context)
    yield from (guide_page(one, context) for one in catalogue.guide.values())
    yield from help_pages(context)
    yield carte_page(context)
    yield from editors_pages(context)
    yield from (kind_page(kind, context) for kind in KINDS)
    yield from (ambito_page(one, context) for one in catalogue.ambiti.values())
    yield from (comune_page(one, context) for one in catalogue.comuni.values())
    yield from (area_page(one, context) for one in catalogue.aree.values())
    yield from (bisogno_page(one, context) for one in catalogue.bisogni.values())
    yield from (
        tipologia_page(one, context) for one in catalogue.tipologie.values() if one.id in catalogue.by_tipologia
    )
    yield from (ente_page(one, context) for one in catalogue.enti.values())
    yield from (scheda_page(one, context) for one in catalogue.schede.values())
