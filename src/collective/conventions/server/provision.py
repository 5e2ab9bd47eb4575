"""Making a space: a Plone site of its own for one entity (C2)."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.access.members import MANAGERS
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.messages import sentence
from collective.conventions.server.facts import checked
from collective.conventions.server.facts import facts_of
from collective.conventions.server.facts import LONGEST
from collective.conventions.server.facts import too_long
from collective.conventions.server.figures import take
from collective.conventions.server.hands import as_system
from collective.conventions.server.invitation import Link
from collective.conventions.server.invitation import link_for
from collective.conventions.server.journal import present_actor
from collective.conventions.server.journal import record
from collective.conventions.server.register import Entry
from collective.conventions.server.register import put
from collective.conventions.server.spaces import entered
from collective.conventions.server.usage import set_limit
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_email
from dataclasses import dataclass
from plone import api
from Products.CMFPlone.factory import addPloneSite
from typing import Any
import re
import transaction


PROFILE = "collective.conventions:default"
LANGUAGES = ("fr", "nl", "de", "en")
TIMEZONE = "Europe/Brussels"

#: The id is a part of every address of the space.
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

#: Members choose their language and keep the choice in a cookie. Nobody registers himself.
SETTINGS = {
    "plone.use_cookie_negotiation": True,
    "plone.use_request_negotiation": False,
    "plone.enable_self_reg": False,
    "plone.enable_user_pwd_choice": False,
    "plone.enable_user_folders": False,
}


@dataclass(frozen=True)
class Manager:
    """The first member of a space, who lets the others in."""

    login: str
    name: str
    email: str


@dataclass(frozen=True)
class Made:
    """A space that was made, and the link for its first member, if there is one."""

    entry: Entry
    link: Link | None


def create_space(
    app: Any,
    space_id: str,
    title: str,
    *,
    language: str = "fr",
    description: str = "",
    manager: Manager | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Made:
    """Make the space ``space_id`` with the add-on installed; a failure leaves nothing of it.

    Nothing is committed here: the caller decides what belongs to the same transaction.

    :param app: the root of the Zope database.
    :param language: the default language; the others of ``LANGUAGES`` can be chosen too.
    :param manager: its first member; without one only the server's own users can enter.
    :param facts: what else the register says of it; see ``facts.FACTS``.
    :raises UnprocessableEntity: the id cannot be part of an address, the language is unknown, a
        fact is wrong, or Plone refuses the first member.
    :raises Conflict: the server has something of that id already.
    """
    _check_site(space_id, language, description)
    known = checked(app, {**facts_of(Entry(space_id, title)), **(facts or {}), "title": title})
    if space_id in app.objectIds():
        raise Conflict(_("“${id}” exists already.", mapping={"id": space_id}))
    before, by = transaction.savepoint(), present_actor()
    try:
        with as_system():
            with entered(app) as root:
                _site(root, space_id, known["title"], language, description)
            with entered(app, space_id) as portal:
                _settle(language)
                link = _add_manager(manager) if manager is not None else None
                set_limit(portal, known["limit"], by=by)
        return Made(_register(app, space_id, known, manager), link)
    except Exception:
        before.rollback()
        raise


def _check_site(space_id: str, language: str, description: str) -> None:
    """Refuse what no site can be made of."""
    wrong = []
    if not ID.fullmatch(space_id):
        wrong.append(Finding("id_malformed" if space_id else "required", "id"))
    if language not in LANGUAGES:
        wrong.append(Finding("unknown_choice", "language", {"value": language[:100]}))
    if wrong:
        raise UnprocessableEntity(
            _("A space needs an id of small letters, digits and hyphens, and a known language."),
            wrong,
        )
    texts = {"id": space_id, "description": description}
    if long := [too_long(name) for name, text in texts.items() if len(text) > LONGEST[name]]:
        raise UnprocessableEntity(_("The space cannot be registered like this."), long)


def _register(app: Any, space_id: str, known: dict[str, Any], manager: Manager | None) -> Entry:
    """Let the register, the journal and the figures of the server begin with the space."""
    entry = Entry(id=space_id, created=today().isoformat(), **known)
    put(app, entry)
    after = {name: value for name, value in known.items() if value not in ("", None)}
    if manager is not None:
        after["manager"] = manager.login
    record(app, "space_created", actor=present_actor(), subject=space_id, after=after)
    take(app, space_id)
    return entry


def _site(root: Any, space_id: str, title: str, language: str, description: str) -> None:
    """A site of the classic distribution: with its theme, without example content."""
    addPloneSite(
        root,
        space_id,
        title=title,
        description=description,
        distribution_name="classic",
        default_language=language,
        portal_timezone=TIMEZONE,
        setup_content=False,
    )


def _settle(language: str) -> None:
    """Set up a site that has just been made, as a space."""
    languages = [language, *(code for code in LANGUAGES if code != language)]
    api.portal.set_registry_record("plone.available_languages", languages)
    for name, value in SETTINGS.items():
        api.portal.set_registry_record(name, value)
    setup = api.portal.get_tool("portal_setup")
    setup.runAllImportStepsFromProfile(f"profile-{PROFILE}")


def _add_manager(manager: Manager) -> Link:
    """Open the account with a password that nobody knows, and give the link to choose one."""
    try:
        normalise_email(manager.email)
    except InvalidIdentifier:
        wrong = Finding("email_malformed", "manager", column="email")
        raise UnprocessableEntity(sentence(wrong), [wrong]) from None
    try:
        api.user.create(
            username=manager.login,
            email=manager.email,
            properties={"fullname": manager.name},
        )
    except ValueError as error:
        # Plone says in a sentence what is wrong with a login or an address.
        raise UnprocessableEntity(str(error)) from None
    api.group.add_user(groupname=MANAGERS, username=manager.login)
    return link_for(api.portal.get().getId(), manager.login)
