"""An amendment as the rules see it: fields set to new values, rows added, replaced or removed."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date


_FIELDS = """
    subject_matter monetary free_of_charge declared_value duration_unit duration_count end_date
    end_event renewal renewal_months renewal_cap_months notice_count notice_unit notice_means
    notice_basis notice_scope notice_by breach_count breach_unit breach_basis resolutory_condition
    reduction_percent reduction_condition index_series index_base_month index_fixed_part
    index_moving_part index_rule index_lag_months index_rounding exemption_reason payment_days
    contacts_days dispute_settlement originals delays_move
"""
#: The fields that an amendment may set. What says who and what the convention is, and when it
#: began, is not among them, nor who invoices whom: another biller takes another convention.
FIELDS = tuple(_FIELDS.split())
#: The tables whose rows it may change, each with the field of the amendment that says how. Who
#: signed the original is a fact that no amendment changes; it has signatories of its own.
TABLES: Mapping[str, str] = {
    "parties": "party_changes",
    "commitments": "commitment_changes",
    "prices": "price_changes",
    "text": "text_changes",
}
ACTIONS = ("add", "replace", "remove")
#: What makes the price of a month.
PRICING = frozenset(
    name
    for name in FIELDS
    if name in ("monetary", "free_of_charge") or name.startswith(("reduction_", "index_"))
)

#: What an amendment changes: a field ("end_date", ""), or a row of a table ("prices", "1").
Place = tuple[str, str]
Values = Mapping[str, object]


@dataclass(frozen=True)
class RowChange:
    """One row added, replaced or removed.

    :param table: one of ``TABLES``.
    :param action: one of ``ACTIONS``.
    :param row: the name of the row that is replaced or removed; of one that is added, the name of
        the row after which it stands ("": at the end).
    :param values: the row as it is from then on, column by column.
    """

    table: str
    action: str
    row: str = ""
    values: Values = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Amendment:
    """What one amendment changes; ``number`` tells it from the others of its convention.

    :param effective: the first day on which it holds; None while that is not known.
    :param signed: the day of its last signature; None while one is missing.
    """

    number: int
    effective: date | None = None
    signed: date | None = None
    fields: Values = field(default_factory=dict, hash=False)
    rows: tuple[RowChange, ...] = field(default=(), hash=False)

    @property
    def places(self) -> tuple[Place, ...]:
        """What it changes of what was there: two that share a place concern the same thing."""
        changed = ((one.table, one.row) for one in self.rows if one.action != "add")
        return (*((name, "") for name in self.fields), *changed)

    @property
    def prices(self) -> bool:
        """Whether it changes what a month costs."""
        return bool(PRICING & set(self.fields)) or any(one.table == "prices" for one in self.rows)


def in_order(amendments: Iterable[Amendment]) -> Iterator[Amendment]:
    """Yield the amendments that have a first day, in the order in which they take effect."""
    dated = [(one.effective, one.number, one) for one in amendments if one.effective is not None]
    return (one for _, _, one in sorted(dated, key=lambda each: each[:2]))
