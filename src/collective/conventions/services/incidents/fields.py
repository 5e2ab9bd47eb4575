"""What a client sends of an incident; what it must hold is decided where it is kept."""

from typing import Any
from zope import schema


REPORT: dict[str, Any] = {
    "kind": schema.TextLine(__name__="kind"),
    "title": schema.TextLine(__name__="title"),
    "happened": schema.TextLine(__name__="happened"),
    "text": schema.Text(__name__="text"),
}
SPACE: dict[str, Any] = {"space": schema.TextLine(__name__="space")}
STEP: dict[str, Any] = {
    "step": schema.TextLine(__name__="step"),
    "reason": schema.Text(__name__="reason"),
    "told": schema.Bool(__name__="told"),
    "severity": schema.TextLine(__name__="severity"),
    "scope": schema.TextLine(__name__="scope"),
    "accounts": schema.List(__name__="accounts", value_type=schema.TextLine()),
    "authority": schema.TextLine(__name__="authority"),
}
