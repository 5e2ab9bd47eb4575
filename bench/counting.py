"""What a full count costs in a small and in a large space: seconds, and memory.

``bench/counting.py`` prints it. Each count runs in a process of its own, so that the memory it
takes is its own. The files come without an event, as in a space that was brought in from elsewhere:
the first count finds each of them unseen, the second one finds the ledger true.
"""

from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from collective.conventions.space.census import count
from collective.conventions.space.ledger import ledger_of
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobFile
from random import Random
from resource import getrusage
from resource import RUSAGE_SELF
from rich.console import Console
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from zope.event import notify
from zope.lifecycleevent import ObjectCreatedEvent
import argparse
import serve
import transaction
import Zope2


PORTION = 250
OCTETS = 2000


def fill(folder: Path, sizes: tuple[int, ...]) -> None:
    """A space for each size, with so many files in it."""
    serve.start(folder)
    random = Random(0)
    with serve.system_at_work() as app:
        for size in sizes:
            create_space(app, _name(size), f"Space of {size}")
            transaction.commit()
            for start in range(0, size, PORTION):
                with entered(app, _name(size)) as portal:
                    for number in range(start, min(start + PORTION, size)):
                        add(portal, number, random)
                transaction.commit()
                app._p_jar.cacheMinimize()
    Zope2.DB.close()


def add(portal: Any, number: int, random: Random) -> None:
    """A file that nobody is told of; the catalog knows what a count looks up."""
    file = NamedBlobFile(random.randbytes(OCTETS), filename=f"{number}.bin")
    made = createContent("File", id=f"file-{number}", title="File", file=file)
    notify(ObjectCreatedEvent(made))
    portal._setObject(made.id, made, suppress_events=True)
    portal.portal_catalog._catalog.catalogObject(
        portal[made.id], f"/{portal.getId()}/{made.id}", idxs=["UID", "portal_type"]
    )


def counted(folder: Path, size: int) -> dict[str, Any]:
    """Count a space: the records in it, the differences, the seconds, and the memory in MB."""
    serve.resume(folder)
    with serve.system_at_work() as app, entered(app, _name(size)) as site:
        before, started = _peak(), perf_counter()
        found = sum(1 for _difference in count(site))
        seconds, memory = perf_counter() - started, _peak() - before
        records, used = ledger_of(site).count["records"], ledger_of(site).gauge.used
    Zope2.DB.close()
    if used != size * OCTETS:
        raise RuntimeError(f"{used} bytes were counted of {size} files of {OCTETS}.")
    return {"records": records, "found": found, "seconds": seconds, "memory": memory}


def _name(size: int) -> str:
    return f"of-{size}"


def _peak() -> float:
    # Linux tells it in kilobytes.
    return getrusage(RUSAGE_SELF).ru_maxrss / 1000


def run(sizes: tuple[int, ...], out: Console) -> None:
    """Measure and print everything."""
    context = get_context("fork")
    with TemporaryDirectory(prefix="bench-") as folder:

        def alone(work: Any, *arguments: Any) -> Any:
            with ProcessPoolExecutor(1, mp_context=context) as pool:
                return pool.submit(work, Path(folder), *arguments).result()

        alone(fill, sizes)
        for what in ("first", "second"):
            for size in sizes:
                told = alone(counted, size)
                out.print(
                    f"Full count of {size:,} files, the {what}: {told['records']:,} records, "
                    f"{told['found']:,} put right, {told['seconds']:.1f} s, "
                    f"{told['memory']:.0f} MB more memory.",
                    soft_wrap=True,
                )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    few_and_many = {"type": int, "nargs": 2, "default": (1000, 20000), "metavar": ("FEW", "MANY")}
    parser.add_argument("--sizes", help="how many files are counted", **few_and_many)
    run(tuple(parser.parse_args().sizes), Console())


if __name__ == "__main__":
    main()
