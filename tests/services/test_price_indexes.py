"""@price-indexes: the values by which prices are indexed, entered with their source."""

from services.billed import errors


def sent(*values, source="Statbel, 30 January"):
    return {"source": source, "values": list(values)}


def index(value="130.50", month="2026-01-01", series="health_index"):
    return {"series": series, "month": month, "value": value}


def test_values_are_kept_with_their_source(space, finance):
    answer = finance.post("@price-indexes", sent(index(), index("131", "2026-02-01")))
    assert answer.status_code == 200
    assert [one["month"] for one in answer.json()["changed"]] == ["2026-01-01", "2026-02-01"]
    found = finance.get("@price-indexes").json()
    assert found["items_total"] == 2
    assert found["items"][0] == {**index(), "source": "Statbel, 30 January", "own": True}


def test_the_same_again_changes_nothing(space, finance):
    finance.post("@price-indexes", sent(index()))
    assert finance.post("@price-indexes", sent(index())).json()["changed"] == []
    corrected = finance.post("@price-indexes", sent(index("130.51"), source="Corrected"))
    assert len(corrected.json()["changed"]) == 1
    (item,) = finance.get("@price-indexes").json()["items"]
    assert (item["value"], item["source"]) == ("130.51", "Corrected")


def test_a_value_of_the_space_goes_before_that_of_the_operator(space, finance, owner):
    assert owner.post("@price-indexes", sent(index("1"), index("2", "2026-02-01"))).ok
    finance.post("@price-indexes", sent(index("3")))
    items = finance.get("@price-indexes").json()["items"]
    assert [(one["value"], one["own"]) for one in items] == [("3", True), ("2", False)]
    assert [one["value"] for one in owner.get("@price-indexes").json()["items"]] == ["1", "2"]


def test_a_value_is_forgotten(space, finance, owner):
    finance.post("@price-indexes", sent(index()))
    owner.post("@price-indexes", sent(index()))
    path = "@price-indexes/health_index/2026-01-01"
    assert finance.delete(path).status_code == 204
    assert finance.delete(path).status_code == 404
    assert owner.delete(path).status_code == 204
    assert owner.get("@price-indexes").json()["items_total"] == 0
    for other in ("health_index", "health_index/2026-01", "health_index/2026-01-01/x"):
        assert finance.delete(f"@price-indexes/{other}").status_code == 404, other
        assert owner.delete(f"@price-indexes/{other}").status_code == 404, other


def test_everything_that_is_wrong_is_named_at_once(space, finance):
    rows = [index("x", "2026-1-1", "gold"), {"series": "health_index"}, 7]
    answer = finance.post("@price-indexes", {"values": rows, "colour": "red"})
    assert answer.status_code == 400
    assert errors(answer) == {
        ("values", 0, "value", "not_a_number"),
        ("values", 0, "month", "not_a_date"),
        ("values", 0, "series", "unknown_choice"),
        ("values", 1, "month", "required"),
        ("values", 1, "value", "required"),
        ("values", 2, None, "not_a_row"),
        ("source", None, None, "required"),
        ("colour", None, None, "unknown_field"),
    }
    rules = finance.post("@price-indexes", sent(index("0", "2026-01-15"), index(), index("1")))
    assert errors(rules) == {
        ("values", 0, "value", "not_positive"),
        ("values", 0, "month", "not_a_month"),
        ("values", 2, "month", "duplicate"),
    }
    assert errors(finance.post("@price-indexes", sent())) == {("values", None, None, "required")}
    assert finance.get("@price-indexes").json()["items_total"] == 0


def test_who_may(space, reader, author, owner):
    assert reader.get("@price-indexes").status_code == 200
    assert author.get("@price-indexes").status_code == 401
    for client in (reader, author, space.client()):
        assert client.post("@price-indexes", sent(index())).status_code == 401
        assert client.delete("@price-indexes/health_index/2026-01-01").status_code == 401
    root = space.client()
    root.root = owner.root
    assert root.get("@price-indexes").status_code == 401
    assert root.post("@price-indexes", sent(index())).status_code == 401
