"""What is asked of an answer."""

from collective.conventions import _
from collective.conventions.server.tools.requests import LONGEST
from zope import schema


ANSWER = {
    "reason": schema.Text(
        __name__="reason",
        title=_("Reason"),
        description=_("The entity reads it word for word."),
        max_length=LONGEST,
    ),
    "workload": schema.TextLine(
        __name__="workload", title=_("How much work it is"), required=False, max_length=500
    ),
    "benefit": schema.TextLine(
        __name__="benefit", title=_("Who else gains by it"), required=False, max_length=500
    ),
}
NOTE = {
    "note": schema.Text(__name__="note", title=_("Note"), required=False, max_length=LONGEST),
}
