"""What a paper says beside its text, in the language of that text; no request is needed."""

from collections.abc import Mapping
from collective.conventions.terms import writing
from datetime import date
from zope.i18n import translate
from zope.i18nmessageid import Message


class Wording:
    """Says things in ``language`` ("fr", "nl", "de", "en")."""

    def __init__(self, language: str) -> None:
        self.language = language

    def t(self, message: Message | str, **mapping: str | int) -> str:
        """The text of a message."""
        filled = Message(message, mapping=mapping) if mapping else message
        return str(translate(filled, target_language=self.language))

    def translated(
        self,
        msgid: str,
        domain: str | None = None,
        mapping: Mapping[str, str] | None = None,
        context: object = None,
        target_language: str | None = None,
        default: str | None = None,
    ) -> str:
        """The text of a message of a page, as its template engine asks for it."""
        return str(
            translate(
                msgid,
                domain=domain,
                mapping=mapping,
                target_language=self.language,
                default=default,
            )
        )

    def day(self, value: date) -> str:
        """A date in words."""
        return writing.day(value, self.language)
