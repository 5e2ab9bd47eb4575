"""The ledger comes and goes with the add-on; a site without it is none of the meter's."""

from collective.conventions.space.ledger import ledger_of
from collective.conventions.space.revisions import MODIFIER
from plone import api
from plone.app.testing import applyProfile
import transaction


def test_uninstalling_leaves_nothing_and_installing_counts_again(place):
    assert MODIFIER in place.portal.portal_modifier.objectIds()
    applyProfile(place.portal, "collective.conventions:uninstall")
    transaction.commit()
    assert ledger_of(place.portal) is None
    assert MODIFIER not in place.portal.portal_modifier.objectIds()
    image = place.make("Image")
    path = f"files/{image.getId()}/@@images/image/mini"
    assert place.ask("GET", path, place.owner).status_code == 200
    assert place.ask("PUT", f"files/{image.getId()}", place.owner, data=b"").status_code < 500
    api.content.delete(image)
    transaction.commit()
    applyProfile(place.portal, "collective.conventions:default")
    transaction.commit()
    place.make(size=1000)
    assert place.used == place.scan() == 1000
