"""How far the signing has come, as an answer or a file carries it."""

from collections.abc import Mapping
from collective.conventions.content.records import record_of
from collective.conventions.documents.signed.judging import quotable
from collective.conventions.documents.signed.judging import Remark
from collective.conventions.documents.signed.standing import Copy
from collective.conventions.documents.signed.standing import Standing
from collective.conventions.journal.plain import file_digest
from collective.conventions.messages import sentence
from dataclasses import asdict
from typing import Any
from zope.i18n import translate


def standing_told(found: Standing, request: Any) -> dict[str, Any]:
    """What is known of the signing.

    :param request: whose language the sentences are in; ``None`` for the sentences as they are
        written, in English.
    """
    return {
        "approved_text": found.approved or None,
        "present_text": found.now or None,
        "text_changed": found.changed,
        "signatures_readable": found.readable,
        "originals": {
            "total": len(found.originals),
            "received": found.received,
            "items": [
                {
                    "partner": {"token": one.party, "title": _title(one.party)},
                    "received": one.received.isoformat() if one.received else None,
                }
                for one in found.originals
            ],
        },
        "copies": [copy_told(copy, request) for copy in found.copies],
    }


def copy_told(copy: Copy, request: Any) -> dict[str, Any]:
    """A signed copy, its signatures, and what is to be said against it."""
    url, file = copy.annex.absolute_url(), copy.annex.file
    signatures = copy.inspection.signatures
    return {
        "@id": url,
        "title": copy.annex.title,
        "publication": copy.annex.publication,
        "filename": file.filename,
        "size": file.getSize(),
        "sha256": file_digest(file),
        "download": f"{url}/@@download/file",
        "signatures": signatures if signatures is None else [_signature(one) for one in signatures],
        "chain_checked": False,
        "compared": copy.compared,
        "findings": [_remark(remark, request) for remark in copy.remarks],
    }


def _signature(signature: Any) -> Mapping[str, Any]:
    return {name: None if value == "" else value for name, value in asdict(signature).items()}


def _remark(remark: Remark, request: Any) -> dict[str, Any]:
    return {
        "code": remark.finding.code,
        "severity": remark.severity,
        "params": dict(remark.finding.params),
        "message": translate(sentence(quotable(remark.finding)), context=request),
    }


def _title(uid: str) -> str:
    record = record_of(uid)
    return str(record.Title) if record is not None else ""
