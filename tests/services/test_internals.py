"""What the people of a partner do not read, though they read the convention."""

from collective.conventions.access.groups import partner_group
from factories import make_convention
from plone import api
import pytest
import transaction


INTERNALS = {"remarks", "responsible", "predecessor"}
PASSWORD = "Correct-horse-7"


@pytest.fixture
def signed(space):
    """The address of a signed convention; ``guest`` is of the people of its first party."""
    with api.env.adopt_roles(["Manager"]):
        partners = [api.content.get(UID=uid) for uid in (space.city, space.region)]
        convention = make_convention(space.portal, partners, "signed", remarks="For ourselves.")
        api.user.create(email="guest@example.be", username="guest", password=PASSWORD)
        api.group.add_user(groupname=partner_group(space.city), username="guest")
    transaction.commit()
    return convention.absolute_url()


def test_the_people_of_a_partner_read_the_convention_without_them(space, signed):
    answer = space.client("guest").get(signed)
    assert answer.status_code == 200
    assert INTERNALS.isdisjoint(answer.json())
    assert "For ourselves." not in answer.text


@pytest.mark.parametrize("role", ["author", "secretary", "signer", "finance", "reader", "manager"])
def test_who_belongs_to_the_space_reads_them(space, signed, role):
    answer = space.client(role).get(signed).json()
    assert set(answer) >= INTERNALS
    assert answer["remarks"] == "For ourselves."
