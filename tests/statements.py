"""Statements of banks for tests: small writers of CODA and CAMT.053. All persons are invented."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape


ACCOUNT = "BE68539007547034"
PAYER = "BE71096123456769"


@dataclass(frozen=True)
class Movement:
    """What a writer puts down; ``kind`` is CODA's type of structured communication, or ""."""

    amount: Decimal = Decimal("82.00")
    name: str = "CPAS de Saint-Exemple"
    iban: str = PAYER
    text: str = ""
    kind: str = ""
    day: date = date(2027, 1, 15)
    value_day: date | None = date(2027, 1, 15)
    reference: str = "REF"
    parts: tuple["Movement", ...] = ()


def coda(
    movements=(),
    opening=Decimal("1000.00"),
    closing=None,
    account=ACCOUNT,
    number="007",
    day=date(2027, 1, 15),
    last=True,
    structure="2",
) -> str:
    """One statement in CODA 2."""
    end = opening + sum(one.amount for one in movements) if closing is None else closing
    lines = [
        f"00000{_day(day)}53905          {'FILE':10}{'UVCW':26}{'TRIOBEBB':11}".ljust(127) + "2",
        f"1{structure}007{account:34}EUR{_amount(opening)}{_day(day)}".ljust(125) + number,
    ]
    for sequence, one in enumerate(movements, 1):
        lines += _movement(f"{sequence:04}0000", one, "3" if one.parts else "0", number)
        for detail, part in enumerate(one.parts, 1):
            lines += _movement(f"{sequence:04}{detail:04}", part, "5", number)
    lines.append(f"8{number}{account:34}EUR{_amount(end)}{_day(day)}".ljust(127) + "0")
    debit = sum((-one.amount for one in movements if one.amount < 0), Decimal(0))
    credit = sum((one.amount for one in movements if one.amount > 0), Decimal(0))
    totals = _amount(debit)[1:] + _amount(credit)[1:]
    lines.append(f"9{'':15}{len(lines) - 1:06}{totals}".ljust(127) + ("2" if last else "1"))
    return "".join(f"{line}\r\n" for line in lines)


def _movement(place, one, family, number):
    text = f"{one.kind}{one.text}".ljust(53 + 53 + 43)
    valued = _day(one.value_day) if one.value_day else "000000"
    structured = "1" if one.kind else "0"
    return [
        f"21{place}{one.reference:21}{_amount(one.amount)}{valued}{family}0150000{structured}"
        f"{text[:53]}{_day(one.day)}{number}01 0",
        f"22{place}{text[53:106]}".ljust(125) + "1 0",
        f"23{place}{one.iban:34}EUR{one.name[:35]:35}{text[106:]}0 0",
    ]


def _amount(amount):
    return f"{int(amount < 0)}{int(abs(amount) * 1000):015}"


def _day(day):
    return f"{day:%d%m%y}"


def camt(
    movements=(),
    opening=Decimal("1000.00"),
    closing=None,
    account=ACCOUNT,
    number="7",
    day=date(2027, 1, 15),
    version="08",
) -> str:
    """One statement in CAMT.053."""
    end = opening + sum(one.amount for one in movements) if closing is None else closing
    entries = "\n".join(_entry(one, int(version) >= 8) for one in movements)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}">
<BkToCstmrStmt><GrpHdr><MsgId>M</MsgId><CreDtTm>2027-01-16T06:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S-{number}</Id><ElctrncSeqNb>{number}</ElctrncSeqNb>
<Acct><Id><IBAN>{account}</IBAN></Id><Ccy>EUR</Ccy></Acct>
{_balance("OPBD", opening, day)}
{_balance("CLBD", end, day)}
{entries}
</Stmt></BkToCstmrStmt></Document>
"""


def _balance(code, amount, day):
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>"
        f"{_signed(amount)}<Dt><Dt>{day}</Dt></Dt></Bal>"
    )


def _signed(amount):
    direction = "DBIT" if amount < 0 else "CRDT"
    return f'<Amt Ccy="EUR">{abs(amount)}</Amt><CdtDbtInd>{direction}</CdtDbtInd>'


def _entry(one, deep):
    state = "<Sts><Cd>BOOK</Cd></Sts>" if deep else "<Sts>BOOK</Sts>"
    valued = f"<ValDt><Dt>{one.value_day}</Dt></ValDt>" if one.value_day else ""
    details = "".join(_details(part, deep) for part in one.parts or (one,))
    return (
        f"<Ntry>{_signed(one.amount)}{state}<BookgDt><Dt>{one.day}</Dt></BookgDt>{valued}"
        f"<AcctSvcrRef>{one.reference}</AcctSvcrRef><BkTxCd/><NtryDtls>{details}</NtryDtls></Ntry>"
    )


def _details(one, deep):
    side = "Dbtr" if one.amount > 0 else "Cdtr"
    name = f"<Nm>{escape(one.name)}</Nm>"
    party = f"<Pty>{name}</Pty>" if deep else name
    told = (
        f"<Strd><CdtrRefInf><Ref>{one.text}</Ref></CdtrRefInf></Strd>"
        if one.kind
        else f"<Ustrd>{escape(one.text)}</Ustrd>"
    )
    account = f"<{side}Acct><Id><IBAN>{one.iban}</IBAN></Id></{side}Acct>" if one.iban else ""
    return (
        f"<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>{_signed(one.amount)}"
        f"<RltdPties><{side}>{party}</{side}>{account}</RltdPties><RmtInf>{told}</RmtInf></TxDtls>"
    )
