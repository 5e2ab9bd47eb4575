"""@letter: from which models a letter can be made, and the letter as a file."""

from collective.conventions.billing.issue import issue
from collective.conventions.clock import today
from datetime import timedelta
from plone import api
from services.billed import errors
import transaction


REFUSAL = "shipped:letter-non-renewal-fr@1"
DUNNING = "shipped:letter-dunning-fr@1"


def overdue(billed):
    """An invoice of 595.32 euro that should have been paid long ago."""
    url = billed.draft()
    transaction.begin()
    invoice = billed.convention[url.rpartition("/")[2]]
    with api.env.adopt_roles(["Manager"]):
        issue(invoice, today() - timedelta(days=90))
    transaction.commit()


def test_models_parties_and_what_is_overdue_are_told(billed, finance, author):
    url = f"{billed.convention.absolute_url()}/@letter"
    told = finance.get(url).json()
    models = {one["model"]: one for one in told["models"]}
    assert models[REFUSAL] == {
        "model": REFUSAL,
        "title": "Refus de la reconduction",
        "language": "fr",
        "purpose": "non_renewal",
        "formats": ["pdf", "docx", "html"],
        "url": f"{url}?model={REFUSAL}",
    }
    assert [one["title"] for one in told["parties"]] == ["Union", "Hauteville"]
    assert DUNNING not in models and told["unpaid"] == []
    overdue(billed)
    told = finance.get(url).json()
    (unpaid,) = told["unpaid"]
    assert unpaid["open"] == unpaid["amount"] == "595.32"
    assert DUNNING in {one["model"] for one in told["models"]}
    hidden = author.get(url).json()
    assert hidden["unpaid"] == []
    assert DUNNING not in {one["model"] for one in hidden["models"]}


def test_a_letter_is_a_file_of_its_format(billed, finance):
    url = f"{billed.convention.absolute_url()}/@letter"
    answer = finance.get(url, params={"model": REFUSAL})
    assert answer.content.startswith(b"%PDF") and answer.headers["ETag"]
    asked = {"model": REFUSAL, "format": "html", "reason": "The <b>hall</b> closes."}
    page = finance.get(url, params={**asked, "end": "2027-12-31"}).text
    assert "The &lt;b&gt;hall&lt;/b&gt; closes." in page
    assert "31 décembre 2027" in " ".join(page.split())
    sender, recipient = (one["uid"] for one in finance.get(url).json()["parties"])
    turned = finance.get(url, params={**asked, "sender": recipient, "recipient": sender}).text
    assert turned.index("Hauteville") < turned.index("Union")
    assert page.index("Union") < page.index("Hauteville")


def test_what_is_overdue_stands_in_the_letter_that_asks_for_it(billed, finance):
    url = f"{billed.convention.absolute_url()}/@letter"
    refused = finance.get(url, params={"model": DUNNING})
    assert refused.status_code == 400
    assert errors(refused) == {("model", None, None, "nothing_overdue")}
    overdue(billed)
    assert "595,32" in finance.get(url, params={"model": DUNNING, "format": "html"}).text
    turned = {"sender": billed.commune.UID(), "recipient": billed.union.UID()}
    refused = finance.get(url, params={"model": DUNNING, **turned})
    assert errors(refused) == {("model", None, None, "nothing_overdue")}


def test_what_is_wrong_is_named(billed, finance):
    url = f"{billed.convention.absolute_url()}/@letter"
    union = billed.union.UID()
    for sent, field, code in (
        ({"model": "shipped:access-fr"}, "model", "unknown_choice"),
        ({"model": REFUSAL, "format": "odt"}, "format", "unknown_choice"),
        ({"model": REFUSAL, "sender": "nobody"}, "sender", "unknown_choice"),
        ({"model": REFUSAL, "sender": union, "recipient": union}, "recipient", "letter_to_itself"),
        ({"model": REFUSAL, "end": "soon"}, "end", "wrong_type"),
        ({"model": REFUSAL, "why": "x"}, "why", "unknown_field"),
    ):
        answer = finance.get(url, params=sent)
        assert answer.status_code == 400, (sent, answer.text)
        assert errors(answer) == {(field, None, None, code)}
    assert finance.get(url, params={"model": "shipped:nothing"}).status_code == 404


def test_only_who_sees_the_convention_writes_about_it(billed, space):
    url = f"{billed.convention.absolute_url()}/@letter"
    assert space.client().get(url).status_code == 401
    assert space.client().get(url, params={"model": REFUSAL}).status_code == 401
