"""How choices of a convention are answered: never more than the reader may see."""

from collective.conventions.content import sources
from plone import api
from plone.restapi.serializer.dxfields import ChoiceFieldSerializer
from typing import Any


class Reference(ChoiceFieldSerializer):
    """A choice. The title of another convention is told to who may see that convention."""

    def __call__(self) -> Any:
        if self.field.vocabulary is not sources.conventions:
            return super().__call__()
        uid = self.get_value()
        if uid is None:
            return None
        brains = api.portal.get_tool("portal_catalog")(UID=uid)
        return {"token": uid, "title": brains[0].Title if brains else ""}
