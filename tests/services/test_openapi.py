"""``docs/openapi.yaml`` says what the schemas and the server say."""

from base64 import b64encode
from collective.conventions import services
from collective.conventions.clock import today
from collective.conventions.content import rows
from collective.conventions.content import vocabularies
from collective.conventions.content.amendment import IAmendment
from collective.conventions.content.annex import IAnnex
from collective.conventions.content.convention import IConvention
from collective.conventions.content.invoice import IInvoice
from collective.conventions.content.model import IModel
from collective.conventions.content.partner import IPartner
from collective.conventions.deadlines.preferences import MAILS
from collective.conventions.lifecycle.steps import STEPS
from collective.conventions.services.content.fields import READ_ONLY
from described import DOCUMENT
from functools import partial
from jsonschema import Draft202012Validator
from pathlib import Path
from plone.app.dexterity.behaviors.metadata import IBasic
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.autoform.interfaces import READ_PERMISSIONS_KEY
from plone.supermodel.utils import mergedTaggedValueDict
from referencing import Registry
from referencing import Resource
from referencing.jsonschema import DRAFT202012
from services.amending import check_amendments
from services.conftest import Client
from services.deciding import check_decree
from services.describing import check_billing
from services.describing import check_signing
from services.modelling import check_models
from services.texting import check_text
from xml.etree import ElementTree
from zope.schema import getFieldsInOrder
import json
import pytest
import re
import requests


SCHEMAS = DOCUMENT["components"]["schemas"]
REGISTRY = Registry().with_resource(
    "urn:document", Resource.from_contents(DOCUMENT, default_specification=DRAFT202012)
)
TYPES = {
    "Convention": IConvention,
    "Partner": IPartner,
    "Invoice": IInvoice,
    "Annex": IAnnex,
    "Amendment": IAmendment,
    "Model": IModel,
}
ROWS = {
    name.removeprefix("I").removesuffix("Row"): row
    for name, row in vars(rows).items()
    if name.endswith("Row") and name != "DictRow"
}
ENUMS = {
    "Kind": vocabularies.KINDS,
    "Language": vocabularies.LANGUAGES,
    "PartyRole": vocabularies.PARTY_ROLES,
    "EntityKind": vocabularies.ENTITY_KINDS,
    "StartRule": vocabularies.START_RULES,
    "DurationUnit": vocabularies.DURATION_UNITS,
    "Renewal": vocabularies.RENEWALS,
    "NoticeUnit": vocabularies.NOTICE_UNITS,
    "NoticeMeans": vocabularies.NOTICE_MEANS,
    "NoticeBasis": vocabularies.NOTICE_BASES,
    "NoticeKind": vocabularies.NOTICE_KINDS,
    "NoticeScope": vocabularies.NOTICE_SCOPES,
    "ClauseTopic": vocabularies.CLAUSE_TOPICS,
    "Watched": vocabularies.WATCHED,
    "Recipient": vocabularies.RECIPIENTS,
    "SupervisionRegime": vocabularies.SUPERVISION_REGIMES,
    "ConsentKind": vocabularies.CONSENT_KINDS,
    "ConsentAnswer": vocabularies.CONSENT_ANSWERS,
    "UndertakingKind": vocabularies.UNDERTAKING_KINDS,
    "SupervisionOutcome": vocabularies.SUPERVISION_OUTCOMES,
    "PublicationRule": vocabularies.PUBLICATION_RULES,
    "AnnexKind": vocabularies.ANNEX_KINDS,
    "TextPart": vocabularies.TEXT_PARTS,
    "DecreePart": vocabularies.DECREE_PARTS,
    "DeliberatingBody": vocabularies.DELIBERATING_BODIES,
    "DeliberationOutcome": vocabularies.DELIBERATION_OUTCOMES,
    "ModelKind": vocabularies.MODEL_KINDS,
    "ModelSource": vocabularies.MODEL_SOURCES,
    "LetterPurpose": vocabularies.LETTER_PURPOSES,
    "DocumentKind": vocabularies.DOCUMENT_KINDS,
    "Country": vocabularies.COUNTRIES,
    "VatCategory": vocabularies.VAT_CATEGORIES,
    "Unit": vocabularies.UNITS,
    "PriceBasis": vocabularies.PRICE_BASES,
    "EffectiveRule": vocabularies.EFFECTIVE_RULES,
    "AmendingAction": vocabularies.AMENDING_ACTIONS,
    "IndexSeries": vocabularies.INDEX_SERIES,
    "IndexRule": vocabularies.INDEX_RULES,
    "IndexRounding": vocabularies.INDEX_ROUNDINGS,
    "ReductionCondition": vocabularies.REDUCTION_CONDITIONS,
    "Communication": vocabularies.COMMUNICATIONS,
    "State": vocabularies.STATES,
    "Mails": MAILS,
}


def fields_of(schema):
    return dict(getFieldsInOrder(schema))


def validate(schema, value):
    """Hold a value against a schema of the document."""
    pointed = schema
    while "$ref" in pointed:
        pointed = resolved(pointed["$ref"])
    absolute = {"$ref": schema["$ref"].replace("#", "urn:document#")} if "$ref" in schema else None
    Draft202012Validator(
        absolute or rebased(pointed),
        registry=REGISTRY,
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    ).validate(value)


def rebased(schema):
    if isinstance(schema, dict):
        return {
            name: value.replace("#", "urn:document#") if name == "$ref" else rebased(value)
            for name, value in schema.items()
        }
    return [rebased(item) for item in schema] if isinstance(schema, list) else schema


def resolved(reference):
    found = DOCUMENT
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    return found


def references(value):
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"]
        for item in value.values():
            yield from references(item)
    elif isinstance(value, list):
        for item in value:
            yield from references(item)


def test_the_document_holds_together():
    assert DOCUMENT["openapi"].startswith("3.1.")
    used = set(references(DOCUMENT))
    for reference in used:
        assert resolved(reference)
    assert {f"#/components/schemas/{name}" for name in SCHEMAS} <= used
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)


def test_every_enumeration_is_a_vocabulary():
    for name, vocabulary in ENUMS.items():
        assert SCHEMAS[name]["enum"] == [term.token for term in vocabulary], name
    assert SCHEMAS["Step"]["enum"] == list(STEPS)
    enumerated = {name for name, schema in SCHEMAS.items() if "enum" in schema}
    assert enumerated == {*ENUMS, "Step"}


@pytest.mark.parametrize("name", TYPES)
def test_a_type_has_the_fields_of_its_schema(name):
    described = SCHEMAS[name]["properties"]
    fields = {"title": IBasic["title"], "description": IBasic["description"]}
    fields |= fields_of(TYPES[name])
    assert set(described) - READ_ONLY == {n for n, field in fields.items() if not field.readonly}
    answered = SCHEMAS[f"Stored{name}"]["allOf"][1]["required"]
    told_to_some = {"targetUrl", *mergedTaggedValueDict(TYPES[name], READ_PERMISSIONS_KEY)}
    assert answered == [item for item in described if item not in told_to_some]
    needed = {n for n, field in fields.items() if field.required and field.default is None}
    assert set(SCHEMAS[f"New{name}"]["allOf"][1]["required"]) == {"@type", *needed}
    for field_name, field in fields.items():
        assert_bounds(described[field_name], field)


@pytest.mark.parametrize("name", ROWS)
def test_a_row_has_the_columns_of_its_table(name):
    columns = fields_of(ROWS[name])
    assert set(SCHEMAS[name]["properties"]) == set(columns)
    needed = {n for n, column in columns.items() if column.required and column.default is None}
    assert set(SCHEMAS[name]["required"]) == needed
    assert SCHEMAS[name]["additionalProperties"] is False
    for column_name, column in columns.items():
        assert_bounds(SCHEMAS[name]["properties"][column_name], column)


def assert_bounds(described, field):
    """What can be left out may be null; limits and tokens are those of the field."""
    if "maxLength" in described:
        assert described["maxLength"] == field.max_length
    elif "maxItems" in described:
        assert described["maxItems"] == (field.max_length or 500)
    else:
        assert getattr(field, "max_length", None) is None
    vocabulary = getattr(field, "vocabulary", None)
    if vocabulary in ENUMS.values():
        (name,) = [name for name, known in ENUMS.items() if known is vocabulary]
        assert f"#/components/schemas/{name}Choice" in set(references(described))
    if "file" not in field.__name__:
        assert accepts_null(described) is not field.required


def accepts_null(schema):
    return Draft202012Validator(rebased(schema), registry=REGISTRY).is_valid(None)


def test_every_service_is_described():
    registered = set()
    for path in Path(services.__path__[0]).rglob("configure.zcml"):
        for service in ElementTree.parse(path).iter("{http://namespaces.plone.org/plone}service"):
            registered.add((service.get("method"), service.get("name", "")))
    described = {
        (method.upper(), next(iter(re.findall(r"@[\w-]+", path)), ""))
        for path, operations in DOCUMENT["paths"].items()
        for method in operations
        if method != "parameters"
    }
    stock = {("GET", ""), ("DELETE", ""), ("GET", "@vocabularies")}
    # Plone's own, which we only close to strangers.
    assert described - stock == registered - {("GET", "@sites")}


class Checked:
    """Does what the document describes, and holds every answer against it."""

    def __init__(self, space):
        self.space = space
        self.done = set()

    def __call__(self, client, operation, data=None, status=None, sent=None, **places):
        method, path, described = self._operation(operation)
        body = {"json": data} if sent is None else sent
        answer = client(method.upper(), path.format(**places).lstrip("/"), **body)
        assert str(answer.status_code) in described["responses"], answer.text
        if status:
            assert answer.status_code == status, answer.text
        response = described["responses"][str(answer.status_code)]
        if "$ref" in response:
            response = resolved(response["$ref"])
        if "application/json" in response.get("content", ()):
            validate(response["content"]["application/json"]["schema"], answer.json())
        if answer.ok:
            self.done.add(operation)
        as_json = answer.headers.get("Content-Type", "").startswith("application/json")
        return answer.json() if answer.content and as_json else answer.content or None

    @staticmethod
    def _operation(operation):
        for path, operations in DOCUMENT["paths"].items():
            for method, described in operations.items():
                if method != "parameters" and described["operationId"] == operation:
                    return method, path, described
        raise LookupError(operation)


def example_of(operation):
    _method, _path, described = Checked._operation(operation)
    return described["requestBody"]["content"]["application/json"]["example"]


def check_tools(checked, space, author, manager):
    owner = Client(space.url.rpartition("/")[0])
    owner.session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    tool = checked(owner, "addTool", example_of("addTool"), 201)
    checked(owner, "addTool", example_of("addTool"), 409)
    checked(owner, "addTool", {"id": "more"}, 422)
    place = {"tool": tool["id"]}
    checked(owner, "changeTool", example_of("changeTool"), 204, **place)
    checked(owner, "changeTool", {"colour": "blue"}, 400, **place)
    checked(owner, "readTool", status=200, **place)
    checked(owner, "readTool", status=404, tool="nothing")
    checked(owner, "listCatalogue", status=200)
    checked(author, "listTools", status=200)
    checked(space.client(), "listTools", status=401)
    asked = checked(manager, "addRequest", example_of("addRequest"), 201)
    checked(manager, "addRequest", {"kind": "adaptation"}, 422)
    checked(author, "addRequest", example_of("addRequest"), 401)
    request = {"space": asked["space"], "number": asked["number"]}
    checked(owner, "answerRequest", {"state": "accepted"}, 422, **request)
    checked(owner, "answerRequest", example_of("answerRequest"), 200, **request)
    checked(owner, "answerRequest", {"state": "done"}, 200, **request)
    checked(owner, "answerRequest", {"state": "done"}, 409, **request)
    checked(owner, "answerRequest", {"state": "open"}, 400, **request)
    checked(manager, "withdrawRequest", status=409, number=asked["number"])
    other = {"kind": "tool", "tool": tool["id"]}
    again = checked(manager, "addRequest", other, 201)
    checked(owner, "removeTool", status=409, **place)
    checked(manager, "withdrawRequest", status=204, number=again["number"])
    checked(manager, "withdrawRequest", status=404, number=99)
    checked(manager, "listRequests", status=200)
    checked(owner, "listAllRequests", status=200)
    unused = {**example_of("addTool"), "id": "unused", "profile": "plone.session:default"}
    checked(owner, "addTool", unused, 201)
    checked(owner, "removeTool", status=204, tool="unused")
    checked(owner, "listUpgrades", status=200)
    checked(owner, "upgradeSpaces", example_of("upgradeSpaces"), 200)
    checked(owner, "upgradeSpaces", {"spaces": ["nowhere"]}, 400)


def check_settings(checked, author, manager):
    checked(manager, "changeSettings", example_of("changeSettings"), 204)
    checked(manager, "changeSettings", {"kind": "gift"}, 400)
    checked(manager, "changeSettings", {"storage_limit": 1}, 403)
    checked(author, "changeSettings", {}, 401)
    checked(manager, "readSettings", status=200)
    checked(author, "readSettings", status=401)


def check_storage(checked, space, author, manager):
    owner = space.client()
    owner.session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    checked(manager, "readStorage", status=200)
    checked(author, "readStorage", status=401)
    checked(owner, "limitStorage", {"limit": "much"}, 400)
    checked(manager, "limitStorage", {"limit": 1}, 401)
    convention = space.created("author", title="With a file").rpartition("/")[2]
    place = {"path": f"conventions/{convention}"}
    name = b64encode(b"upload.txt").decode()
    tus = {"Tus-Resumable": "1.0.0"}
    kind = b64encode(b"Annex").decode()
    begin = {**tus, "Upload-Length": "6", "Upload-Metadata": f"filename {name},@type {kind}"}
    checked(
        author,
        "beginUpload",
        sent={"headers": {**begin, "Upload-Length": "x"}},
        status=400,
        **place,
    )
    checked(author, "beginUpload", sent={"headers": begin}, status=201, **place)
    started = author("POST", f"{place['path']}/@tus-upload", headers=begin)
    upload = {**place, "upload": started.headers["Location"].rpartition("/")[2]}
    piece = {**tus, "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}
    checked(author, "readUpload", sent={"headers": tus}, status=200, **upload)
    nowhere = {**place, "upload": "0" * 32}
    checked(author, "readUpload", sent={"headers": tus}, status=404, **nowhere)
    checked(author, "continueUpload", sent={"headers": piece, "data": b"abc"}, status=204, **upload)
    checked(author, "continueUpload", sent={"headers": piece, "data": b"abc"}, status=409, **upload)
    rest = {**piece, "Upload-Offset": "3"}
    checked(author, "continueUpload", sent={"headers": rest, "data": b"much"}, status=413, **upload)
    checked(author, "continueUpload", sent={"headers": rest, "data": b"def"}, status=204, **upload)
    annex = {"path": f"{place['path']}/upload.txt"}
    checked(author, "beginReplacement", sent={"headers": begin}, status=201, **annex)
    checked(owner, "limitStorage", example_of("limitStorage"), 200)
    checked(owner, "limitStorage", {"limit": 0}, 200)
    checked(author, "beginUpload", sent={"headers": begin}, status=507, **place)
    data = {"data": b64encode(b"New").decode(), "encoding": "base64", "filename": "new.txt"}
    part = {"@type": "Annex", "title": "Annex", "publication": "parties", "file": data}
    checked(author, "addPart", part, 507, convention=convention)


def check_incidents(checked, space, author, manager):
    root = Client(space.url.rpartition("/")[0])
    root.session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    checked(space.client(), "reportIncident", example_of("reportIncident"), 401)
    checked(author, "reportIncident", {"title": "Odd"}, 422)
    made = checked(author, "reportIncident", example_of("reportIncident"), 201)
    checked(manager, "listIncidents", status=200)
    checked(root, "listIncidents", status=200)
    place = {"number": made["id"]}
    checked(root, "takeStepOfIncident", example_of("takeStepOfIncident"), 200, **place)
    checked(root, "takeStepOfIncident", {"step": "asked"}, 422, **place)
    checked(root, "takeStepOfIncident", {"step": "reinstated", "reason": "Why"}, 409, **place)
    checked(root, "takeStepOfIncident", {"step": "asked", "reason": "Who?"}, 200, **place)
    checked(author, "takeStepOfIncident", {"answer": "Nobody."}, 200, **place)
    checked(author, "takeStepOfIncident", {"step": "closed"}, 400, **place)
    checked(root, "readIncident", status=200, **place)
    checked(root, "readIncident", status=404, number="1999-00001")


def check_advanced_access(checked, space, author, manager):
    owner = space.client()
    owner.session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    checked(author, "askAdvancedAccess", {"reason": "Why"}, 401)
    checked(manager, "askAdvancedAccess", {"reason": " "}, 422)
    made = checked(manager, "askAdvancedAccess", example_of("askAdvancedAccess"), 201)
    checked(manager, "askAdvancedAccess", {"reason": "Again"}, 409)
    place, granted = {"access": made["id"]}, {"state": "granted", "until": today().isoformat()}
    checked(manager, "answerAdvancedAccess", granted, 401, **place)
    checked(owner, "answerAdvancedAccess", {"state": "granted"}, 422, **place)
    checked(owner, "answerAdvancedAccess", {"state": "open"}, 400, **place)
    checked(owner, "answerAdvancedAccess", granted, 404, access="nothing")
    checked(owner, "answerAdvancedAccess", granted, 200, **place)
    checked(owner, "answerAdvancedAccess", example_of("answerAdvancedAccess"), 200, **place)
    checked(manager, "returnAdvancedAccess", status=409, **place)
    again = checked(manager, "askAdvancedAccess", {"reason": "Again"}, 201)
    checked(manager, "returnAdvancedAccess", status=204, access=again["id"])
    checked(author, "listAdvancedAccess", status=401)
    checked(manager, "listAdvancedAccess", status=200)


def check_spaces(checked, space):
    """The services of the root, which no member of a space reaches."""

    def root(method, path, **options):
        url = f"{space.portal.getPhysicalRoot().absolute_url()}/{path}"
        headers = {"Accept": "application/json"}
        return requests.request(method, url, headers=headers, timeout=60, **options)

    owner = partial(root, auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD))
    example = example_of("addSpace")
    checked(owner, "addSpace", example, 201)
    checked(owner, "addSpace", example, 409)
    checked(owner, "addSpace", {**example, "id": "Not an id"}, 422)
    checked(owner, "addSpace", {**example, "colour": "red"}, 400)
    checked(root, "addSpace", example, 401)
    place = {"id": example["id"]}
    checked(owner, "changeSpace", example_of("changeSpace"), 204, **place)
    checked(owner, "changeSpace", {"kind": "club"}, 422, **place)
    checked(owner, "changeSpace", {"notes": "x"}, 404, id="nowhere")
    checked(owner, "readSpace", status=200, **place)
    checked(owner, "readSpace", status=404, id="nowhere")
    checked(root, "readSpace", status=401, **place)
    checked(owner, "listSpaces", status=200)
    checked(root, "listSpaces", status=401)


def check_team(checked, space):
    owner = Client(space.url.rpartition("/")[0])
    owner.session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    made = checked(owner, "admitMember", example_of("admitMember"), 201)
    checked(owner, "admitMember", example_of("admitMember"), 409)
    checked(owner, "admitMember", {"login": "other", "name": " "}, 422)
    checked(owner, "admitMember", {"login": 7}, 400)
    place = {"login": made["login"]}
    for document in ("charter", "undertaking"):
        signed = {**example_of("signDocument"), "document": document}
        made = checked(owner, "signDocument", signed, 201, **place)
    assert made["has_rights"]
    checked(owner, "signDocument", {"document": "charter"}, 422, **place)
    checked(owner, "makeCode", status=201, **place)
    checked(owner, "makeCode", status=404, login="nobody")
    checked(owner, "readMember", status=200, **place)
    checked(owner, "readMember", status=404, login="nobody")
    checked(owner, "listTeam", status=200)
    checked(owner, "readPublicTeam", status=404)
    checked(owner, "publishTeam", example_of("publishTeam"), 204)
    checked(owner, "readPublicTeam", status=200)
    checked(owner, "endMembership", example_of("endMembership"), 204, **place)
    checked(owner, "endMembership", status=409, **place)


def test_real_answers_are_as_described(space, author, secretary, signer, manager):
    checked = Checked(space)
    finance = space.client("finance")
    partner = checked(author, "addPartner", example_of("addPartner"), 201)
    checked(author, "changePartner", {"phone": "081 00 00 00"}, 204, partner=partner["id"])
    checked(author, "readPartner", status=200, partner=partner["id"])
    checked(author, "readPartner", status=404, partner="nobody")
    checked(author, "addPartner", {"@type": "Partner", "iban": "BE00"}, 400)

    example = json.dumps(example_of("addConvention"))
    uids = [row["partner"] for row in example_of("addConvention")["parties"]]
    ours = example.replace(uids[0], partner["UID"]).replace(uids[1], space.city)
    sent = json.loads(ours)
    sent["signatories"].append({"partner": space.city, "name": "B. Person", "capacity": "Mayor"})
    convention = checked(author, "addConvention", sent, 201)
    place = {"convention": convention["id"]}
    checked(author, "addConvention", {**sent, "council_number": "1"}, 403)
    checked(author, "changeConvention", example_of("changeConvention"), 204, **place)
    checked(author, "readConvention", status=200, **place)
    checked(space.client(), "readConvention", status=401, **place)
    checked(author, "readSteps", status=200, **place)
    checked(secretary, "takeStep", {}, 422, step="approve", **place)
    check_decree(checked, example_of, secretary, space.client("reader"), place)
    check_text(checked, example_of, author, space.client("reader"), place)
    decided = {"council_date": "2024-06-24", "council_number": "1", "subject_matter": "Access"}
    checked(secretary, "changeConvention", decided, 204, **place)

    annex = checked(author, "addPart", example_of("addPart"), 201, **place)
    annex_place = {**place, "part": annex["id"]}
    checked(author, "readPart", status=200, **annex_place)
    data = {"data": b64encode(b"New").decode(), "encoding": "base64", "filename": "new.txt"}
    checked(author, "changePart", {"file": data, "number": "1"}, 204, **annex_place)
    checked(author, "changePart", {"file": "New"}, 400, **annex_place)
    checked(author, "deletePart", status=204, **annex_place)

    checked(secretary, "takeStep", example_of("takeStep"), 200, step="approve", **place)
    checked(secretary, "takeStep", {}, 409, step="approve", **place)
    checked(secretary, "changeConvention", {"title": "New"}, 409, **place)
    rows_now = checked(signer, "readConvention", status=200, **place)["signatories"]
    signed = [{**row, "date_signed": "2024-07-01"} for row in rows_now]
    checked(signer, "changeConvention", {"signatories": signed}, 204, **place)
    check_signing(checked, example_of, author, signer, secretary, place)
    checked(signer, "takeStep", {}, 200, step="sign", **place)
    read = checked(author, "readConvention", status=200, **place)
    assert read["computed"]["in_force"]["end"] == "2028-06-30"
    letter = {**example_of("recordLetter"), "partner": partner["UID"], "sent": "2026-01-12"}
    checked(secretary, "recordLetter", letter, 201, **place)
    checked(secretary, "recordLetter", letter, 200, **place)
    checked(secretary, "recordLetter", {**letter, "note": "Other"}, 409, **place)
    checked(secretary, "recordLetter", {**letter, "sent": "2024-02-31"}, 400, **place)
    checked(secretary, "recordLetter", {**letter, "sent": "2199-01-01"}, 422, **place)
    checked(space.client("reader"), "recordLetter", letter, 403, **place)
    completed = example_of("completeLetter")
    checked(secretary, "completeLetter", completed, 200, row=0, **place)
    checked(secretary, "completeLetter", completed, 404, row=1, **place)
    checked(author, "readLetters", status=200, **place)
    invoice = {
        "@type": "Invoice",
        "title": "First half-year",
        "issuer": partner["UID"],
        "customer": space.city,
        "lines": [{"description": "Fee", "quantity": 6, "unit_price": "82.00"}],
    }
    made = checked(finance, "addPart", invoice, 201, **place)
    assert made["computed"]["totals"]["gross"] == "595.32"
    assert made["computed"]["partners"][space.city] == "City"
    checked(finance, "readPart", status=200, part=made["id"], **place)

    checked(author, "readJournal", status=200, **place)
    checked(space.client("reader"), "readJournal", status=401, **place)
    draft = checked(author, "addConvention", {**space.valid(), "title": "Draft"}, 201)
    checked(author, "deleteConvention", status=204, convention=draft["id"])
    checked(author, "deleteConvention", status=409, **place)
    spare = checked(author, "addPartner", {**example_of("addPartner"), "title": "Spare"}, 201)
    checked(author, "deletePartner", status=204, partner=spare["id"])
    checked(author, "deletePartner", status=409, partner=partner["id"])
    listed = checked(manager, "listJournals", status=200)
    assert {item["uid"]: item["deleted"] for item in listed["items"]} == {
        convention["UID"]: False,
        draft["UID"]: True,
    }
    checked(manager, "readJournalOf", status=200, uid=draft["UID"])
    checked(manager, "readJournalOf", status=404, uid="nothing")
    checked(author, "changeMyDeadlines", example_of("changeMyDeadlines"), 204)
    checked(author, "changeMyDeadlines", {"mails": "hourly"}, 400)
    checked(author, "makeMyCalendar", status=201)
    assert checked(author, "readMyDeadlines", status=200)["calendar"]["active"]
    checked(author, "revokeMyCalendar", status=204)
    checked(space.client(), "readMyDeadlines", status=401)
    checked(manager, "changeReminders", example_of("changeReminders"), 204)
    checked(manager, "changeReminders", {"rules": [{"what": "ends"}]}, 400)
    checked(author, "changeReminders", example_of("changeReminders"), 401)
    checked(manager, "readReminders", status=200)
    checked(author, "readReminders", status=401)
    checked(author, "readRemindersOf", status=200, **place)
    checked(author, "readTimeline", status=200, **place)
    checked(author, "readTimeline", status=404, convention="nothing")
    checked(author, "listConventions", status=200)
    checked(author, "listPartners", status=200)
    checked(author, "listDeadlines", status=200)
    checked(author, "listChoices", status=200, vocabulary="collective.conventions.Partners")
    check_billing(checked, example_of, space, finance, author)
    check_amendments(checked, space, secretary, signer)
    check_models(checked, example_of, space, author, manager)
    # It leaves no room for another file.
    check_storage(checked, space, author, manager)
    check_tools(checked, space, author, manager)
    check_settings(checked, author, manager)
    check_spaces(checked, space)
    check_advanced_access(checked, space, author, manager)
    check_team(checked, space)
    check_incidents(checked, space, author, manager)
    described = {
        operation["operationId"]
        for operations in DOCUMENT["paths"].values()
        for method, operation in operations.items()
        if method != "parameters"
    }
    assert checked.done == described
