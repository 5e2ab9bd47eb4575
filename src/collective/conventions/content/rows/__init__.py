"""The rows of the tables that a convention, a partner, an invoice and a model carry."""

from collective.conventions.content.rows.dates import IClauseRow
from collective.conventions.content.rows.dates import IOverrideRow
from collective.conventions.content.rows.dates import IReminderRow
from collective.conventions.content.rows.follow_up import IAgreedRenewalRow
from collective.conventions.content.rows.follow_up import ICommitmentRow
from collective.conventions.content.rows.follow_up import IConsentRow
from collective.conventions.content.rows.follow_up import INoticeRow
from collective.conventions.content.rows.follow_up import IUndertakingRow
from collective.conventions.content.rows.money import IInvoiceLineRow
from collective.conventions.content.rows.money import IPriceRow
from collective.conventions.content.rows.parties import IContactRow
from collective.conventions.content.rows.parties import IPartnerContactRow
from collective.conventions.content.rows.parties import IPartyRow
from collective.conventions.content.rows.parties import IRepresentativeRow
from collective.conventions.content.rows.parties import ISignatoryRow
from collective.conventions.content.rows.texts import IDecreeRow
from collective.conventions.content.rows.texts import IDeliberationRow
from collective.conventions.content.rows.texts import ILanguageVersionRow
from collective.conventions.content.rows.texts import ITextExceptionRow
from collective.conventions.content.rows.texts import ITextRow


__all__ = [
    "IAgreedRenewalRow",
    "IClauseRow",
    "ICommitmentRow",
    "IConsentRow",
    "IContactRow",
    "IDecreeRow",
    "IDeliberationRow",
    "IInvoiceLineRow",
    "ILanguageVersionRow",
    "INoticeRow",
    "IOverrideRow",
    "IPartnerContactRow",
    "IPartyRow",
    "IPriceRow",
    "IReminderRow",
    "IRepresentativeRow",
    "ISignatoryRow",
    "ITextExceptionRow",
    "ITextRow",
    "IUndertakingRow",
]
