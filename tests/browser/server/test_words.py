"""The journal of the server speaks of every act in words, and of every value by its name."""

from browser.server.conftest import OPERATOR
from collective.conventions.billing import indexes
from collective.conventions.billing.payments import assigning
from collective.conventions.browser.server.words import ACTIONS
from collective.conventions.server import incident_steps
from collective.conventions.server import zmi
from collective.conventions.server.changing import change
from collective.conventions.server.tools import requests as asked
from html import unescape
from pathlib import Path
import ast
import collective.conventions as conventions
import requests as http
import transaction


ZMI = (zmi.ASKED, zmi.GRANTED, zmi.DECLINED, zmi.REVOKED, zmi.RETURNED)


def recorded():
    """The actions that the sources give to ``record`` as they stand."""
    server, billing = (
        Path(one.__file__).parent for one in (conventions.server, conventions.billing)
    )
    for path in (*server.rglob("*.py"), *billing.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record":
                yield from (
                    one.value
                    for one in ast.walk(node.args[1])
                    if isinstance(one, ast.Constant) and not one.value.endswith("_")
                )


def test_every_act_has_its_words():
    told_apart = ("suspended", "reinstated")
    steps = {"reported", *incident_steps.STEPS} - set(told_apart)
    found = {
        *recorded(),
        *(f"incident_{one}" for one in steps),
        *(f"request_{one}" for one in asked.STATES),
        *(f"advanced_access_{one}" for one in ZMI),
        *indexes.ACTIONS,
        assigning.ACTION,
    }
    assert found == set(ACTIONS)


def test_values_have_their_names_and_are_written_for_people(server):
    change(server, "namur", {"limit": 4 * 1000**3, "kind": "region"}, reason="")
    transaction.commit()
    url = f"{server.absolute_url()}/@@server-journal?about=namur"
    text = unescape(http.get(url, auth=OPERATOR, timeout=30).text).replace("\u00a0", " ")
    for said in (
        "Entry changed",
        "Storage limit",
        "5 GB",
        "4 GB",
        "Kind of entity",
        "Regional body",
    ):
        assert said in text
    tied = unescape(http.get(f"{url[:-5]}cpas-namur", auth=OPERATOR, timeout=30).text)
    assert ">namur</td>" in " ".join(tied.split()).replace(" </td>", "</td>")
    for raw in ("nis_code", "region<", "4000000000", "System Processes"):
        assert raw not in text
