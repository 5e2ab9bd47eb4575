"""Pages as a PDF that lasts and that can be heard: PDF/A-3 (level A) and PDF/UA-1.

The same pages always give the same bytes: nothing here asks for the time, and nothing is fetched.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.documents.rendering.page import print_page
from collective.conventions.documents.rendering.paper import Paper
from collective.conventions.interfaces import ServiceUnavailable
from typing import Any
import logging


#: Every character can be read out of the file, and its structure and language too.
VARIANT = "pdf/a-3a"
FONT_LOGGER = logging.getLogger("fontTools")
#: That the file is PDF/UA-1 (ISO 14289-1, 5), and what that field means: PDF/A asks for the
#: description of every field that it does not know itself (ISO 19005-3, 6.6.2.3.3).
ACCESSIBLE = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" \
pdfuaid:part="1"/>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
END = b"</rdf:RDF>"


def pdf(papers: Paper | Sequence[Paper]) -> bytes:
    """A paper as a file, or several, such as all originals, one after the other in one file.

    Each counts its own pages.

    :raises ServiceUnavailable: when the server lacks the library that lays out text.
    """
    found = [papers] if isinstance(papers, Paper) else papers
    return laid_out([print_page(paper) for paper in found])


def laid_out(pages: str | Iterable[str], attachments: Sequence[Any] = ()) -> bytes:
    """Pages of the house as one file; nothing is fetched for them.

    :param attachments: of ``attachment``.
    :raises ServiceUnavailable: when the server lacks the library that lays out text.
    """
    weasyprint = _weasyprint()
    # It tells of every glyph it keeps.
    FONT_LOGGER.setLevel(logging.WARNING)
    fetcher, fonts = _fetcher(), weasyprint.text.fonts.FontConfiguration()
    first, *others = (
        weasyprint.HTML(string=page, url_fetcher=fetcher).render(font_config=fonts)
        for page in ([pages] if isinstance(pages, str) else pages)
    )
    whole = first.copy([*first.pages, *(page for other in others for page in other.pages)])
    return bytes(
        whole.write_pdf(attachments=list(attachments), finisher=_finish, pdf_variant=VARIANT)
    )


def attachment(**values: Any) -> Any:
    """A file to carry in a paper, by the values of ``weasyprint.Attachment``.

    :raises ServiceUnavailable: when the server lacks the library that lays out text.
    """
    return _weasyprint().Attachment(**values)


def _finish(document: Any, file: Any) -> None:
    """Say in the metadata that the file is accessible, beside that it lasts."""
    number = int(file.catalog["Metadata"].split()[0])
    metadata = file.objects[number]
    (told,) = metadata.stream
    metadata.stream = [told.replace(END, ACCESSIBLE + END, 1)]


def _weasyprint() -> Any:
    """The library, which needs Pango of the system: a server without it starts all the same."""
    try:
        import weasyprint
    except OSError:
        raise ServiceUnavailable(
            _("The server lacks the library Pango, without which it cannot make papers.")
        )
    return weasyprint


def _fetcher() -> Any:
    from collective.conventions.documents.rendering.fetching import NoFetcher

    return NoFetcher()
