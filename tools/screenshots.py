"""Take the pictures of the documentation anew, from a fresh demo that runs.

In one window `make run`, in another `.venv/bin/python tools/screenshots.py`.
"""

from io import BytesIO
from pathlib import Path
from PIL import Image
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright
import json


TOP = Path(__file__).resolve().parent.parent
IMAGES = TOP / "docs" / "images"
WINDOW = {"width": 1400, "height": 880}
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
#: A picture has few colours; so it stays small.
COLOURS = 96
#: In each space, who is shown at work.
PEOPLE = {"bruxelles": "secretary", "hauteville": "council_secretary"}

#: picture → (address, what is shown from its top on, the buttons that are pressed before)
PICTURES = {
    "accueil": ("bruxelles", "body", ()),
    "convention": ("bruxelles/conventions/wepulse", "body", ()),
    "formulaire": (
        "bruxelles/conventions/++add++Convention",
        "#cf-section-parties",
        ("Ajouter une partie", "Ajouter une partie", "Ajouter un signataire"),
    ),
    "texte": ("bruxelles/conventions/wepulse/@@text", "body", ()),
    "verification": ("bruxelles/conventions/wepulse/@@check", "body", ()),
    "comparaison": ("bruxelles/conventions/wepulse/@@compare", ".cp-part:has(del)", ()),
    "deliberation": ("bruxelles/conventions/wepulse/@@decree", "body", ()),
    "bibliotheque": ("hauteville/@@library", "body", ()),
    "papier": ("bruxelles/conventions/partenariat-123digit/@@paper.html", "body", ()),
    "avenant": ("hauteville/conventions/bibliotheque/@@state?at=2027-02-01", "body", ()),
    "suivi": (
        "bruxelles/conventions/partenariat-123digit",
        "[aria-labelledby=cv-commitments]",
        (),
    ),
    "liste": ("bruxelles/conventions", "body", ()),
    "journal": ("bruxelles/conventions/partenariat-123digit/@@journal", "body", ()),
    "ligne-du-temps": (
        "hauteville/conventions/acces-communesplone",
        "[aria-labelledby=cv-ahead]",
        (),
    ),
    "et-si": (
        "hauteville/conventions/acces-communesplone/@@what-if?what_if=notice&day=2027-01-15",
        "body",
        (),
    ),
    "fin": ("hauteville/conventions/primes-energie/@@termination", "body", ()),
    "echeances": ("hauteville/deadlines", "body", ()),
    "rappels": ("hauteville/@@reminders?part=rules", "body", ()),
    "facturation": ("hauteville/@@billing", "body", ()),
    "stockage": ("hauteville/@@storage", "body", ()),
    "outils": ("hauteville/@@tools", "body", ()),
    "incident": ("hauteville/@@report-incident", "body", ()),
}
#: Pictures that somebody else takes than who is shown at work in the space.
SEEN_BY = {
    **dict.fromkeys(("bibliotheque", "stockage", "outils", "incident"), "space_manager"),
    "facturation": "finance_officer",
}


def log_in(page: Page, demo: dict, space: str, role: str) -> None:
    """Log the person of a space in who is shown at work."""
    (account,) = (
        account
        for account in demo["accounts"]
        if (account["space"], account["role"]) == (space, role)
    )
    page.goto(f"{demo['url']}/{space}/login")
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
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        pages: dict[tuple[str, str], Page] = {}
        for name, (path, part, buttons) in PICTURES.items():
            space = path.partition("/")[0]
            who = space, SEEN_BY.get(name, PEOPLE[space])
            if who not in pages:
                pages[who] = browser.new_page(viewport=WINDOW, locale="fr-BE")
                log_in(pages[who], demo, *who)
            page = pages[who]
            page.goto(f"{demo['url']}/{path}")
            for button in buttons:
                page.get_by_role("button", name=button).click()
            take(page, name, part)
        browser.close()


if __name__ == "__main__":
    main()
