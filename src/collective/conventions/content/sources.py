"""The open lists from which a field is chosen: what lies in the space, and its members."""

from Acquisition import aq_base
from Acquisition import aq_parent
from collections.abc import Iterator
from collective.conventions.content.records import record_of
from plone import api
from Products.CMFCore.indexing import processQueue
from typing import Any
from zope.interface import implementer
from zope.interface import provider
from zope.schema.interfaces import IContextSourceBinder
from zope.schema.interfaces import IVocabularyTokenized
from zope.schema.vocabulary import SimpleTerm


@implementer(IVocabularyTokenized)
class CatalogVocabulary:
    """The content items that match a query, by UID, without listing them until a form asks.

    Validation asks ``uid in vocabulary`` for every row: one look-up in the UID index, whatever
    the number of items; what the query names are columns of the catalog. Only iteration (a form
    that draws its options) runs the query, as the current user.
    """

    def __init__(self, **query: Any) -> None:
        self.query = query

    @property
    def searched(self) -> dict[str, Any]:
        """The query with which the catalog lists the items."""
        return self.query

    def _brain(self, uid: object) -> Any:
        if not isinstance(uid, str) or not uid:
            return None
        processQueue()
        brain = record_of(uid)
        if brain is None or any(getattr(brain, name) != self.query[name] for name in self.query):
            return None
        return brain

    @staticmethod
    def _term(brain: Any) -> SimpleTerm:
        return SimpleTerm(value=brain.UID, token=brain.UID, title=brain.Title)

    def __contains__(self, uid: object) -> bool:
        return self._brain(uid) is not None

    def __iter__(self) -> Iterator[SimpleTerm]:
        catalog = api.portal.get_tool("portal_catalog")
        for brain in catalog(sort_on="sortable_title", **self.searched):
            yield self._term(brain)

    def __len__(self) -> int:
        return len(api.portal.get_tool("portal_catalog")(**self.searched))

    def getTerm(self, value: object) -> SimpleTerm:
        brain = self._brain(value)
        if brain is None:
            raise LookupError(value)
        return self._term(brain)

    def getTermByToken(self, token: str) -> SimpleTerm:
        return self.getTerm(token)


@implementer(IVocabularyTokenized)
class MemberVocabulary:
    """The members and groups of the space by their plain id, as local roles know them.

    Validation looks up one principal; only a form that draws its options searches for all, and
    finds none for who may not list them.
    """

    @staticmethod
    def _term(principal: str, title: str) -> SimpleTerm:
        return SimpleTerm(value=principal, token=principal, title=title or principal)

    def __contains__(self, principal: object) -> bool:
        if not isinstance(principal, str) or not principal:
            return False
        users = api.portal.get_tool("acl_users")
        return bool(users.getUserById(principal) or users.getGroupById(principal))

    def __iter__(self) -> Iterator[SimpleTerm]:
        if not api.user.has_permission("List portal members", obj=api.portal.get()):
            return
        users = api.portal.get_tool("acl_users")
        found = (*users.searchUsers(sort_by="fullname"), *users.searchGroups(sort_by="title"))
        for principal, title in {info["id"]: info["title"] for info in found}.items():
            yield self._term(principal, title)

    def __len__(self) -> int:
        return len(list(iter(self)))

    def getTerm(self, value: object) -> SimpleTerm:
        if value not in self:
            raise LookupError(value)
        principal = str(value)
        users = api.portal.get_tool("acl_users")
        user, group = users.getUserById(principal), users.getGroupById(principal)
        name = user.getProperty("fullname") if user else group.getProperty("title")
        return self._term(principal, name)

    def getTermByToken(self, token: str) -> SimpleTerm:
        return self.getTerm(token)


@provider(IContextSourceBinder)
def members(context: Any) -> MemberVocabulary:
    """All members and groups of the space."""
    return MemberVocabulary()


@provider(IContextSourceBinder)
def partners(context: Any) -> CatalogVocabulary:
    """All partners of the space."""
    return CatalogVocabulary(portal_type="Partner")


@provider(IContextSourceBinder)
def communes(context: Any) -> CatalogVocabulary:
    """The partners that are communes, for the tie of a CPAS to its commune (C11)."""
    return CatalogVocabulary(portal_type="Partner", partner_kind="commune")


#: A path at which nothing is.
NOWHERE = "/-"


class PartVocabulary(CatalogVocabulary):
    """What lies in one convention; in what is no convention there is nothing."""

    def __init__(self, convention: Any, portal_type: str) -> None:
        holder = getattr(aq_base(convention), "portal_type", "") == "Convention"
        path = "/".join(convention.getPhysicalPath()) if holder else ""
        super().__init__(portal_type=portal_type)
        self.path = path

    def _brain(self, uid: object) -> Any:
        brain = super()._brain(uid)
        inside = brain is not None and self.path and brain.getPath().startswith(f"{self.path}/")
        return brain if inside else None

    @property
    def searched(self) -> dict[str, Any]:
        return {**self.query, "path": self.path or NOWHERE}


@provider(IContextSourceBinder)
def annexes(context: Any) -> PartVocabulary:
    """The annexes of the convention, for the letters on file."""
    return PartVocabulary(context, "Annex")


@provider(IContextSourceBinder)
def invoices(context: Any) -> PartVocabulary:
    """The invoices of the convention of an invoice, for those that are credited."""
    itself = getattr(aq_base(context), "portal_type", "") == "Invoice"
    return PartVocabulary(aq_parent(context) if itself else context, "Invoice")


@provider(IContextSourceBinder)
def conventions(context: Any) -> CatalogVocabulary:
    """All conventions of the space, for predecessors (B5)."""
    return CatalogVocabulary(portal_type="Convention")
