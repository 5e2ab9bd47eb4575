"""Image scales: made when somebody looks, kept where there is room."""

from collective.conventions.space.meter import meter
from plone.scale.storage import AnnotationStorage
from typing import Any


class ScaleStorage(AnnotationStorage):
    """Plone's own storage of scales, with its blobs counted.

    No event tells of a scale. In a full space an image is still shown: the scale is made, given
    to who asked, and not kept.
    """

    def generate_scale(self, uid: str | None = None, **parameters: Any) -> Any:
        found = meter()
        if found is None:
            return super().generate_scale(uid=uid, **parameters)
        before = dict(self.storage)
        info = super().generate_scale(uid=uid, **parameters)
        if info is not None and found.grants(("scale", info["uid"]), _growth(info["data"])):
            found.note(self.context, scales=True)
        elif info is not None:
            self._take_back(info["uid"], before)
        return info

    def _take_back(self, uid: str, before: dict[str, Any]) -> None:
        """A scale that is only foreseen stays so, for its address may stand on a page."""
        if uid in before:
            self.storage[uid] = before[uid]
        else:
            del self.storage[uid]

    def __delitem__(self, uid: str) -> None:
        super().__delitem__(uid)
        self._note()

    def clear(self) -> None:
        super().clear()
        self._note()

    def _note(self) -> None:
        found = meter()
        if found is not None:
            found.note(self.context, scales=True)


def _growth(data: Any) -> int:
    """What a scale would add: nothing where it is the image itself, which is held already."""
    blob = getattr(data, "_blob", None)
    if blob is None or blob._p_oid is not None:
        return 0
    return int(data.getSize())
