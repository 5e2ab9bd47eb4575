"""The schemas agree with the rules of ``terms/``."""

from collective.conventions.content import rows
from collective.conventions.content import vocabularies
from collective.conventions.content.amendment import IAmendment
from collective.conventions.content.convention import IConvention
from collective.conventions.content.invoice import IInvoice
from collective.conventions.messages import SENTENCES
from collective.conventions.terms import choices
from collective.conventions.terms.amending.amendment import ACTIONS
from collective.conventions.terms.amending.amendment import FIELDS
from collective.conventions.terms.amending.amendment import TABLES as AMENDED
from collective.conventions.terms.columns import COLUMNS
from collective.conventions.terms.findings import CODES
from collective.conventions.terms.locks import ASPECTS
from collective.conventions.terms.rules import CLAUSE_TOPICS
from collective.conventions.terms.texts.text import PARTS
from collective.conventions.terms.watching import RECIPIENTS
from collective.conventions.terms.watching import WATCHED
from zope.schema import getFieldNames
from zope.schema.interfaces import IList
import pytest
import re


TABLES = {
    "parties": rows.IPartyRow,
    "signatories": rows.ISignatoryRow,
    "commitments": rows.ICommitmentRow,
    "contacts": rows.IContactRow,
    "consents": rows.IConsentRow,
    "undertakings": rows.IUndertakingRow,
    "notices": rows.INoticeRow,
    "renewals_agreed": rows.IAgreedRenewalRow,
    "clauses": rows.IClauseRow,
    "overrides": rows.IOverrideRow,
    "reminders": rows.IReminderRow,
    "language_versions": rows.ILanguageVersionRow,
    "text": rows.ITextRow,
    "text_exceptions": rows.ITextExceptionRow,
    "decree": rows.IDecreeRow,
    "deliberations": rows.IDeliberationRow,
    "lines": rows.IInvoiceLineRow,
    "prices": rows.IPriceRow,
}
CHOICES = {
    "PARTY_ROLES": choices.PARTY_ROLES,
    "CONSENT_KINDS": choices.CONSENT_KINDS,
    "CONSENT_ANSWERS": choices.ANSWERS,
    "UNDERTAKING_KINDS": choices.UNDERTAKING_KINDS,
    "NOTICE_KINDS": choices.NOTICE_KINDS,
    "NOTICE_MEANS": choices.NOTICE_MEANS,
    "LANGUAGES": choices.LANGUAGES,
    "START_RULES": choices.START_RULES,
    "DURATION_UNITS": choices.DURATION_UNITS,
    "RENEWALS": choices.RENEWALS,
    "NOTICE_UNITS": choices.NOTICE_UNITS,
    "NOTICE_BASES": choices.NOTICE_BASES,
    "NOTICE_SCOPES": choices.NOTICE_SCOPES,
    "SUPERVISION_REGIMES": choices.SUPERVISION_REGIMES,
    "CLAUSE_TOPICS": CLAUSE_TOPICS,
    "WATCHED": WATCHED,
    "RECIPIENTS": RECIPIENTS,
    "TEXT_PARTS": PARTS,
    "DECREE_PARTS": choices.DECREE_PARTS,
    "DELIBERATING_BODIES": choices.DELIBERATING_BODIES,
    "DELIBERATION_OUTCOMES": choices.DELIBERATION_OUTCOMES,
    "MODEL_KINDS": choices.MODEL_KINDS,
    "MODEL_SOURCES": choices.MODEL_SOURCES,
    "LETTER_PURPOSES": choices.LETTER_PURPOSES,
    "DOCUMENT_KINDS": choices.DOCUMENT_KINDS,
    "VAT_CATEGORIES": choices.VAT_CATEGORIES,
    "UNITS": choices.UNITS,
    "PRICE_BASES": choices.PRICE_BASES,
    "EFFECTIVE_RULES": choices.EFFECTIVE_RULES,
    "AMENDING_ACTIONS": ACTIONS,
    "INDEX_SERIES": choices.INDEX_SERIES,
    "INDEX_RULES": choices.INDEX_RULES,
    "INDEX_ROUNDINGS": choices.INDEX_ROUNDINGS,
    "REDUCTION_CONDITIONS": choices.REDUCTION_CONDITIONS,
    "COMMUNICATIONS": choices.COMMUNICATIONS,
}


def test_every_field_of_a_convention_has_an_aspect():
    fields = set(getFieldNames(IConvention)) | {"title", "description"}
    assert fields == set(ASPECTS)


@pytest.mark.parametrize("name", TABLES)
def test_the_rules_know_the_columns_of_a_table(name):
    assert set(getFieldNames(TABLES[name])) == set(COLUMNS[name])


@pytest.mark.parametrize("name", TABLES)
def test_the_table_is_a_field_of_its_schema(name):
    schema = IInvoice if name == "lines" else IConvention
    assert IList.providedBy(schema[name])
    assert schema[name].value_type.schema is TABLES[name]


@pytest.mark.parametrize("name", ["changes", *AMENDED.values()])
def test_the_rules_know_the_columns_of_an_amendment(name):
    assert set(getFieldNames(IAmendment[name].value_type.schema)) == set(COLUMNS[name])


@pytest.mark.parametrize("name", FIELDS)
def test_what_an_amendment_may_set_is_a_single_field_of_the_terms(name):
    assert ASPECTS[name] == "terms"
    assert not IList.providedBy(IConvention[name])


@pytest.mark.parametrize("name", CHOICES)
def test_the_choices_are_those_of_the_rules(name):
    assert {term.value for term in getattr(vocabularies, name)} == set(CHOICES[name])


def test_every_finding_has_a_sentence():
    assert set(SENTENCES) == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_uses_only_what_its_finding_carries(code):
    placeholders = set(re.findall(r"\$\{(\w+)\}", SENTENCES[code].default or SENTENCES[code]))
    assert placeholders <= set(CODES[code])
