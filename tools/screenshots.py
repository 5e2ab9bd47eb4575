"""Take the pictures of the documentation anew, from a demo that runs: see `docs/guide.rst`.

In one window `make run`, in another `.venv/bin/python tools/screenshots.py`. The demo has to be
fresh, so that the pictures show what the guide tells.
"""

from io import BytesIO
from pathlib import Path
from PIL import Image
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright
import json


TOP = Path(__file__).resolve().parent.parent
IMAGES = TOP / "docs" / "images"
WIDTH = 1280
#: What no secretary asks for and what only a screen without a person lacks.
FLAGS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=fr-BE"]
#: A picture has few colours; so it stays small.
COLOURS = 96
CITY = "bruxelles"

#: picture → (address, height of the window, the part of the page that is shown from its top on)
PICTURES = {
    "accueil": ("/", 900, "body"),
    "convention": ("/conventions/wepulse", 900, "body"),
    "suivi": ("/conventions/partenariat-123digit", 820, "[aria-labelledby=cv-commitments]"),
    "liste": ("/conventions", 900, "body"),
    "journal": ("/conventions/partenariat-123digit/@@journal", 900, "body"),
    "formulaire": ("/conventions/++add++Convention", 900, "#cf-section-parties"),
}


def log_in(page: Page, demo: dict) -> None:
    """Log the one person in who does it all."""
    (account,) = (
        account
        for account in demo["accounts"]
        if (account["space"], account["role"]) == (CITY, "secretary")
    )
    page.goto(f"{demo['url']}/{CITY}/login")
    page.fill("#__ac_name", account["login"])
    page.fill("#__ac_password", account["password"])
    page.click("#buttons-login")
    page.wait_for_selector("body.userrole-authenticated")


def take(page: Page, name: str, part: str) -> None:
    """Take what the window shows once it has been scrolled to ``part``."""
    page.eval_on_selector(part, "part => part.scrollIntoView({behavior: 'instant'})")
    page.wait_for_timeout(500)
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
    picture.save(IMAGES / f"{name}.png", optimize=True)


def main() -> None:
    """Take all pictures."""
    demo = json.loads((TOP / "var" / "demo.json").read_text("utf-8"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_page(locale="fr-BE")
        log_in(page, demo)
        for name, (path, height, part) in PICTURES.items():
            page.set_viewport_size({"width": WIDTH, "height": height})
            page.goto(f"{demo['url']}/{CITY}{path}")
            take(page, name, part)
        browser.close()


if __name__ == "__main__":
    main()
