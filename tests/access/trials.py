"""What is tried for each action of the table: did it work for this person, in this state?"""

from access.bills import billable_invoice
from access.bills import e_invoice
from access.bills import issued_invoice
from access.table import Line
from access.world import Agreement
from access.world import World
from collective.conventions.access.annexes import apply_rule
from collective.conventions.billing.confirming import CONFIRMATION
from collective.conventions.billing.confirming import confirmed
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.payments.book import payments_of
from collective.conventions.billing.sendings import MAIL
from collective.conventions.billing.sendings import Sending
from collective.conventions.billing.sendings import write_down
from collective.conventions.clock import today
from collective.conventions.exchange.fingerprint import fingerprint
from collective.conventions.server import zmi
from collective.conventions.server.tools.requests import requests_of
from collective.conventions.space.ledger import ledger_of
from datetime import date
from datetime import timedelta
from factories import ENDED
from factories import make_partner
from plone import api
from statements import coda
from typing import Any
import base64
import io
import itertools
import openpyxl
import transaction


JSON = "application/json"
#: How somebody is refused: by a client's answer, or by the way to the login form.
REFUSALS = (401, 403, 404, 409)
MODEL = "shipped:collaboration-fr@1"
numbers = itertools.count(1)


def tried(world: World, person: str, line: Line, letter: str) -> bool:
    """Try one cell; whatever is neither allowed nor properly refused fails."""
    trial = TRIALS[line.action]
    return trial(world, person, line.channel, letter)


def _ok(answer: Any) -> bool:
    if answer.status_code in (200, 201, 204):
        return True
    location = answer.headers.get("Location", "")
    refused = answer.status_code in REFUSALS
    refused |= answer.status_code == 302 and "require_login" in location
    assert refused, (answer.request.url, answer.status_code, location, answer.text[:1000])
    return False


def _path(content: Any) -> str:
    return "/".join(content.getPhysicalPath()[2:])


def _seen(world: World, person: str, channel: str, content: Any) -> bool:
    """See something that has a page, an answer and a place in the catalog."""
    if channel == "search":
        answer = world.rest(person, "GET", "@search", params={"UID": content.UID()})
        found = _ok(answer) and answer.json()["items_total"] == 1
        if not found:
            assert content.title not in answer.text
        return found
    if channel == "download":
        answer = world.ask(person, "GET", f"{_path(content)}/@@download/file", "*/*")
        return _ok(answer) and answer.content == b"text"
    if channel == "page":
        answer = world.page(person, f"{_path(content)}/view")
    else:
        answer = world.rest(person, "GET", _path(content))
    seen = _ok(answer)
    assert (content.title in answer.text) == seen, answer.request.url
    return seen


def see_convention(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    if channel == "listing":
        answer = world.page(person, "conventions")
        return _ok(answer) and convention.absolute_url() in answer.text
    return _seen(world, person, channel, convention)


def export(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    name = {"CSV": "export.csv", "XLSX": "export.xlsx"}[channel]
    answer = world.ask(person, "GET", f"conventions/@@{name}", "*/*")
    if not _ok(answer):
        return False
    if channel == "CSV":
        return convention.title in answer.content.decode("utf-8-sig")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    return any(convention.title in row for row in sheet.iter_rows(values_only=True))


def print_convention(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    if channel == "page":
        answer = world.page(person, f"{path}/@@paper.html")
    else:
        answer = world.rest(person, "GET", f"{path}/@paper?format=html")
    return _ok(answer) and "Agreed." in answer.text


def save_dates(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    answer = world.ask(person, "GET", f"{path}/@@calendar.ics", "*/*")
    return _ok(answer) and answer.text.startswith("BEGIN:VCALENDAR")


def deadlines(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    if channel == "page":
        answer = world.page(person, "@@deadlines?overdue=1")
    else:
        answer = world.rest(person, "GET", "@deadlines?overdue=1")
    return _ok(answer) and convention.absolute_url() in answer.text


def calendar_feed(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    made = world.rest(person, "POST", "@my-deadlines/calendar")
    if not _ok(made):
        return False
    path = made.json()["address"].removeprefix(f"{world.portal.absolute_url()}/")
    answer = world.ask("anonymous", "GET", path, "*/*")
    return _ok(answer) and f"@{convention.UID()}" in answer.text.replace("\r\n ", "")


def see_dates(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    if channel == "page":
        return _ok(world.page(person, f"{path}/@@what-if"))
    answer = world.rest(person, "GET", f"{path}/@timeline")
    return _ok(answer) and len(answer.json()["facts"]) > 0


def set_date(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    return _ok(world.page(person, f"{path}/@@set-date?key=starts"))


def check_text(world: World, person: str, channel: str, letter: str) -> bool:
    return _looked_at(world, person, channel, letter, "check")


def read_text(world: World, person: str, channel: str, letter: str) -> bool:
    return _looked_at(world, person, channel, letter, "text")


def write_text(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    if channel == "page":
        return _ok(world.page(person, f"{path}/@@edit-part?new=0"))
    text = [{"part": "article", "number": f"{next(numbers)}", "body": "<p>Text.</p>"}]
    return _ok(world.rest(person, "PATCH", f"{path}/@text", json={"text": text}))


def compare_text(world: World, person: str, channel: str, letter: str) -> bool:
    return _looked_at(world, person, channel, letter, "compare")


def _looked_at(world: World, person: str, channel: str, letter: str, name: str) -> bool:
    path = _path(world.agreement(letter).convention)
    if channel == "page":
        return _ok(world.page(person, f"{path}/@@{name}"))
    return _ok(world.rest(person, "GET", f"{path}/@{name}"))


def journal(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    if channel == "page":
        return _ok(world.page(person, f"{path}/@@journal"))
    answer = world.rest(person, "GET", f"{path}/@journal")
    return _ok(answer) and answer.json()["items_total"] > 0


def reminders(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    return _ok(world.rest(person, "GET", f"{path}/@reminders"))


def stock_history(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    if channel == "REST":
        return _ok(world.rest(person, "GET", f"{path}/@history"))
    answer = world.page(person, f"{path}/@@historyview")
    if answer.headers.get("Location", "").endswith("/@@journal"):
        return _ok(world.page(person, f"{path}/@@journal"))
    return _ok(answer)


def see_annex(world: World, person: str, channel: str, letter: str) -> bool:
    return _seen(world, person, channel, world.agreement(letter).early)


def see_closed_annex(world: World, person: str, channel: str, letter: str) -> bool:
    return _seen(world, person, channel, world.agreement(letter).closed)


def see_invoice(world: World, person: str, channel: str, letter: str) -> bool:
    invoice = world.agreement(letter).invoice
    return invoice is not None and _seen(world, person, channel, invoice)


def _patched(world: World, person: str, content: Any, name: str, value: Any) -> bool:
    """Change a field, and look whether it has changed."""
    before = getattr(content, name)
    done = _ok(world.rest(person, "PATCH", _path(content), json={name: value}))
    assert (getattr(content, name) != before) == done, (name, before)
    return done


def change_terms(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    return _patched(world, person, convention, "subject_matter", f"Matter {next(numbers)}")


def record_decision(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    return _patched(world, person, convention, "council_number", f"{next(numbers)}")


def read_decree(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    if channel == "page":
        return _ok(world.page(person, f"{path}/@@decree"))
    return _ok(world.rest(person, "GET", f"{path}/@decree"))


def fetch_package(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    name = {"page": "@@decision-package", "REST": "@exchange"}[channel]
    accept = {"page": "*/*", "REST": "application/json"}[channel]
    answer = world.ask(person, "GET", f"{path}/{name}", accept)
    return _ok(answer) and answer.content.startswith(b"PK")


def write_letter(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    if channel == "page":
        return _ok(world.page(person, f"{path}/@@letter"))
    return _ok(world.rest(person, "GET", f"{path}/@letter"))


def draft_decree(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    sent = {"language": "fr", "parts": {"subject": f"<p>Matter {next(numbers)}</p>"}}
    before = list(convention.decree)
    done = _ok(world.rest(person, "PATCH", f"{_path(convention)}/@decree", json=sent))
    assert (convention.decree != before) == done
    return done


def record_deliberation(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    path = f"{_path(convention)}/@deliberation"
    return _deliberated(world, person, convention, path, {})


def take_decision(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    about = {
        "format": "collective.conventions/decision",
        "version": 1,
        "id": convention.UID(),
        "fingerprint": fingerprint(convention),
    }
    return _deliberated(world, person, convention, f"{_path(convention)}/@exchange", about)


def _deliberated(
    world: World, person: str, convention: Any, path: str, about: dict[str, Any]
) -> bool:
    """Record that the College has postponed it, in a sitting that nobody has told of yet."""
    before = len(convention.deliberations)
    sitting = date(2020, 1, 1) + timedelta(days=next(numbers))
    made = {"body": "college", "sitting": sitting.isoformat(), "outcome": "postponed"}
    done = _ok(world.rest(person, "POST", path, json={**about, **made}))
    assert (len(convention.deliberations) != before) == done
    return done


def record_signature(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    day = f"2024-08-{next(numbers) % 28 + 1:02}"
    rows = [
        {name: value for name, value in row.items() if value is not None} | {"date_signed": day}
        for row in convention.signatories
    ]
    return _patched(world, person, convention, "signatories", rows)


def follow_up(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    return _patched(world, person, convention, "remarks", f"Remark {next(numbers)}")


def record_end(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    return _patched(world, person, convention, "termination_reason", f"Why {next(numbers)}")


def termination(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    return _ok(world.page(person, f"{_path(convention)}/@@termination"))


def record_letter(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    before = len(convention.notices)
    sent = date(2024, 7, 1) + timedelta(days=next(numbers))
    partner = convention.parties[0]["partner"]
    row = {"kind": "other", "partner": partner, "sent": sent.isoformat()}
    done = _ok(world.rest(person, "POST", f"{_path(convention)}/@notices", json=row))
    assert (len(convention.notices) != before) == done
    return done


def read_letters(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    return _ok(world.rest(person, "GET", f"{_path(convention)}/@notices"))


def open_form(world: World, person: str, channel: str, letter: str) -> bool:
    return _form(world, person, world.agreement(letter).convention)


def _form(world: World, person: str, content: Any) -> bool:
    opened = _ok(world.page(person, f"{_path(content)}/edit"))
    world.unlock(content)
    return opened


def _added(world: World, person: str, channel: str, container: Any, **data: Any) -> bool:
    if channel == "page":
        return _ok(world.page(person, f"{_path(container)}/++add++{data['@type']}"))
    before = set(container.objectIds())
    done = _ok(world.rest(person, "POST", _path(container), json=data))
    assert (set(container.objectIds()) != before) == done
    return done


def add_annex(world: World, person: str, channel: str, letter: str) -> bool:
    file = {
        "data": base64.b64encode(b"text").decode(),
        "encoding": "base64",
        "filename": "new.txt",
        "content-type": "text/plain",
    }
    data = {"@type": "Annex", "title": "New annex", "publication": "parties", "file": file}
    return _added(world, person, channel, world.agreement(letter).convention, **data)


def add_amendment(world: World, person: str, channel: str, letter: str) -> bool:
    data = {"@type": "Amendment", "title": "New amendment"}
    return _added(world, person, channel, world.agreement(letter).convention, **data)


def see_state(world: World, person: str, channel: str, letter: str) -> bool:
    """See what holds of a convention on a day, amendments included."""
    convention = world.agreement(letter).convention
    if channel == "page":
        answer = world.page(person, f"{_path(convention)}/@@state?at=2026-01-01")
        return _ok(answer) and convention.title in answer.text
    answer = world.rest(person, "GET", f"{_path(convention)}/@state?at=2026-01-01")
    return _ok(answer) and answer.json()["at"] == "2026-01-01"


def add_invoice(world: World, person: str, channel: str, letter: str) -> bool:
    issuer, customer = (partner.UID() for partner in world.partners[:2])
    data = {"@type": "Invoice", "title": "New", "issuer": issuer, "customer": customer}
    return _added(world, person, channel, world.agreement(letter).convention, **data)


def _changed(world: World, person: str, channel: str, content: Any) -> bool:
    if channel == "page":
        return _form(world, person, content)
    return _patched(world, person, content, "description", f"Note {next(numbers)}")


def change_early_annex(world: World, person: str, channel: str, letter: str) -> bool:
    return _changed(world, person, channel, world.agreement(letter).early)


def change_late_annex(world: World, person: str, channel: str, letter: str) -> bool:
    return _changed(world, person, channel, world.agreement(letter).late)


def see_signing(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    if channel == "page":
        return _ok(world.page(person, f"{path}/@@signed"))
    return _ok(world.rest(person, "GET", f"{path}/@signed"))


def keep_signed_copy(world: World, person: str, channel: str, letter: str) -> bool:
    convention = world.agreement(letter).convention
    before = set(convention.objectIds())
    file = {"data": base64.b64encode(b"scan").decode(), "encoding": "base64", "filename": "s.txt"}
    done = _ok(world.rest(person, "POST", f"{_path(convention)}/@signed", json={"file": file}))
    assert (set(convention.objectIds()) != before) == done
    return done


def restrict_annex(world: World, person: str, channel: str, letter: str) -> bool:
    """The form, or the change itself, which is taken back for the next person."""
    annex = world.agreement(letter).early
    if channel == "page":
        return _ok(world.page(person, f"{_path(annex)}/@@restrict"))
    data = {"publication": "secretariat", "reason": "It names a child."}
    done = _ok(world.rest(person, "POST", f"{_path(annex)}/@restriction", json=data))
    assert (annex.publication == "secretariat") == done
    annex.publication = "parties"
    apply_rule(annex)
    return done


def take_complete_file(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    name = {"page": "@@archive.zip", "REST": "@archive"}[channel]
    answer = world.ask(person, "GET", f"{path}/{name}", "*/*" if channel == "page" else JSON)
    return _ok(answer) and answer.content.startswith(b"PK")


def change_invoice(world: World, person: str, channel: str, letter: str) -> bool:
    invoice = world.agreement(letter).invoice
    return invoice is not None and _changed(world, person, channel, invoice)


def _deleted(world: World, person: str, content: Any) -> bool:
    parent, name = content.aq_parent, content.getId()
    done = _ok(world.rest(person, "DELETE", _path(content)))
    assert (name not in parent) == done
    return done


def delete_early_annex(world: World, person: str, channel: str, letter: str) -> bool:
    return _deleted(world, person, world.agreement(letter).early)


def delete_late_annex(world: World, person: str, channel: str, letter: str) -> bool:
    return _deleted(world, person, world.agreement(letter).late)


def delete_invoice(world: World, person: str, channel: str, letter: str) -> bool:
    invoice = world.agreement(letter).invoice
    return invoice is not None and _deleted(world, person, invoice)


def read_enrolment(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    return _ok(world.rest(person, "GET", f"{path}/@enrolment"))


def confirm_enrolment(world: World, person: str, channel: str, letter: str) -> bool:
    """Ask again for what has been sent: that is answered, and sends nothing."""
    convention = world.agreement(letter).convention
    if confirmed(convention) is None:
        write_down(convention, Sending(CONFIRMATION, today(), MAIL, "a@example.be", "", ""))
    if channel == "page":
        answer = world.form(person, f"{_path(convention)}/@@confirm-enrolment?do.confirm=1")
        return answer.headers.get("Location", "").endswith("#cv-enrolment")
    return _ok(world.rest(person, "POST", f"{_path(convention)}/@enrolment", json={}))


def issue_invoice(world: World, person: str, channel: str, letter: str) -> bool:
    """The page that asks once more, or issuing itself, of a draft made for this one trial."""
    if channel == "page":
        invoice = world.agreement(letter).invoice
        return invoice is not None and _ok(world.page(person, f"{_path(invoice)}/@@issue"))
    invoice = billable_invoice(world, letter)
    if invoice is None:
        return False
    done = _ok(world.rest(person, "POST", f"{_path(invoice)}/@workflow/issue", json={}))
    assert (issued_of(invoice) is not None) == done
    return done


def see_billing(world: World, person: str, channel: str, letter: str) -> bool:
    if channel == "page":
        names = ("billing", "billing-run", "price-indexes", "owed", "dunning", "billing-mails")
        (seen,) = {_ok(world.page(person, f"@@{name}")) for name in names}
        return seen
    services = ("@billing", "@owed", "@billing-preview", "@billing-run", "@price-indexes")
    (seen,) = {_ok(world.rest(person, "GET", name)) for name in services}
    return seen


def take_statement(world: World, person: str, channel: str, letter: str) -> bool:
    if channel == "page":
        return _ok(world.page(person, "@@statement"))
    data = base64.b64encode(coda().encode()).decode()
    return _ok(world.rest(person, "POST", "@statement", json={"file": {"data": data}}))


def delete_convention(world: World, person: str, channel: str, letter: str) -> bool:
    return _deleted(world, person, world.agreement(letter).convention)


def copy(world: World, person: str, channel: str, letter: str) -> bool:
    folder = world.portal["conventions"]
    before = set(folder.objectIds())
    source = world.agreement(letter).convention
    before.add(source.getId())
    data = {"source": source.absolute_url()}
    done = _ok(world.rest(person, "POST", "conventions/@copy", json=data))
    new = set(folder.objectIds()) - before
    assert bool(new) == done
    for name in new:
        assert api.content.get_state(folder[name]) == "draft"
        folder.manage_delObjects([name])
    return done


def step(name: str) -> Any:
    data = {
        "withdraw": {"reason": "Annulled."},
        "terminate": {
            "termination_date": ENDED.isoformat(),
            "termination_reason": "By agreement.",
        },
    }

    def trial(world: World, person: str, channel: str, letter: str) -> bool:
        convention = world.agreement(letter).convention
        if channel == "page":
            return _ok(world.page(person, f"{_path(convention)}/@@step?step={name}"))
        before = api.content.get_state(convention)
        path = f"{_path(convention)}/@workflow/{name}"
        done = _ok(world.rest(person, "POST", path, json=data.get(name, {})))
        assert (api.content.get_state(convention) != before) == done
        return done

    return trial


def preview_billing(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    return _ok(world.rest(person, "GET", f"{path}/@billing-preview"))


def read_document(world: World, person: str, channel: str, letter: str) -> bool:
    invoice = world.agreement(letter).invoice
    return invoice is not None and _ok(world.rest(person, "GET", f"{_path(invoice)}/@document"))


def read_payments(world: World, person: str, channel: str, letter: str) -> bool:
    invoice = world.agreement(letter).invoice
    return invoice is not None and _ok(world.rest(person, "GET", f"{_path(invoice)}/@payments"))


def record_payment(world: World, person: str, channel: str, letter: str) -> bool:
    invoice = issued_invoice(world, letter)
    if invoice is None:
        return False
    payment = {"day": today().isoformat(), "amount": "1.00", "reference": f"bank-{next(numbers)}"}
    done = _ok(world.rest(person, "POST", f"{_path(invoice)}/@payments", json=payment))
    assert (len(payments_of(invoice)) == 1) == done
    return done


def credit_invoice(world: World, person: str, channel: str, letter: str) -> bool:
    invoice = issued_invoice(world, letter)
    if invoice is None:
        return False
    before = set(invoice.aq_parent.objectIds())
    done = _ok(world.rest(person, "POST", f"{_path(invoice)}/@credit", json={}))
    assert (set(invoice.aq_parent.objectIds()) != before) == done
    return done


def receive_invoice(world: World, person: str, channel: str, letter: str) -> bool:
    data = base64.b64encode(e_invoice(world, f"F-{next(numbers)}")).decode()
    convention = world.agreement(letter).convention
    before = set(convention.objectIds())
    sent = {"file": {"data": data, "filename": "invoice.xml"}}
    done = _ok(world.rest(person, "POST", f"{_path(convention)}/@received", json=sent))
    assert (set(convention.objectIds()) != before) == done
    return done


def run_billing(world: World, person: str, channel: str, letter: str) -> bool:
    return _ok(world.rest(person, "POST", "@billing-run", json={}))


def enter_index(world: World, person: str, channel: str, letter: str) -> bool:
    value = {"series": "health_index", "month": "2026-01-01", "value": next(numbers)}
    sent = {"source": "Statbel", "values": [value]}
    return _ok(world.rest(person, "POST", "@price-indexes", json=sent))


def front_page(world: World, person: str, channel: str, letter: str) -> bool:
    return _ok(world.page(person, ""))


def folders(world: World, person: str, channel: str, letter: str) -> bool:
    ask = world.page if channel == "page" else lambda who, path: world.rest(who, "GET", path)
    found = {_ok(ask(person, path)) for path in ("conventions", "partners")}
    assert len(found) == 1
    return found.pop()


def add_convention(world: World, person: str, channel: str, letter: str) -> bool:
    data = {"@type": "Convention", "title": "New", "kind": "other"}
    return _added(world, person, channel, world.portal["conventions"], **data)


def see_partner(world: World, person: str, channel: str, letter: str) -> bool:
    return _seen(world, person, channel, world.partners[0])


def add_partner(world: World, person: str, channel: str, letter: str) -> bool:
    data = {"@type": "Partner", "title": "New", "entity_kind": "company"}
    return _added(world, person, channel, world.portal["partners"], **data)


def change_partner(world: World, person: str, channel: str, letter: str) -> bool:
    return _changed(world, person, channel, world.partners[0])


def delete_partner(world: World, person: str, channel: str, letter: str) -> bool:
    return _deleted(world, person, make_partner(world.portal, f"Unused {next(numbers)}"))


def all_journals(world: World, person: str, channel: str, letter: str) -> bool:
    if channel == "page":
        return _ok(world.page(person, "@@journals"))
    return _ok(world.rest(person, "GET", "@journals"))


def look_after_reminders(world: World, person: str, channel: str, letter: str) -> bool:
    if channel == "page":
        return _ok(world.page(person, "@@reminders"))
    before = _rules(world)
    rule = {"what": "ends", "days_before": f"{next(numbers)}", "recipients": "responsible"}
    done = _ok(world.rest(person, "PATCH", "@reminders", json={"rules": [rule]}))
    assert (_rules(world) != before) == done
    assert _ok(world.rest(person, "GET", "@reminders")) == done
    return done


def _rules(world: World) -> Any:
    return world.rest("admin", "GET", "@reminders").json()["rules"]


def change_delays(world: World, person: str, channel: str, letter: str) -> bool:
    law = f"Law {next(numbers)}"
    done = _ok(world.page(person, "@@legal-delays"))
    world.form(person, f"@@legal-delays?code=supervision_brussels&days=40&source={law}")
    assert (law in world.page("admin", "@@legal-delays").text) == done
    return done


def look_after_members(world: World, person: str, channel: str, letter: str) -> bool:
    return _ok(world.page(person, "@@members"))


def choose_reminders(world: World, person: str, channel: str, letter: str) -> bool:
    if channel == "page":
        return _ok(world.page(person, "@@my-deadlines"))
    return _ok(world.rest(person, "PATCH", "@my-deadlines", json={"mails": "none"}))


def report_incident(world: World, person: str, channel: str, letter: str) -> bool:
    if channel == "page":
        return _ok(world.page(person, "@@report-incident"))
    seen = {"kind": "other", "title": "Seen", "text": "Something odd."}
    return _ok(world.rest(person, "POST", "@incidents", json=seen))


def see_filled(world: World, person: str, channel: str, letter: str) -> bool:
    path = _path(world.agreement(letter).convention)
    if channel == "page":
        return _ok(world.page(person, f"{path}/@@make-text?model={MODEL}"))
    return _ok(world.rest(person, "GET", f"{path}/@fill", params={"model": MODEL}))


def see_library(world: World, person: str, channel: str, letter: str) -> bool:
    if channel == "page":
        return _ok(world.page(person, f"library/@@model?name={MODEL}"))
    return _ok(world.rest(person, "GET", f"@models/{MODEL}"))


def adapt_model(world: World, person: str, channel: str, letter: str) -> bool:
    library = world.portal["library"]
    before = set(library.objectIds())
    if channel == "page":
        world.form(person, f"library/@@adapt-model?name={MODEL}")
        return set(library.objectIds()) != before
    done = _ok(world.rest(person, "POST", "@models", json={"adapt": MODEL}))
    assert (set(library.objectIds()) != before) == done
    return done


def change_model(world: World, person: str, channel: str, letter: str) -> bool:
    library = world.portal["library"]
    if "quagga" not in library:
        api.content.create(library, "Model", id="quagga", title="Quagga", kind="clause")
        transaction.commit()
    data = {"title": f"Quagga {next(numbers)}"}
    return _ok(world.rest(person, "PATCH", "library/quagga", json=data))


def see_tools(world: World, person: str, channel: str, letter: str) -> bool:
    if channel == "page":
        return _ok(world.page(person, "@@tools"))
    return _ok(world.rest(person, "GET", "@tools"))


def ask_for_tools(world: World, person: str, channel: str, letter: str) -> bool:
    before, wish = len(_asked(world)), f"Wish {next(numbers)}"
    if channel == "page":
        world.form(person, f"@@tools?do.adapt=1&tool=-&text={wish}")
        return len(_asked(world)) != before
    data = {"kind": "adaptation", "text": wish}
    done = _ok(world.rest(person, "POST", "@requests", json=data))
    assert (len(_asked(world)) != before) == done
    return done


def _asked(world: World) -> Any:
    transaction.begin()
    return requests_of(world.portal.getPhysicalRoot(), world.portal.getId())


def read_requests(world: World, person: str, channel: str, letter: str) -> bool:
    return _ok(world.rest(person, "GET", "@requests"))


def change_settings(world: World, person: str, channel: str, letter: str) -> bool:
    name = f"Helper {next(numbers)}"
    if channel == "page":
        opened = _ok(world.page(person, "@@conventions-settings"))
        sent = f"help_name={name}&monetary=1&credit_note_series=NC"
        world.form(person, f"@@conventions-settings?{sent}")
        changed = _helper(world) == name
        assert opened == changed
        return changed
    done = _ok(world.rest(person, "PATCH", "@controlpanels/conventions", json={"help_name": name}))
    assert (_helper(world) == name) == done
    return done


def _helper(world: World) -> Any:
    data = world.rest("admin", "GET", "@controlpanels/conventions").json()["data"]
    return data["help_name"]


def see_storage(world: World, person: str, channel: str, letter: str) -> bool:
    if channel == "page":
        return _ok(world.page(person, "@@storage"))
    return _ok(world.rest(person, "GET", "@storage"))


def clean_storage(world: World, person: str, channel: str, letter: str) -> bool:
    return _sent(world.form(person, "@@storage?do.scales=1"))


def limit_storage(world: World, person: str, channel: str, letter: str) -> bool:
    gauge = ledger_of(world.portal).gauge
    before, limit = gauge.limit, 4 * 1000**3 + next(numbers)
    if channel == "page":
        done = _sent(world.form(person, f"@@storage?do.limit=1&limit={limit}"))
    else:
        done = _ok(world.rest(person, "PATCH", "@storage", json={"limit": limit}))
    assert gauge.limit == (limit if done else before)
    return done


def see_advanced_access(world: World, person: str, channel: str, letter: str) -> bool:
    if channel == "page":
        return _ok(world.page(person, "@@advanced-access"))
    return _ok(world.rest(person, "GET", "@advanced-access"))


def ask_advanced_access(world: World, person: str, channel: str, letter: str) -> bool:
    answer = world.rest(person, "POST", "@advanced-access", json={"reason": "The catalog."})
    if _ok(answer):
        assert _ok(world.rest(person, "DELETE", f"@advanced-access/{answer.json()['id']}"))
    return _ok(answer)


def grant_advanced_access(world: World, person: str, channel: str, letter: str) -> bool:
    portal, manager = world.portal, world.logins["space manager"][0]
    made = zmi.ask(portal, manager, "Manager", "The catalog.", today=today())
    sent = {"state": "granted", "until": today().isoformat()}
    done = _ok(world.rest(person, "PATCH", f"@advanced-access/{made.id}", json=sent))
    assert zmi.has_access(portal, manager, today()) == done
    zmi.give_back(portal, made.id, manager)
    return done


def reach_screens(world: World, person: str, channel: str, letter: str) -> bool:
    screens = ("manage_findForm", "conventions/manage_main", "acl_users/manage_main")
    found = {_ok(world.page(person, screen)) for screen in screens}
    assert len(found) == 1
    return found.pop()


def _sent(answer: Any) -> bool:
    """Whether a form was taken: it then leads back to its page."""
    taken = answer.status_code == 302
    return (taken and answer.headers["Location"].endswith("/@@storage")) or _ok(answer)


TRIALS = {
    "see the convention": see_convention,
    "see what holds of it on a day": see_state,
    "print the convention": print_convention,
    "export the convention": export,
    "save the convention's dates to a calendar": save_dates,
    "see its deadlines among all others": deadlines,
    "see the deadlines in one's calendar": calendar_feed,
    "read the reminders of the convention": reminders,
    "see its dates": see_dates,
    "check the text": check_text,
    "compare the text": compare_text,
    "read the text": read_text,
    "write the text": write_text,
    "read the journal": journal,
    "read Plone's own history": stock_history,
    "see an annex for the parties": see_annex,
    "see an annex of the secretariat": see_closed_annex,
    "see an invoice": see_invoice,
    "change the terms": change_terms,
    "record the council's decision": record_decision,
    "read the decree": read_decree,
    "write a letter from a model": write_letter,
    "fetch the package for a decision system": fetch_package,
    "draft the decree": draft_decree,
    "record a deliberation": record_deliberation,
    "take a decision of a decision system": take_decision,
    "record a signature": record_signature,
    "follow up": follow_up,
    "set a date by hand": set_date,
    "record the end": record_end,
    "open the ways to the end": termination,
    "record a letter": record_letter,
    "read the letters and ways": read_letters,
    "open the form": open_form,
    "see the text that a model makes": see_filled,
    "see the library of models": see_library,
    "adapt a model": adapt_model,
    "change a model": change_model,
    "add an amendment": add_amendment,
    "add an annex": add_annex,
    "change an annex of before the last step": change_early_annex,
    "delete an annex of before the last step": delete_early_annex,
    "change an annex added since the last step": change_late_annex,
    "delete an annex added since the last step": delete_late_annex,
    "add an invoice": add_invoice,
    "see how far its signing has come": see_signing,
    "keep a signed copy": keep_signed_copy,
    "let fewer people read an annex": restrict_annex,
    "take its complete file": take_complete_file,
    "change an invoice": change_invoice,
    "delete an invoice": delete_invoice,
    "issue an invoice": issue_invoice,
    "see the billing": see_billing,
    "take in a statement of the bank": take_statement,
    "preview what is due for it": preview_billing,
    "read what an invoice says": read_document,
    "read the payments of an invoice": read_payments,
    "record a payment": record_payment,
    "read how far an enrolment has come": read_enrolment,
    "confirm an enrolment": confirm_enrolment,
    "credit an invoice": credit_invoice,
    "receive an e-invoice": receive_invoice,
    "approve": step("approve"),
    "withdraw": step("withdraw"),
    "sign": step("sign"),
    "terminate": step("terminate"),
    "delete the convention": delete_convention,
    "copy the convention": copy,
    "see the front page": front_page,
    "see the folders": folders,
    "add a convention": add_convention,
    "see a partner": see_partner,
    "add a partner": add_partner,
    "change a partner": change_partner,
    "delete a partner nobody uses": delete_partner,
    "run the billing": run_billing,
    "enter a price index": enter_index,
    "read all journals": all_journals,
    "look after the reminders": look_after_reminders,
    "look after the members": look_after_members,
    "change the delays that a law sets": change_delays,
    "choose how reminders come": choose_reminders,
    "report an incident": report_incident,
    "see the tools": see_tools,
    "ask for a tool or an adaptation": ask_for_tools,
    "read what was asked for": read_requests,
    "change the settings": change_settings,
    "see the storage": see_storage,
    "clean up the storage": clean_storage,
    "set the limit of the storage": limit_storage,
    "see who has advanced access": see_advanced_access,
    "ask for advanced access": ask_advanced_access,
    "grant advanced access": grant_advanced_access,
    "reach the management screens": reach_screens,
}

__all__ = ["TRIALS", "Agreement", "tried"]
