"""GET @paper: what the paper of a convention can be made into; ``?format=pdf`` is the file."""

from collective.conventions.deadlines.suppositions import day_asked
from collective.conventions.documents.rendering.consolidated import consolidated
from collective.conventions.documents.rendering.convention import originals_of
from collective.conventions.documents.rendering.convention import paper_of
from collective.conventions.documents.rendering.files import file_of
from collective.conventions.documents.rendering.files import FORMATS
from collective.conventions.services.asked import refuse_strange
from collective.conventions.services.document.file import File
from collective.conventions.services.document.file import send
from plone.restapi.services import Service
from typing import Any


ASKED = {"format": tuple(FORMATS), "original": None, "at": None}


class Get(Service):
    """The file in a format, or where the files are.

    ``original`` is the number of one of the originals, or "all" for all of them in one PDF.
    ``at`` is the day of which the consolidated text is asked for.
    """

    def render(self) -> Any:
        if not self.request.form.get("format"):
            return super().render()
        self.check_permission()
        refuse_strange(self.request.form, ASKED)
        asked = {name: str(self.request.form.get(name) or "") for name in ASKED}
        at = day_asked(self.request.form, "at")
        made = file_of(self.context, asked["format"], asked["original"], at)
        return send(self.request, File(made.name, made.kind, made.data))

    def reply(self) -> dict[str, Any]:
        refuse_strange(self.request.form, ASKED)
        at = day_asked(self.request.form, "at")
        paper = paper_of(self.context) if at is None else consolidated(self.context, at)
        address, day = f"{self.context.absolute_url()}/@paper", f"&at={at}" if at else ""
        return {
            "@id": address,
            "title": paper.title,
            "language": paper.language,
            "draft": paper.draft,
            "fingerprint": paper.fingerprint or None,
            "consolidated": paper.day and paper.day.isoformat(),
            "originals": originals_of(self.context),
            "files": {name: f"{address}?format={name}{day}" for name in FORMATS},
        }
