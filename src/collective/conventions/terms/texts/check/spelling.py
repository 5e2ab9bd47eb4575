"""Words brought to one spelling, so that a lost accent or a legal form makes no difference."""

from functools import lru_cache
import re
import unicodedata


#: What a name may bear or not.
_LEGAL_FORMS = frozenset(
    {
        "asbl",
        "vzw",
        "aisbl",
        "ivzw",
        "voe",
        "srl",
        "sprl",
        "bv",
        "bvba",
        "sa",
        "nv",
        "se",
        "sc",
        "scrl",
        "cv",
        "cvba",
        "sca",
        "snc",
        "gmbh",
        "ag",
        "fondation",
        "stichting",
    }
)
_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """Return ``text`` in small letters without accents, its words parted by one space."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    joined = _DOTTED.sub(lambda match: match[0].replace(".", ""), bare)
    return " ".join(_WORD.findall(joined))


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of an organisation's name, its legal form left out."""
    return tuple(word for word in folded(name).split() if word not in _LEGAL_FORMS)


def stem(word: str) -> str:
    """Return a folded word without what makes it plural or feminine, good enough to compare."""
    return re.sub(r"(?:en|e?s|x|e)$", "", word) if len(word) > 3 else word
