"""PDFs that are signed for tests, with certificates that were made for them."""

from asn1crypto import keys
from asn1crypto import x509
from concurrent.futures import ThreadPoolExecutor
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from functools import cache
from io import BytesIO
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields
from pyhanko.sign import signers
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore
from weasyprint import HTML


SIGNED_AT = datetime(2031, 3, 1, 10, 30, tzinfo=UTC)


@cache
def paper(*lines):
    """A PDF with these lines; each page ends with ``---``."""
    body = "".join(
        '<div style="break-after: page"></div>' if line == "---" else f"<p>{line}</p>"
        for line in lines
    )
    return HTML(string=f"<html lang='fr'><title>T</title><body>{body}</body></html>").write_pdf()


@cache
def scan():
    """A PDF of one page without words."""
    return paper("")


@cache
def signer(name="A. Dupuis", usage=None):
    """Somebody with a key and a certificate that he made out himself."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = certificates.Name(
        [
            certificates.NameAttribute(NameOID.COMMON_NAME, name),
            certificates.NameAttribute(NameOID.COUNTRY_NAME, "BE"),
        ]
    )
    made = (
        certificates.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(certificates.random_serial_number())
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=365))
    )
    if usage is not None:
        made = made.add_extension(certificates.ExtendedKeyUsage([usage]), critical=True)
    made = made.sign(key, hashes.SHA256())
    private = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return {
        "signing_cert": x509.Certificate.load(made.public_bytes(serialization.Encoding.DER)),
        "signing_key": keys.PrivateKeyInfo.load(private),
        "cert_registry": SimpleCertificateStore(),
    }


def signed(data, *names, stamped=False):
    """A PDF with a PAdES signature of each of ``names``, one after the other."""
    # The library runs a loop of its own, and a browser may have one in this thread.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_signed, data, names or ("A. Dupuis",), stamped).result()


def _signed(data, names, stamped):
    for number, name in enumerate(names):
        meta = signers.PdfSignatureMetadata(
            field_name=f"Signature{number + len(data) % 1000}",
            subfilter=fields.SigSeedSubFilter.PADES,
        )
        stamper = _stamper() if stamped else None
        hand = signers.PdfSigner(meta, signers.SimpleSigner(**signer(name)), timestamper=stamper)
        data = hand.sign_pdf(IncrementalPdfFileWriter(BytesIO(data))).getvalue()
    return data


def _stamper():
    usage = certificates.oid.ExtendedKeyUsageOID.TIME_STAMPING
    who = signer("Clock", usage)
    return DummyTimeStamper(who["signing_cert"], who["signing_key"], fixed_dt=SIGNED_AT)


def tampered(data):
    """The same PDF with one byte of what was signed changed, in a place that no reader minds."""
    place = data.index(b"%PDF-") + 7
    return data[:place] + (b"6" if data[place : place + 1] != b"6" else b"5") + data[place + 1 :]


def appended(data):
    """The same PDF with another page's worth of content written after the signature."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    root = writer.root
    root["/Extra"] = writer.add_object(generic.pdf_string("added later"))
    writer.update_root()
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
