"""The arrows of the house: imports run downward, beside only where one is drawn.

``FLOORS`` and ``ARROWS`` repeat ``docs/architecture.rst``. Rooms that have no work yet are simply
not there; a folder or module that is no room has no business in the house.
"""

from pathlib import Path
import ast
import pytest
import re
import sys


PACKAGE = "collective.conventions"
HOUSE = Path(__file__).parents[2] / "src" / "collective" / "conventions"

#: From the roof down. What stands on one floor may import whatever stands below.
FLOORS = (
    ("browser", "services", "commands"),
    (
        "lifecycle",
        "access",
        "listing",
        "space",
        "server",
        "billing",
        "documents",
        "exchange",
        "deadlines",
        "register",
        "settings",
    ),
    ("content", "journal"),
    (
        "terms",
        "interfaces",
        "messages",
        "markup",
        "clock",
        "committing",
        "progress",
        "mail",
        "posting",
        "download",
    ),
)

#: The arrows drawn between rooms of one floor, and no others.
ARROWS = {
    ("lifecycle", "access"),
    ("lifecycle", "billing"),
    ("server", "access"),
    ("server", "space"),
    ("billing", "server"),
    ("billing", "documents"),
    ("billing", "listing"),
    ("billing", "space"),
    ("documents", "access"),
    ("exchange", "access"),
    ("exchange", "documents"),
    ("exchange", "lifecycle"),
    ("deadlines", "access"),
    ("deadlines", "lifecycle"),
    ("deadlines", "listing"),
    ("settings", "billing"),
    ("settings", "deadlines"),
    ("messages", "terms"),
    ("mail", "posting"),
}

#: The package's own name, translations and logger: for everyone but the ground of plain Python.
NAME = ""

#: What the set-up of the package is made of; no room imports these.
SCAFFOLD = {"install", "upgrades", "testing", "setuphandlers", "demo", "profiles", "locales"}

#: All that the ground floor may import besides itself.
GROUND_LIBRARIES = sys.stdlib_module_names | {"dateutil", "stdnum"}


def modules():
    return sorted(HOUSE.rglob("*.py"))


def name_of(path):
    return ".".join(path.relative_to(HOUSE).with_suffix("").parts).removesuffix("__init__")


def room_of(dotted):
    return dotted.strip(".").split(".")[0]


def imports_of(path):
    """Yield every module ``path`` imports, by its full dotted name, wherever in the file."""
    parts = [*PACKAGE.split("."), *path.relative_to(HOUSE).with_suffix("").parts]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = parts[: -node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            # "from package import room" names a room, too.
            is_house = base == PACKAGE
            yield from (f"{base}.{alias.name}" if is_house else base for alias in node.names)


def inner(imported):
    """Return what is imported within the house ("" for the package itself), or None."""
    if imported == PACKAGE:
        return ""
    return imported.removeprefix(f"{PACKAGE}.") if imported.startswith(f"{PACKAGE}.") else None


def is_room_or_module(room):
    return (HOUSE / room).is_dir() or (HOUSE / f"{room}.py").is_file()


def target_of(imported):
    """Return the room an import leads to; a name of the package's own ``__init__`` is ""."""
    within = inner(imported)
    if within is None:
        return None
    room = room_of(within)
    return room if is_room_or_module(room) else ""


def floor_of(room):
    return next((level for level, rooms in enumerate(FLOORS) if room in rooms), None)


def allowed(source, target):
    """Tell whether the room ``source`` may import from the room ``target``."""
    if source == target or source in SCAFFOLD:
        return True
    if target == NAME:
        return source != "terms"
    above, below = floor_of(source), floor_of(target)
    if above is None or below is None:
        return False
    return above < below or (source, target) in ARROWS


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_every_module_stands_in_a_room_that_is_drawn(path):
    room = room_of(name_of(path))
    assert room in {NAME} | SCAFFOLD or floor_of(room) is not None


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_follow_the_arrows(path):
    source = room_of(name_of(path))
    targets = {target_of(imported) for imported in imports_of(path)} - {None}
    assert {target for target in targets if not allowed(source, target)} == set()


@pytest.mark.parametrize("path", sorted((HOUSE / "terms").rglob("*.py")), ids=name_of)
def test_the_ground_floor_imports_its_allowance_only(path):
    foreign = {
        imported
        for imported in imports_of(path)
        if target_of(imported) != "terms" and imported.split(".")[0] not in GROUND_LIBRARIES
    }
    assert foreign == set()


def test_arrows_are_drawn_between_rooms_of_one_floor_and_in_no_circle():
    assert all(floor_of(source) == floor_of(target) is not None for source, target in ARROWS)
    left = set(ARROWS)
    while ends := {target for _, target in left} - {source for source, _ in left}:
        left = {(source, target) for source, target in left if target not in ends}
    assert left == set()


def test_the_page_on_architecture_draws_the_same_arrows():
    page = (HOUSE.parents[2] / "docs" / "architecture.rst").read_text(encoding="utf-8")
    drawn = set(re.findall(r"``(\w+) → (\w+)``", page))
    assert drawn == {arrow for arrow in ARROWS if floor_of(arrow[0]) < len(FLOORS) - 1}


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("browser", "billing", True),
        ("browser", "terms", True),
        ("browser", "services", False),
        ("services", "browser", False),
        ("billing", "browser", False),
        ("lifecycle", "access", True),
        ("access", "lifecycle", False),
        ("billing", "documents", True),
        ("documents", "billing", False),
        ("lifecycle", "journal", True),
        ("content", "journal", False),
        ("content", "lifecycle", False),
        ("terms", "content", False),
        ("terms", "", False),
        ("terms", "interfaces", False),
        ("content", "interfaces", True),
        ("lifecycle", "messages", True),
        ("lifecycle", "testing", False),
        ("terms", "messages", False),
        ("journal", "", True),
        ("browser", "an_unknown_room", False),
        ("messages", "terms", True),
        ("messages", "content", False),
    ],
)
def test_the_rule_itself(source, target, expected):
    assert allowed(source, target) is expected
