"""Where in the edit form something is filled in, for links that lead there."""

from collections.abc import Mapping
from collective.conventions.browser.forms.offer import Offer
from collective.conventions.terms.columns import COLUMNS
from collective.conventions.terms.findings import Finding
from typing import Any


def place_of(finding: Finding, offer: Offer, values: Mapping[str, Any]) -> str:
    """The id of the control that mends a finding; empty where the form does not offer it."""
    field, row, column = finding.field, finding.row, finding.column
    columns = COLUMNS.get(field, {})
    if not offer.opens(field, columns):
        return ""
    control = f"form-widgets-{field}"
    in_rows = row is not None and row < len(values.get(field) or ())
    if not in_rows:
        return control
    return "" if column in offer.locked(field, columns) else f"{control}-{row}-{column}"
