"""Small pictures of pages, kept to tell when the look of one changes.

A sketch is the first screens of a page shrunk until letters are a shade of grey: what remains is the layout, the
colours and the weight of things. Another version of the browser draws letters in another way, and the sketch hardly
changes.

    python -m tests.browser.sketches   draws them again, after a change that was looked at
"""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.find_chromium import LAUNCH_ARGS, chromium_path
from tests.browser.served import served
from tests.projects import built

FOLDER = Path(__file__).parent / "sketches"
CELL = 10
"""Points of the page on each side of a dot of the sketch."""
PAGES = {
    "home": "",
    "cerca": "cerca/",
    "servizio": "servizi/valle/assistenza-domiciliare/",
    "sportello": "sportelli/valle/sportello-casa/",
    "comune": "comuni/valdirose/",
    "comuni": "comuni/",
    "ambito": "ambiti/valle/",
    "bisogni": "bisogni/",
    "violenza": "aree/violenza/",
    "tipologia": "tipologie/assistenza-domiciliare/",
    "a-z": "a-z/",
    "guida": "guide/affitto/",
    "carta": "carta/valle/",
    "avvisi": "avvisi/",
    "redazione": "redazione/",
    "lista": "lista/",
    "ente": "enti/comune-di-valdirose/",
    "leps": "leps/",
    "emergenza": "emergenza/",
    "404": "404.html",
}
"""Pages of the small example catalogue, which changes seldom."""
SIZES = {"telefono": (360, 1200), "telefono-scuro": (360, 1200), "tavoletta": (768, 1200), "schermo": (1280, 1200)}

SHRINK = """async ([source, cell]) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width / cell);
  canvas.height = Math.round(image.height / cell);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}"""
COMPARE = """async ([one, other, most]) => {
  const dots = await Promise.all([one, other].map(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return {size: [image.width, image.height].join(), data: context.getImageData(0, 0, image.width, image.height).data};
  }));
  if (dots[0].size !== dots[1].size) return 1;
  const [a, b] = dots.map(({data}) => data);
  let changed = 0;
  for (let i = 0; i < a.length; i += 4) {
    const far = Math.max(Math.abs(a[i] - b[i]), Math.abs(a[i + 1] - b[i + 1]), Math.abs(a[i + 2] - b[i + 2]));
    if (far > most) changed += 1;
  }
  return changed / (a.length / 4);
}"""


def settled(page: Page, address: str) -> Page:
    """The page, opened and at rest, ready for its sketches."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


def sketch(page: Page, easel: Page, size: str) -> bytes:
    """The sketch of an open page, as PNG. `easel` is an empty page, where pictures are worked on."""
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="dark" if size.endswith("scuro") else "light", reduced_motion="reduce")
    shrunk: str = easel.evaluate(SHRINK, [_data(page.screenshot()), CELL])
    return base64.b64decode(shrunk.partition(",")[2])


def changed(easel: Page, one: bytes, other: bytes, most: int) -> float:
    """The share of dots, from 0 to 1, of which a colour differs by more than `most` on 255."""
    share: float = easel.evaluate(COMPARE, [_data(one), _data(other), most])
    return share


def _data(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def _draw(browser: Browser, address: str) -> None:
    page, easel = browser.new_context(locale="it-IT", service_workers="block").new_page(), browser.new_page()
    for name, url in PAGES.items():
        settled(page, address + url)
        for size in SIZES:
            (FOLDER / f"{name}-{size}.png").write_bytes(sketch(page, easel, size))


def main() -> None:
    """Draws all sketches again."""
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        served(built(Path(folder))) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH_ARGS)
        _draw(browser, address)
        browser.close()


if __name__ == "__main__":
    main()
