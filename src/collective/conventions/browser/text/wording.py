"""What the parts of a text are called, and how proposals stand."""

from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.terms.texts.text import Part


KINDS = {
    "heading": _("Heading"),
    "parties": _("The parties"),
    "preamble": _("Preamble"),
    "article": _("Article"),
    "signatures": _("Signatures"),
}
NOTED = {
    "noted.invoice_months": _("Invoiced every (months)"),
    "noted.iban": _("Bank account (IBAN)"),
    "noted.enterprise_number": _("Enterprise number"),
}
#: Why a proposal with a rule is not plain reading.
RULES = {
    "old_account": _("An account number of before IBAN, converted."),
    "originals_as_parties": _("As many originals as there are parties."),
    "reduction_to": _("What is left is said; the reduction is the rest."),
    "by_delegation": _("Signs by delegation."),
}


def name_of(page: Page, part: Part) -> str:
    """What a part is called: "Article 9bis – Term", "Preamble"."""
    if part.part != "article":
        return part.title if part.title and part.part == "preamble" else page.t(KINDS[part.part])
    if not part.number:
        return part.title or page.t(KINDS["article"])
    number = page.t(_("Article ${number}", mapping={"number": part.number}))
    return f"{number} – {part.title}" if part.title else number
