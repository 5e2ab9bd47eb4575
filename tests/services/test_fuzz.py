"""Whatever a client sends: never an error of the server, and never half a write."""

from collective.conventions.content.convention import IConvention
from collective.conventions.content.invoice import IInvoice
from collective.conventions.content.partner import IPartner
from collective.conventions.journal.storage import all_journals
from collective.z3cform.datagridfield.interfaces import IRow
from described import DOCUMENT
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from schemathesis import openapi
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import response_schema_conformance
from schemathesis.specs.openapi.checks import status_code_conformance
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IDecimal
from zope.schema.interfaces import IInt
from zope.schema.interfaces import IList
from zope.schema.interfaces import ITextLine
from zope.schema.vocabulary import SimpleVocabulary
import json
import pytest
import transaction


#: Who may do everything on the root of the server.
OPERATOR = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
REFUSALS = {400, 403, 409, 413, 422}
PARTIES = ("city", "region")
BOUNDED = settings(
    max_examples=50,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**400, -(10**20), 2**63, 0])
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["\x00", "\ud800", "NaN", "1e400", "12,5", "0000-00-00", "x" * 20_001]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)


def sound(field):
    """Values that a field might well take."""
    if IList.providedBy(field) and IRow.providedBy(field.value_type):
        return st.lists(row_of(field.value_type.schema), max_size=3)
    if IBool.providedBy(field):
        return st.booleans()
    if IInt.providedBy(field):
        return st.integers(0, 1300)
    if IDecimal.providedBy(field):
        return st.decimals(-5, 10**12, places=2).map(str) | st.integers(0, 10**6)
    if IDate.providedBy(field):
        return st.dates().map(str)
    if IChoice.providedBy(field) and isinstance(field.vocabulary, SimpleVocabulary):
        tokens = st.sampled_from([term.token for term in field.vocabulary])
        return tokens | tokens.map(lambda token: {"token": token, "title": token})
    if IChoice.providedBy(field):
        return st.sampled_from(PARTIES)
    if ITextLine.providedBy(field):
        return st.sampled_from(["A. Person", " spaced ", "0207.373.429", "BE68 5390 0754 7034"])
    return st.text(max_size=20)


def likely(field):
    return st.one_of(sound(field), sound(field), sound(field), anything)


def row_of(schema):
    columns = {name: likely(column) for name, column in getFieldsInOrder(schema)}
    return st.fixed_dictionaries({}, optional=columns) | anything


def body_of(schema):
    """A body with a few fields of the schema, most of them likely, and now and then another."""
    fields = {name: likely(field) for name, field in getFieldsInOrder(schema)}
    chosen = st.lists(st.sampled_from(sorted(fields)), max_size=5, unique=True)
    bodies = chosen.flatmap(lambda names: st.fixed_dictionaries({n: fields[n] for n in names}))
    odd = st.dictionaries(st.sampled_from(["title", "id", "colour", "@id", "items"]), anything)
    return st.tuples(bodies, st.just({}) | odd).map(lambda two: {**two[0], **two[1]})


def told(space, value):
    """The value with real partners, as bytes."""
    text = json.dumps(value)
    for name in PARTIES:
        text = text.replace(f'"{name}"', f'"{getattr(space, name)}"')
    return text.encode()


def send(client, method, url, data):
    return client(method, url, data=data, headers={"Content-Type": "application/json"})


def refused_in_shape(answer):
    assert answer.status_code in REFUSALS, answer.text
    assert {"type", "message", "errors"} <= set(answer.json())
    return True


@pytest.mark.parametrize("portal_type", ["Convention", "Partner", "Invoice"])
def test_changes(space, manager, signer, portal_type):
    schema = {"Convention": IConvention, "Partner": IPartner, "Invoice": IInvoice}[portal_type]
    url = existing(space, portal_type)
    counted = space.created() if portal_type == "Partner" else url
    now = [space.record(url), space.record(counted)[1]]

    @BOUNDED
    @given(body_of(schema))
    def change(value):
        answer = send(manager, "PATCH", url, told(space, value))
        if answer.status_code == 204:
            read = manager.get(url)
            assert read.status_code == 200
            assert send(manager, "PATCH", url, read.content).status_code == 204
            now[:] = [space.record(url), space.record(counted)[1]]
        else:
            refused_in_shape(answer)
            assert [space.record(url), space.record(counted)[1]] == now

    change()


def existing(space, portal_type):
    if portal_type == "Partner":
        return f"{space.url}/partners/city"
    if portal_type == "Convention":
        return space.created(**space.complete())
    made = signed(space)
    partners = {"issuer": space.city, "customer": space.region}
    answer = space.client("finance").post(made, {"@type": "Invoice", "title": "One", **partners})
    assert answer.status_code == 201, answer.text
    return answer.json()["@id"]


def signed(space):
    url = space.created(**space.complete())
    assert space.client("secretary").post(f"{url}/@workflow/approve", {}).ok
    signer = space.client("signer")
    rows = [{**row, "date_signed": "2024-07-01"} for row in signer.get(url).json()["signatories"]]
    assert signer.patch(url, {"signatories": rows}).ok
    assert signer.post(f"{url}/@workflow/sign", {}).ok
    return url


@pytest.mark.parametrize("portal_type", ["Convention", "Partner"])
def test_creations(space, manager, portal_type):
    schema = {"Convention": IConvention, "Partner": IPartner}[portal_type]
    folder = f"{portal_type.lower()}s"
    needed = {"@type": portal_type, "title": "T", "kind": "other", "entity_kind": "region"}
    needed = {n: v for n, v in needed.items() if n in ("@type", "title") or n in schema}

    def made():
        transaction.begin()
        return len(space.portal[folder]), len(all_journals())

    @BOUNDED
    @given(body_of(schema))
    def create(value):
        before = made()
        answer = send(manager, "POST", folder, told(space, {**needed, **value}))
        if answer.status_code == 201:
            assert manager.get(answer.json()["@id"]).status_code == 200
            assert made()[0] == before[0] + 1
        else:
            refused_in_shape(answer)
            assert made() == before

    create()


def test_steps(space, manager):
    url = space.created(**space.complete())
    now = [space.record(url)]
    keys = ["reason", "comment", "termination_date", "termination_reason", "effective"]

    @BOUNDED
    @given(
        st.sampled_from(["approve", "withdraw", "sign", "terminate"]),
        st.dictionaries(st.sampled_from(keys), anything | st.dates().map(str), max_size=2)
        | anything,
    )
    def step(name, value):
        answer = send(manager, "POST", f"{url}/@workflow/{name}", told(space, value))
        if answer.status_code == 200:
            now[0] = space.record(url)
        else:
            refused_in_shape(answer)
            assert space.record(url) == now[0]

    step()


PLACES = {"convention": "agreement", "part": "one", "partner": "city"}


# Neither the methods nor the media types that nobody describes are ours to answer.
CONFIG = SchemathesisConfig.from_dict({"phases": {"coverage": {"enabled": False}}})


# The pieces of an upload are bytes of a media type for which the client knows no words.
CLIENT = openapi.from_dict(DOCUMENT, config=CONFIG).exclude(operation_id="continueUpload")


@CLIENT.parametrize()
@settings(
    max_examples=5,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_the_document_as_a_client_reads_it(case, space):
    url = f"{space.url}/conventions/agreement"
    if space.client("manager").get(url).status_code == 404:
        existing(space, "Invoice")
    case.path_parameters = {
        name: PLACES.get(name, value) for name, value in (case.path_parameters or {}).items()
    }
    headers = {"Accept": "application/json"}
    if "servers" in case.operation.definition.raw:
        address, auth = space.portal.getPhysicalRoot().absolute_url(), OPERATOR
    else:
        address, auth = space.url, space.client("manager").session.auth
    answer = case.call(base_url=address, headers=headers, auth=auth)
    checks = [not_a_server_error, status_code_conformance, response_schema_conformance]
    case.validate_response(answer, checks=checks)
