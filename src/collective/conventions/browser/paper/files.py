"""The paper of a convention as a file: ``@@paper.pdf``, ``@@paper.docx`` and ``@@paper.html``."""

from collective.conventions.deadlines.suppositions import day_asked
from collective.conventions.documents.rendering.files import file_of
from collective.conventions.download import as_file
from Products.Five.browser import BrowserView


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
        as_file(self.request, made.name, made.kind, len(made.data), how)
        if ending == "html":
            self.request.response.setHeader("Content-Security-Policy", POLICY)
        return made.data
