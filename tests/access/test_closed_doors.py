"""Ways in and up that Plone and Zope have beside those of the table: all closed."""

from access.world import PASSWORD
from access.world import World
from collective.conventions.content.values import snapshot
from plone import api
from typing import Any
import pytest
import re


#: Where Plone shows content, people or settings to whoever asks.
WINDOWS = (
    "",
    "@search?SearchableText=Zebra",
    "@search?portal_type=Convention&metadata_fields=_all",
    "@search?portal_type=Partner&fullobjects=1",
    "@@search?SearchableText=Zebra",
    "@@search?SearchableText=Quagga",
    "@@updated_search?SearchableText=Zebra",
    "@@ajax-search?SearchableText=Zebra",
    "search_rss?SearchableText=Zebra",
    "RSS",
    "rss.xml",
    "atom.xml",
    "conventions/RSS",
    "conventions/rss.xml",
    "conventions/atom.xml",
    "sitemap",
    "sitemap.xml.gz",
    "@navigation?expand.navigation.depth=4",
    "@contextnavigation",
    "@users",
    "@users?query=a",
    "@groups",
    "@principals?search=a",
    "@vocabularies/plone.app.vocabularies.Users?title=a",
    "@vocabularies/plone.app.vocabularies.Principals?title=a",
    "@vocabularies/plone.app.vocabularies.Groups?title=a",
    "@@getVocabulary?name=plone.app.vocabularies.Users",
    "@@getVocabulary?name=plone.app.vocabularies.Catalog",
    "@@getVocabulary?name=plone.app.vocabularies.Principals",
    "@@member-search",
    "@@pas_search",
    "author/reader",
    "conventions",
    "partners",
    "conventions/@@folder_contents",
    "conventions/folder_listing",
    "conventions/tabular_view",
    "conventions/@@export.csv",
    "conventions/@@export.xlsx",
    "conventions/@conventions",
    "@@calendar-feed",
    "@@calendar-feed/zebra/deadlines.ics",
    "@@journals",
    "@journals",
    "portal_catalog/searchResults?SearchableText=Zebra",
    "portal_catalog/manage_catalogView",
    "portal_membership/listMembers",
    "portal_groups/listGroupIds",
    "acl_users/searchUsers?login=a",
    "conventions/objectIds",
    "conventions/manage_main",
    "manage_main",
    "manage_FTPlist",
)
#: What stands for what, in an answer that has told too much.
CONVENTIONS = "zebra-[dast]|Zebra [DAST]"
PARTNERS = "Quagga [A-Z]"
PEOPLE = "reader@example|Legal service"

#: How somebody might try to become more than he is: method, address, what is sent.
LADDERS = (
    ("PATCH", "@users/{me}", {"roles": {"Manager": True, "Operator": True}}),
    ("PATCH", "@users/{me}", {"roles": {"Site Administrator": True}}),
    ("PATCH", "@users/reader", {"roles": {"Space Manager": True}}),
    ("PATCH", "@users/reader", {"password": "taken over"}),
    ("POST", "@users", {"username": "new", "email": "n@example.be", "roles": ["Manager"]}),
    ("PATCH", "@groups/Administrators", {"users": {"{me}": True}}),
    ("PATCH", "@groups/Site Administrators", {"users": {"{me}": True}}),
    ("PATCH", "@groups/council_secretaries", {"users": {"{me}": True}}),
    ("PATCH", "@groups/space_managers", {"roles": ["Manager", "Operator"]}),
    ("POST", "@groups", {"groupname": "new", "roles": ["Manager"], "users": ["{me}"]}),
    ("DELETE", "@users/reader", {}),
    ("DELETE", "@groups/convention_readers", {}),
    ("POST", "@sharing", {"entries": [{"id": "{me}", "roles": {"Editor": True}, "type": "user"}]}),
    ("PATCH", "@controlpanels/usergroup", {"many_users": True}),
    ("PATCH", "@registry", {"plone.enable_self_reg": True}),
    ("POST", "@addons/plone.app.iterate/install", {}),
)
#: The same through forms and the Zope management screens.
SCREENS = (
    "@@usergroup-userprefs",
    "@@usergroup-groupprefs",
    "@@usergroup-groupmembership?groupname=Administrators&form.submitted=1&add:list={me}",
    "@@usergroup-groupmembership?groupname=space_managers",
    "@@usergroup-usermembership?userid={me}&form.submitted=1&add:list=Administrators",
    "@@usergroup-groupdetails",
    "@@new-user",
    "@@user-information?userid=reader",
    "@@overview-controlpanel",
    "@@security-controlpanel",
    "@@sharing",
    "acl_users/manage_main",
    "acl_users/portal_role_manager/manage_assignRoleToPrincipals?role_id=Manager&principal_ids:list={me}",
    "acl_users/portal_role_manager/assignRoleToPrincipal?role_id=Manager&principal_id={me}",
    "acl_users/source_groups/manage_addPrincipalsToGroup?group_id=Administrators&principal_ids:list={me}",
    "acl_users/source_groups/addPrincipalToGroup?principal_id={me}&group_id=Administrators",
    "acl_users/userFolderEditUser?principal_id={me}&password=&roles:list=Manager&domains=",
    "portal_groups/addPrincipalToGroup?principal_id={me}&group_id=Administrators",
    "portal_groups/editGroup?id=space_managers&roles:list=Manager",
    "portal_membership/setLocalRoles",
    "manage_setLocalRoles?userid={me}&roles:list=Manager",
    "manage_addUserFolder",
    "manage_access",
    "manage_role?role_to_manage=Reader&permissions:list=View",
    "manage_permission?permission_to_manage=View&roles:list=Member",
)
#: The same on what lies in the space.
TRAPDOORS = (
    "manage_main",
    "manage_changeProperties?title=Forged",
    "manage_editProperties?title=Forged",
    "manage_addProperty?id=forged&value=1&type=string",
    "manage_setLocalRoles?userid={me}&roles:list=Manager",
    "manage_permission?permission_to_manage=View&roles:list=Member",
    "manage_delObjects?ids:list=early-s",
    "manage_renameObject?id=early-s&new_id=forged",
    "manage_pasteObjects",
    "@@sharing",
    "content_status_history",
    "content_status_modify?workflow_action=signed&effective_date=2020-01-01&expiration_date=2020-01-02",
    "folder_publish?workflow_action=terminate",
    "@@fc-workflow",
    "@@content-checkout",
    "@@iterate_control",
    "selectViewTemplate?templateId=listing",
    "setTitle?title=Forged",
    "setExpirationDate?expiration_date=2020-01-01",
    "edit_title?title=Forged",
)
#: And from the folder above: the page, and the name under which it takes the convention.
FLOORBOARDS = (
    ("manage_renameObject", "new_id=forged&id"),
    ("manage_renameObjects", "new_ids:list=forged&ids:list"),
    ("manage_delObjects", "ids:list"),
    ("manage_cutObjects", "ids:list"),
    ("@@fc-delete", "selection"),
    ("@@fc-rename", "selection"),
)
CLIMBERS = ("space manager", "author", "contact", "operator")
STAFF = ("space manager", "author", "signer", "operator")


def rights(world: World) -> dict[str, Any]:
    """Who belongs to what and may what: of everybody and every group."""
    users, source = world.portal.acl_users, world.portal.acl_users.source_groups
    return {
        "roles": dict(users.portal_role_manager._principal_roles),
        "groups": {name: sorted(source.listAssignedPrincipals(name)) for name in source._groups},
        "users": sorted(users.source_users.listUserIds()),
        "passwords": dict(users.source_users._user_passwords),
        "local": {
            item.getId(): item.__ac_local_roles__
            for item in (world.portal, *world.portal.objectValues())
            if getattr(item, "__ac_local_roles__", None)
        },
        "registration": api.portal.get_registry_record("plone.enable_self_reg"),
    }


def gained(world: World, person: str, secret: re.Pattern[str]) -> list[tuple[str, str]]:
    """What this person learns of ``secret`` by looking through all windows."""
    for letter in "DAST":
        world.agreement(letter)
    told = []
    for path in WINDOWS:
        service = path.rpartition("/")[2].startswith("@") and "@@" not in path
        headers = {"Accept": "application/json" if service else "text/html"}
        text = world.screen(person, "GET", path, headers=headers).text
        told += [(path, found) for found in secret.findall(text)]
    return told


class TestDoors:
    """One space for all of them."""

    @pytest.mark.parametrize("person", ["anonymous", "other space"])
    def test_strangers_see_nothing(self, world, person):
        assert not gained(world, person, re.compile(f"{CONVENTIONS}|{PARTNERS}|{PEOPLE}"))

    @pytest.mark.parametrize("person", ["member", "other contact"])
    def test_members_without_a_group_see_no_convention_and_nobody(self, world, person):
        assert not gained(world, person, re.compile(f"{CONVENTIONS}|{PEOPLE}"))

    def test_contacts_see_no_draft_and_nobody(self, world):
        assert not gained(world, "contact", re.compile(f"zebra-d|Zebra D|{PEOPLE}"))

    def test_the_windows_are_no_walls(self, world):
        """Who may see something does see it through them."""
        assert len(gained(world, "space manager", re.compile(f"{CONVENTIONS}|{PARTNERS}"))) > 20

    def test_nobody_registers_himself(self, world):
        before = rights(world)
        for path in ("@@register", "join_form", "@@new-user"):
            assert world.page("anonymous", path).status_code in (302, 401, 403, 404), path
        data = {"username": "new", "email": "new@example.be", "password": PASSWORD}
        assert world.rest("anonymous", "POST", "@users", json=data).status_code in (401, 403)
        assert rights(world) == before

    @pytest.mark.parametrize("person", CLIMBERS)
    def test_nobody_climbs_by_rest(self, world, person):
        before = rights(world)
        me = (world.logins[person] or ("anonymous",))[0]
        for method, path, data in LADDERS:
            sent = _filled(data, me)
            world.rest(person, method, path.replace("{me}", me), json=sent)
            assert rights(world) == before, (method, path)

    @pytest.mark.parametrize("person", CLIMBERS)
    def test_nobody_climbs_by_screens(self, world, person):
        before = rights(world)
        me = (world.logins[person] or ("anonymous",))[0]
        for path in SCREENS:
            answer = world.form(person, path.replace("{me}", me))
            assert answer.status_code >= 300, (path, answer.text[:500])
            assert rights(world) == before, path

    @pytest.mark.parametrize("person", STAFF)
    def test_no_trapdoor_below_a_signed_convention(self, world, person):
        agreement = world.agreement("S")
        convention = agreement.convention
        before = _picture(convention)
        me = world.logins[person][0]
        here, above = f"conventions/{convention.getId()}", "conventions"
        paths = [f"{here}/{path}" for path in TRAPDOORS]
        paths += [f"{above}/{path}?{name}={convention.getId()}" for path, name in FLOORBOARDS]
        for path in paths:
            world.form(person, path.replace("{me}", me))
            assert convention.getId() in world.portal["conventions"], path
            assert _picture(convention) == before, path

    @pytest.mark.parametrize("person", STAFF)
    def test_no_other_verb_changes_a_signed_convention(self, world, person):
        convention = world.agreement("S").convention
        before = _picture(convention)
        path = f"conventions/{convention.getId()}"
        patch = (
            '<?xml version="1.0"?><d:propertyupdate xmlns:d="DAV:"><d:set><d:prop>'
            "<d:displayname>Forged</d:displayname><d:title>Forged</d:title></d:prop></d:set>"
            "</d:propertyupdate>"
        )
        tries = (
            ("PUT", path, {"data": "title: Forged\n\nForged"}),
            ("PROPPATCH", path, {"data": patch}),
            ("DELETE", path, {}),
            ("MOVE", path, {"headers": {"Destination": f"{convention.absolute_url()}x"}}),
            ("PUT", f"{path}/early-s", {"data": "Forged"}),
            ("MKCOL", f"{path}/forged", {}),
            ("POST", f"{path}/@lock", {"headers": {"Accept": "application/json"}}),
            ("POST", f"{path}/@workingcopy", {"headers": {"Accept": "application/json"}}),
            ("POST", f"{path}/@tus-upload", {"headers": {"Accept": "application/json"}}),
            ("POST", f"{path}/@@fileUpload", {"data": "Forged"}),
        )
        for method, address, options in tries:
            world.screen(person, method, address, **options)
            assert _picture(convention) == before, method
        world.unlock(convention)


def _filled(data, me):
    if isinstance(data, dict):
        return {str(_filled(key, me)): _filled(value, me) for key, value in data.items()}
    if isinstance(data, list):
        return [_filled(value, me) for value in data]
    return me if data == "{me}" else data


def _picture(convention: Any) -> dict[str, Any]:
    """All of a convention that must not change, and what lies in it."""
    kept = ("effective_date", "expiration_date", "layout", "__ac_local_roles__")
    return {
        "values": snapshot(convention),
        "state": api.content.get_state(convention),
        "parts": {item.getId(): snapshot(item)["title"] for item in convention.objectValues()},
        "others": {name: getattr(convention.aq_base, name, None) for name in kept},
        "permissions": {n: v for n, v in vars(convention).items() if n.endswith("_Permission")},
    }
