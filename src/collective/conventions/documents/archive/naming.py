"""Names of files that every system can store, and that nobody can use to get out of a folder."""

from collections.abc import Callable
import re
import unicodedata


LONGEST = 80
LONGEST_ENDING = 10
#: What some systems take for a device, whatever its ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def safe(name: str, otherwise: str = "file") -> str:
    """A name of ASCII letters, digits, dots and hyphens that begins with a letter or digit."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    tidy = re.sub(r"[^A-Za-z0-9.]+", "-", plain)
    tidy = re.sub(r"\.{2,}", ".", tidy)[:LONGEST].strip("-.")
    return f"{tidy}-" if _DEVICES.fullmatch(tidy.partition(".")[0]) else tidy or otherwise


def file_name(name: str, ending: str) -> str:
    """A safe name with a safe ending."""
    tail = re.sub(r"[^a-z0-9]", "", ending.lower())[:LONGEST_ENDING]
    return f"{safe(name)}.{tail}" if tail else safe(name)


def one_of_a_kind() -> Callable[[str], str]:
    """Gives each path once, also where capitals do not count: the next one bears a number."""
    taken: set[str] = set()

    def unique(path: str) -> str:
        stem, dot, ending = path.rpartition(".") if "." in path else (path, "", "")
        found, number = path, 1
        while found.lower() in taken:
            number += 1
            found = f"{stem}-{number}{dot}{ending}"
        taken.add(found.lower())
        return found

    return unique
