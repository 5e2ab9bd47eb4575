"""Reading a page as somebody."""

from plone import api


def view(context, name="view", user="space-manager", **form):
    """A page as ``user`` sees it; its ``page`` for what it holds."""
    request = context.REQUEST
    request.form.clear()
    request.form.update(form)
    request["LANGUAGE"] = "en"
    with api.env.adopt_user(username=user):
        found = api.content.get_view(name, context, request)
        return found, found()


def html(*args, **options):
    return view(*args, **options)[1].replace("\u00a0", " ")
