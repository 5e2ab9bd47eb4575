"""What the steps are said to do and to have done."""

from collective.conventions import _
from zope.i18nmessageid import Message


#: What happens when the step is taken.
EFFECTS: dict[str, Message] = {
    "approve": _(
        "The convention will be approved by the Council. Its terms and annexes can no longer be "
        "changed; the dates of the signatures can be entered."
    ),
    "sign": _(
        "The convention will be signed. From then on only what happens afterwards can be "
        "recorded, and the convention is kept for good."
    ),
    "withdraw": _(
        "The convention will be a draft again. The Council's decision and the dates of the "
        "signatures are taken out of it; the journal keeps them."
    ),
    "terminate": _(
        "The convention will have ended. Nothing can be changed any more; it is kept for good."
    ),
}
EFFECTS_OF_AMENDMENTS: dict[str, Message] = {
    "approve": _(
        "The amendment will be approved by the Council. What it changes can no longer be "
        "changed; the dates of the signatures can be entered."
    ),
    "sign": _(
        "The amendment will be signed and kept for good. From its first day on the convention "
        "holds as amended; the original stays as it is."
    ),
    "withdraw": _(
        "The amendment will be a draft again. The Council's decision and the dates of the "
        "signatures are taken out of it; the journal keeps them."
    ),
}
DONE: dict[str, Message] = {
    "approve": _("“${title}” is approved by the Council."),
    "sign": _("“${title}” is signed."),
    "withdraw": _("“${title}” is a draft again."),
    "terminate": _("“${title}” has ended."),
}
