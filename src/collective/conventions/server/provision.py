"""Making a space: a Plone site of its own for one entity (C2)."""

from collective.conventions import _
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.spaces import entered
from dataclasses import dataclass
from dataclasses import field
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
    password: str = field(repr=False)


def create_space(
    app: Any,
    space_id: str,
    title: str,
    *,
    language: str = "fr",
    description: str = "",
    manager: Manager | None = None,
) -> None:
    """Make the space ``space_id`` with the add-on installed; a failure leaves nothing of it.

    Nothing is committed here: the caller decides what belongs to the same transaction.

    :param app: the root of the Zope database.
    :param language: the default language; the others of ``LANGUAGES`` can be chosen too.
    :param manager: its first member; without one only the server's own users can enter.
    :raises UnprocessableEntity: the id cannot be part of an address, the language is unknown, or
        Plone refuses the first member.
    :raises Conflict: the server has something of that id already.
    """
    if not ID.fullmatch(space_id) or language not in LANGUAGES:
        raise UnprocessableEntity(
            _("A space needs an id of small letters, digits and hyphens, and a known language.")
        )
    if space_id in app.objectIds():
        raise Conflict(_("“${id}” exists already.", mapping={"id": space_id}))
    before = transaction.savepoint()
    try:
        with entered(app) as root:
            _site(root, space_id, title, language, description)
        with entered(app, space_id):
            _settle(language)
            if manager is not None:
                _add_manager(manager)
    except Exception:
        before.rollback()
        raise


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


def _add_manager(manager: Manager) -> None:
    try:
        api.user.create(
            username=manager.login,
            email=manager.email,
            password=manager.password,
            properties={"fullname": manager.name},
        )
    except ValueError as error:
        # Plone says in a sentence what is wrong with a login, an address or a password.
        raise UnprocessableEntity(str(error)) from None
    api.group.add_user(groupname="space_managers", username=manager.login)
