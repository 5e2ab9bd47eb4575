"""Numbers as texts write them: "3", "trois", "quarante-huit", "drie", "zwölf"."""

import re


_FRENCH = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "cing": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "nonante": 90, "cent": 100,
    "cents": 100, "mille": 1000,
}  # fmt: skip
_OTHERS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "vijftien": 15, "achttien": 18,
    "twintig": 20, "vierentwintig": 24, "dertig": 30, "zesendertig": 36, "achtenveertig": 48,
    "zestig": 60, "negentig": 90, "honderd": 100,
    "ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1, "zwei": 2, "drei": 3,
    "funf": 5, "sechs": 6, "sieben": 7, "neun": 9, "zehn": 10, "zwolf": 12, "funfzehn": 15,
    "achtzehn": 18, "zwanzig": 20, "vierundzwanzig": 24, "dreisig": 30, "sechsunddreisig": 36,
    "achtundvierzig": 48, "sechzig": 60, "hundert": 100,
}  # fmt: skip
_WORDS = {**_OTHERS, **_FRENCH}
_ONE = "|".join(sorted(_WORDS, key=len, reverse=True))

#: A number in folded text.
NUMBER = rf"(?:\d{{1,4}}|(?:{_ONE})(?:(?:-| et |-et-| )(?:{_ONE}))*)(?![a-z\d])"


def number_of(written: str) -> int | None:
    """Return the value of a number that ``NUMBER`` matches, folded; ``None`` when it is none."""
    if written.isdecimal():
        return int(written)
    total = current = 0
    for word in re.split(r"[\s-]+", written):
        worth = _WORDS.get(word)
        if worth is None:
            if word == "et":
                continue
            return None
        if worth in (100, 1000) or (worth == 20 and current % 100 == 4):
            current = max(current, 1) * worth
        else:
            current += worth
        if worth == 1000:
            total, current = total + current, 0
    return total + current or None
