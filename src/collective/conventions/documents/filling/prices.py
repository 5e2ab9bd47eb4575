"""What a model is told of the prices."""

from collections.abc import Mapping
from collective.conventions.documents.filling import saying
from collective.conventions.documents.filling.phrases import counted
from collective.conventions.documents.filling.phrases import said
from collective.conventions.terms import writing
from decimal import Decimal
from typing import Any


Values = Mapping[str, Any]
#: What holds where nothing was entered (terms/tariff).
FIXED_PART, MOVING_PART, LAG, PAYMENT_DAYS = Decimal(0), Decimal(1), 1, 30


def prices_of(values: Values, language: str) -> list[dict[str, Any]]:
    """Each price that is complete, in the order of the rows; none where nothing is charged."""
    return [
        {
            "description": row["description"],
            "amount": writing.money(row["amount"], language),
            "sentence": saying.price(row, language),
            "basis": row["basis"],
            "vat": saying.vat(row, language),
            "indexed": bool(row.get("indexed")),
        }
        for row in _charged(values)
    ]


def price_of(values: Values, names: Mapping[str, str], language: str) -> dict[str, Any]:
    """What concerns all prices. ``names`` are those of the parties, by UID."""
    issuer, customer = values["issuer"], values["customer"]
    others = [uid for uid in names if uid != issuer]
    payer = customer or (others[0] if issuer and len(others) == 1 else None)
    participants = values["participants"]
    return {
        "issuer": names.get(issuer, ""),
        "customer": names.get(payer, ""),
        "participants": writing.number(participants, language) if participants else "",
        **_reduction(values, language),
        **_indexation(values, language),
        "exemption": values["exemption_reason"] or "",
        "payment_days": counted(language, values["payment_days"] or PAYMENT_DAYS),
        "has_prices": bool(_charged(values)),
        "is_indexed": bool(values["index_series"])
        and any(row.get("indexed") for row in _charged(values)),
    }


def _charged(values: Values) -> list[Values]:
    if values["free_of_charge"] or not values["monetary"]:
        return []
    needed = ("description", "basis", "amount")
    return [row for row in values["prices"] or () if all(row.get(n) is not None for n in needed)]


def _reduction(values: Values, language: str) -> dict[str, str]:
    percent, condition = values["reduction_percent"], values["reduction_condition"]
    if not percent or not condition:
        return {"reduction": "", "reduction_holds": ""}
    return {
        "reduction": f"{writing.number(percent, language)}\u00a0%",
        "reduction_holds": said(language, f"reduction {condition}"),
    }


def _indexation(values: Values, language: str) -> dict[str, str]:
    series, base = values["index_series"], values["index_base_month"]
    fixed, moving = values["index_fixed_part"], values["index_moving_part"]
    return {
        "index": said(language, f"index {series}") if series else "",
        "index_when": said(language, f"index {values['index_rule'] or 'january'}"),
        "index_base": writing.month(base, language) if base else "",
        "index_fixed": writing.number(FIXED_PART if fixed is None else fixed, language),
        "index_moving": writing.number(MOVING_PART if moving is None else moving, language),
        "index_lag": counted(language, values["index_lag_months"] or LAG),
        "index_rounding": said(language, f"index {values['index_rounding'] or 'cent'}"),
    }
