"""``@@archive.zip``: the complete file of a convention."""

from collective.conventions.documents.archive.sending import sent
from Products.Five.browser import BrowserView
from ZPublisher.Iterators import filestream_iterator


class ArchiveFile(BrowserView):
    """The zip, as far as the reader may see what is in it."""

    def __call__(self) -> filestream_iterator:
        return sent(self.context, self.request)
