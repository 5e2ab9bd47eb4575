"""XML of an office document, read without trusting it."""

from collective.conventions.documents.texts.reading.limits import broken
from lxml import etree
import zipfile


def member(packed: zipfile.ZipFile, name: str) -> etree._Element | None:
    """Return the root of a member, or ``None`` when there is no such member.

    No entity is resolved, no document type is read, nothing is fetched.

    :raises BadRequest: it is broken, or declares a document type.
    """
    try:
        data = packed.read(name)
    except KeyError:
        return None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise broken()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise broken()
    if root.getroottree().docinfo.doctype:
        raise broken()
    return root
