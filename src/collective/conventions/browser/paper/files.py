"""The paper of a convention as a file: ``@@paper.pdf``, ``@@paper.docx`` and ``@@paper.html``."""

from collective.conventions.deadlines.suppositions import day_asked
from collective.conventions.documents.rendering.files import file_of
from Products.Five.browser import BrowserView
from urllib.parse import quote


#: What a browser shows; the others it keeps.
SHOWN = ("pdf", "html")
#: A page of ours has its own style, and nothing else to run, to fetch or to send.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'"


class PaperFile(BrowserView):
    """One file; ``?original=2`` for one of the originals, ``?original=all`` for all in one PDF.

    ``?at=2027-01-01`` for the text that holds on that day.
    """

    def __call__(self) -> bytes:
        ending = self.__name__.rpartition(".")[2]
        which = str(self.request.form.get("original") or "")
        made = file_of(self.context, ending, which, day_asked(self.request.form, "at"))
        how = "inline" if ending in SHOWN else "attachment"
        response = self.request.response
        response.setHeader("Content-Type", made.kind)
        response.setHeader("Content-Disposition", f"{how}; filename*=UTF-8''{quote(made.name)}")
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Content-Type-Options", "nosniff")
        if ending == "html":
            response.setHeader("Content-Security-Policy", POLICY)
        return made.data
