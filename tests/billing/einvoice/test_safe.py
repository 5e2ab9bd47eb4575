"""XML of a stranger: nothing is fetched, nothing expands, nothing is without end."""

from collective.conventions.billing.einvoice import safe
from collective.conventions.billing.einvoice.safe import parsed
from collective.conventions.interfaces import UnprocessableEntity
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest


LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
DECLARED = {
    "file": "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
    "web": "<!DOCTYPE a [<!ENTITY x SYSTEM 'http://127.0.0.1:9/x'>]><a>&x;</a>",
    "parameter": "<!DOCTYPE a [<!ENTITY % x SYSTEM 'file:///etc/hostname'> %x;]><a/>",
    "dtd": "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
    "public": "<!DOCTYPE a PUBLIC '-//x//y' 'http://127.0.0.1:9/x'><a/>",
    "laughs": f"<!DOCTYPE a [<!ENTITY l0 'ha'>{LAUGHS}]><a>&l11;</a>",
    "empty": "<!DOCTYPE a><a/>",
}


def refusal(data: bytes) -> str:
    with pytest.raises(UnprocessableEntity) as refused:
        parsed(data)
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", DECLARED)
def test_a_document_type_is_refused(name, encoding):
    assert "document type" in refusal(DECLARED[name].encode(encoding))


def test_depth_and_number_have_an_end():
    deepest = b"<a>" * safe.DEEPEST + b"</a>" * safe.DEEPEST
    assert parsed(deepest).tag == "a"
    assert "far more" in refusal(b"<a>" + deepest + b"</a>")
    most = b"<a>" + b"<b/>" * (safe.MOST_ELEMENTS - 1) + b"</a>"
    assert len(parsed(most)) == safe.MOST_ELEMENTS - 1
    assert "far more" in refusal(most.replace(b"</a>", b"<b/></a>"))


def test_size_has_an_end():
    filled = b"<a>" + b" " * (safe.LARGEST - 7) + b"</a>"
    assert parsed(filled).tag == "a"
    assert "too large" in refusal(filled + b" ")


@pytest.mark.parametrize(
    "data",
    [b"", b"<a>", b"<a></b>", b"<a>&unknown;</a>", b"\xff\xfe", b"{}", b"<a/><b/>", b"\x1f\x8b"],
)
def test_what_is_no_xml_is_refused(data):
    assert "well-formed" in refusal(data)


def test_comments_and_instructions_are_not_kept():
    root = parsed(b"<a>1<!-- no --><?do evil?>2</a>")
    assert (root.text, len(root)) == ("12", 0)


def test_nothing_is_included():
    include = "http://www.w3.org/2001/XInclude"
    asked = f"<a xmlns:i='{include}'><i:include href='/etc/hostname' parse='text'/></a>"
    assert parsed(asked.encode()).xpath("string()") == ""


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_noise_is_refused(noise):
    refusal(b"<" + noise)
