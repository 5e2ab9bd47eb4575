"""GET @decree: the decree of a convention; a name after it is one of its files."""

from collective.conventions.documents.decree.files import ENDINGS
from collective.conventions.documents.decree.files import file_of
from collective.conventions.services.below import Below
from collective.conventions.services.decree.told import decree_told
from collective.conventions.services.document.file import File
from collective.conventions.services.document.file import send
from collective.conventions.services.visible import refuse_unseen
from typing import Any


class Get(Below):
    """Its parts by language, or a file of it; ``?beside=1`` sets two languages in two columns."""

    known = ENDINGS

    def render(self) -> Any:
        if not self.params:
            return super().render()
        self.check_permission()
        refuse_unseen(self.context)
        beside = self.request.form.get("beside") == "1"
        made = file_of(self.context, self.params[0], beside)
        return send(self.request, File(made.name, made.kind, made.data))

    def reply(self) -> dict[str, Any]:
        refuse_unseen(self.context)
        return decree_told(self.context, self.request)
