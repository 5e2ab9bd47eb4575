"""How a blank looks in the source documents and their like, in French, Dutch, German and English.

Each pattern is narrow on purpose: a false alarm blocks a signature.
"""

import re


#: What a prompt in brackets asks for when it stands alone: "(nom)", "(lieu)".
_ALONE = (
    r"noms?|prénoms?|lieu|date|ville|commune|titre|qualité|fonction|adresse|montant|numéro"
    r"|na(?:am|men)|voornaam|plaats|datum|stad|gemeente|titel|hoedanigheid|functie|adres|bedrag"
    r"|name|vorname|ort|stadt|gemeinde|eigenschaft|funktion|anschrift|betrag|nummer"
    r"|place|city|town|title|capacity|function|address|amount|number"
)
#: What it asks for when more words follow: "(nom de l'administration)", "(nom et qualité)".
_WITH_MORE = (
    r"(?:noms?|prénoms?|adresse|naam|voornaam|adres|name|vorname|anschrift|address)"
    r" (?:et |ou |de |du |des |d['’]|en |of |van |und |oder |der |and |the )[^()\[\]\d]{1,80}"
)
#: An order to whoever fills in the form.
_ORDER = (
    r"(?:[^()\[\]]{0,60} )?(?:à|a) (?:compléter|préciser|remplir|indiquer|insérer)"
    r"|(?:indiquer|préciser|compléter|insérer|mentionner) [^()\[\]]{1,160}"
    r"|[^()\[\]]{0,60}(?:in te vullen|aan te vullen|te bepalen)"
    r"|[^()\[\]]{0,60}(?:auszufüllen|einzutragen|zu ergänzen|einzusetzen)"
    r"|(?:fill in|insert) [^()\[\]]{1,160}"
    r"|[^()\[\]]{0,60}to be (?:completed|confirmed|filled in|determined)"
)
_DOTS = r"(?:\.{2,}|…)"

PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # A dotted line: four dots, two ellipsis signs, both mixed; one ellipsis and a stop is none.
        r"\.{4,}[.…]*|\.{2,3}…[.…]*|\.?…(?:…|\.[.…])[.…]*",
        # The same with a space after each.
        r"\.(?:[ \u00a0]\.){3,}|…(?:[ \u00a0]…)+",
        # A line of underscores, also as Markdown escapes them.
        r"(?<![^\W_])(?:\\?_){3,}(?![^\W_])",
        # A date to fill in: "__/__/____", "…/…/20..".
        r"(?<![\w/])_{1,4}[/.-]_{1,4}[/.-](?:20)?_{1,4}",
        rf"(?<![\w/.]){_DOTS}/{_DOTS}/(?:20)?{_DOTS}(?![\w/])",
        # Brackets around nothing or dots.
        r"\[[\s.…_]+\](?!\()",
        # A prompt in brackets, in italics or not; a link's target is none.
        rf"(?i:(?<!\])[(\[][*_\s]*(?:{_ORDER}|{_WITH_MORE}|(?:{_ALONE}))[*_\s]*[)\]](?!\())",
        # An order without brackets, and the fillers of drafts.
        r"(?i:\b(?:in te vullen|auszufüllen|à compléter)\b)",
        r"\b(?:[Xx]{3,}|TBC|TBD)\b",
    )
)

#: What looks like a blank and is none: addresses, contents with leaders, "etc....".
EXEMPT = (
    re.compile(r"(?:https?://|www\.)\S+"),
    re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"),
    re.compile(
        r"^[^\w\n]*(?:\d|art|chap|titre|section|annexe|titel|hoofdstuk|bijlage|kapitel|anlage)"
        r"[^\n]*(?<=[.…]{4})[ \t]*\d{1,3}[ \t]*$",
        re.IGNORECASE | re.MULTILINE,
    ),
    re.compile(r"\b(?:etc|enz|usw)\.{4}(?!\.)", re.IGNORECASE),
)
