"""A member of the team chooses his password, with the code that an operator has given him."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.browser.team.public import OpenPage
from collective.conventions.interfaces import ConventionsError
from collective.conventions.server.welcome import choose_password
from collective.conventions.server.welcome import SHORTEST_PASSWORD
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction


class WelcomeView(OpenPage):
    """``@@team-welcome``"""

    index = ViewPageTemplateFile("welcome.pt")
    title = _("Choose your password")
    shortest = SHORTEST_PASSWORD
    fault = ""

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"choose": self._choose}

    def _choose(self) -> str:
        # A password may begin or end with a blank.
        password, again = (str(self.request.form.get(n, "")) for n in ("password", "again"))
        if password != again:
            return self._refused(_("The two passwords are not the same."))
        try:
            choose_password(
                self.root, self.value("login"), self.value("code"), password, today=self.today
            )
        except ConventionsError as error:
            return self._refused(error.message)
        self.say(_("Your password is set. You can log in with it."))
        return self.go(self.url)

    def _refused(self, why: str) -> str:
        transaction.doom()
        self.fault = self.t(why)
        return str(self.index())
