"""What the forms and steps say of fields, rows and steps agrees with the schemas."""

from collective.conventions.browser.forms.titles import ASKED_WHEN
from collective.conventions.browser.forms.titles import ELSEWHERE
from collective.conventions.browser.forms.titles import KNOWN_AT_FIRST
from collective.conventions.browser.step.asked import ASKED
from collective.conventions.browser.step.wording import DONE
from collective.conventions.browser.step.wording import EFFECTS
from collective.conventions.browser.widgets.choice import control_class
from collective.conventions.browser.widgets.names import ADD_NAMES
from collective.conventions.browser.widgets.names import ROW_NAMES
from collective.conventions.browser.widgets.table import is_table
from collective.conventions.content.amendment import IAmendment
from collective.conventions.content.annex import IAnnex
from collective.conventions.content.convention import IConvention
from collective.conventions.content.invoice import IInvoice
from collective.conventions.content.model import IModel
from collective.conventions.content.partner import IPartner
from collective.conventions.lifecycle.steps import STEPS
from collective.conventions.terms.aspects import aspect_of
from zope.schema import getFields
import pytest


SCHEMAS = (IConvention, IPartner, IInvoice, IAnnex, IAmendment, IModel)
FIELDS = {name: field for schema in SCHEMAS for name, field in getFields(schema).items()}
TABLES = {name: field for name, field in FIELDS.items() if is_table(field)}


@pytest.mark.parametrize("name", ASKED_WHEN)
def test_a_question_depends_on_a_choice_that_there_is(name):
    assert name in FIELDS
    for other, answers in ASKED_WHEN[name].items():
        known = {term.value for term in FIELDS[other].vocabulary} if answers else set()
        assert set(answers) <= known and other in FIELDS


def test_every_table_names_its_rows():
    assert set(ROW_NAMES) == set(ADD_NAMES) == {"", *TABLES} - ELSEWHERE


def test_what_has_a_page_of_its_own_is_a_field():
    assert set(FIELDS) >= ELSEWHERE


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_has_a_control_of_ours(name):
    columns = getFields(TABLES[name].value_type.schema).values()
    assert all(control_class(column) for column in columns)


def test_what_may_be_known_at_first_is_follow_up():
    assert {aspect_of(name) for name in KNOWN_AT_FIRST} == {"follow_up"}


def test_every_step_says_what_it_does_and_did():
    assert set(EFFECTS) == set(DONE) == set(STEPS)


def test_a_step_asks_for_the_facts_that_it_takes():
    for step, (_source, _permission, facts) in STEPS.items():
        reason = ("withdrawal_reason",) if step == "withdraw" else ()
        assert tuple(field.__name__ for field in ASKED.get(step, ())) == (*facts, *reason)
