"""Documents for tests: of the facts of C11 and C12, and any that can be issued."""

from collective.conventions.terms.amounts import cents
from collective.conventions.terms.document import Credited
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.document import Organisation
from dataclasses import replace
from datetime import date
from datetime import timedelta
from decimal import Decimal
from hypothesis import strategies as st


ISSUER = Organisation(
    uid="",
    name="Union des Hauteurs",
    enterprise_number="0451461655",
    vat_number="BE0451461655",
    street="Rue de l’Étoile 14",
    postal_code="5000",
    city="Namur",
    email="info@union.example.be",
    phone="081 24 06 11",
    iban="BE09091011584657",
)
CUSTOMER = Organisation(
    uid="",
    name="CPAS de Hauteville",
    enterprise_number="0212227882",
    street="Place Communale 1",
    postal_code="5310",
    city="Éghezée",
)
SEMESTER = date(2026, 1, 1), date(2026, 6, 30)

#: Six months of access, of which a CPAS pays half.
LINE = DocumentLine(
    description="Accès aux services",
    quantity=Decimal(6),
    unit_price=Decimal("82.00"),
    unit="month",
    reduction=Decimal("246.00"),
    reduction_percent=Decimal(50),
    reduction_reason="La commune a signé",
    period_start=SEMESTER[0],
    period_end=SEMESTER[1],
    explanation="82,00 par mois",
)
INVOICE = Document(
    kind="invoice",
    issuer=ISSUER,
    customer=CUSTOMER,
    lines=(LINE,),
    number="2026-000123",
    issued=date(2026, 1, 15),
    due=date(2026, 2, 14),
    period_start=SEMESTER[0],
    period_end=SEMESTER[1],
    buyer_reference="PO-7",
    contract="ACC-1",
    communication="123456789002",
    remarks="Merci.\nÀ bientôt.",
)
CREDIT_NOTE = replace(
    INVOICE,
    kind="credit_note",
    issuer=replace(ISSUER, iban=""),
    number="C-2026-7",
    due=None,
    communication="",
    credits=Credited("2026-000123", date(2026, 1, 15)),
)
#: Work for those of a public body that it does as one: no VAT, and no VAT number (BR-O-02).
OUT_OF_SCOPE = replace(
    INVOICE,
    issuer=replace(ISSUER, vat_number=""),
    lines=(replace(LINE, vat_category="O", vat_rate=Decimal(0)),),
    exemption_reason="Art. 6 CTVA",
)
EXEMPT = replace(
    INVOICE,
    lines=(LINE, replace(LINE, vat_category="E", vat_rate=Decimal(0))),
    exemption_reason="Art. 44 CTVA",
)

words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=20).map(str.strip)
names = words.filter(bool)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
taxes = {
    "S": st.sampled_from([Decimal(6), Decimal(12), Decimal("5.50"), Decimal("21.00")]),
    "E": st.just(Decimal(0)),
    "O": st.just(Decimal(0)),
}


@st.composite
def lines(draw, categories: str, first: date, last: date) -> DocumentLine:
    """A line of one of these VAT categories within a period."""
    category = draw(st.sampled_from(categories))
    start, end = sorted([draw(st.dates(first, last)), draw(st.dates(first, last))])
    line = DocumentLine(
        description=draw(names),
        quantity=draw(st.decimals("0.01", 1000, places=2)),
        unit_price=draw(st.decimals(0, 10000, places=4)),
        vat_rate=draw(taxes[category]),
        vat_category=category,
        unit=draw(st.sampled_from(["unit", "month", "participant", "day", "hour"])),
        period_start=draw(st.sampled_from([start, None])),
        period_end=draw(st.sampled_from([end, None])),
        explanation=draw(words),
    )
    percent = draw(st.sampled_from([None, Decimal(50), Decimal("33.33"), Decimal(100)]))
    share = cents(line.full * (percent or draw(st.integers(0, 100))) / 100)
    if not share:
        return line
    reason = draw(words)
    return replace(line, reduction=share, reduction_percent=percent, reduction_reason=reason)


def taken_back(line: DocumentLine) -> DocumentLine:
    """A line that takes back, at once, all that another one charges."""
    nothing_off = {"reduction": Decimal("0.00"), "reduction_percent": None, "reduction_reason": ""}
    return replace(line, quantity=Decimal(-1), unit_price=line.net, **nothing_off)


@st.composite
def documents(draw) -> Document:
    """Any document in which nothing lacks, and of which the e-invoice carries everything."""
    categories = draw(st.sampled_from(["S", "SE", "E", "O"]))
    first, last = sorted([draw(days), draw(days)])
    kind = draw(st.sampled_from(["invoice", "credit_note"]))
    taxed, invoice = categories != "O", kind == "invoice"
    issued = draw(days)
    chosen = draw(st.lists(lines(categories, first, last), min_size=1, max_size=4))
    chosen += [taken_back(one) for one in chosen if draw(st.booleans())]
    terms = draw(words)
    return Document(
        kind=kind,
        issuer=replace(
            ISSUER,
            name=draw(names),
            vat_number=ISSUER.vat_number if taxed else "",
            iban=draw(st.sampled_from(["BE09091011584657", "NL91ABNA0417164300"]))
            if invoice
            else "",
        ),
        customer=replace(CUSTOMER, name=draw(names), city=draw(names), email=draw(words)),
        lines=tuple(chosen),
        number=draw(names),
        issued=issued,
        due=issued + timedelta(days=30) if draw(st.booleans()) or not terms else None,
        period_start=first,
        period_end=last,
        buyer_reference=draw(names),
        contract=draw(words),
        communication=draw(st.sampled_from(["", "123456789002", "2026-000123"])),
        remarks=draw(words),
        exemption_reason=draw(names) if any(one.vat_category != "S" for one in chosen) else "",
        credits=None if invoice else Credited(draw(names), draw(days)),
        payment_terms=terms,
    )
