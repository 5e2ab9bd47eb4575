"""The price of a convention: what cannot be is refused, all of it named, nothing written."""

from services.test_create import faults
from services.test_create import nothing_was_made


ACCESS = {"description": "Access", "basis": "monthly", "amount": "82.00", "vat_rate": 21}
HALF = {"reduction_percent": 50, "reduction_condition": "commune_in_force"}


def test_a_price_with_its_reduction_and_its_index(space, secretary):
    index = {"index_series": "health_index", "index_base_month": "2025-12-01"}
    url = space.created(prices=[{**ACCESS, "indexed": True}], **HALF, **index)
    found = secretary.get(url).json()
    assert found["prices"][0]["amount"] == "82.00"
    assert found["reduction_condition"]["token"] == "commune_in_force"


def test_everything_that_is_wrong_is_named_at_once(space, secretary):
    values = {
        "monetary": False,
        "prices": [{**ACCESS, "amount": "82.005"}, {**ACCESS, "vat_category": "E"}],
        "reduction_percent": 50,
        "index_series": "health_index",
        "index_base_month": "2025-12-02",
        "index_fixed_part": "0.5",
    }
    answer = secretary.post("conventions", space.valid(**values))
    assert answer.status_code == 400
    assert faults(answer) == {
        ("prices", None, None, "price_of_non_monetary"),
        ("prices", 0, "amount", "too_many_decimals"),
        ("prices", 1, "vat_rate", "rate_of_category"),
        ("prices", 1, "description", "duplicate"),
        ("reduction_condition", None, None, "required"),
        ("index_base_month", None, None, "not_a_month"),
        ("index_moving_part", None, None, "index_parts"),
    }
    assert nothing_was_made(space)


def test_a_change_that_cannot_be_leaves_everything_as_it_was(space, secretary):
    url = space.created(prices=[ACCESS])
    before = space.record(url)
    answer = secretary.patch(url, {"free_of_charge": True})
    assert faults(answer) == {("prices", None, None, "price_of_free")}
    assert space.record(url) == before


def test_a_warning_refuses_nothing(space, secretary):
    index = {"index_series": "health_index", "index_base_month": "2025-12-01"}
    parts = {"index_fixed_part": "0.1", "index_moving_part": "0.9"}
    space.created(prices=[{**ACCESS, "indexed": True}], **index, **parts)
