"""The pages of an archive: single files of HTML that need nothing else, and no network."""

from chameleon import PageTemplateFile
from collective.conventions.documents.rendering.wording import Wording
from functools import cache
from pathlib import Path
from typing import Any


HERE = Path(__file__).parent


def page(template: str, language: str, **values: Any) -> bytes:
    """A page of this template, in one language."""
    made = _template(template)(
        language=language, style=_style(), translate=Wording(language).translated, **values
    )
    return str(made).encode()


@cache
def _template(name: str) -> PageTemplateFile:
    return PageTemplateFile(str(HERE / name))


@cache
def _style() -> str:
    return (HERE / "page.css").read_text(encoding="utf-8")
