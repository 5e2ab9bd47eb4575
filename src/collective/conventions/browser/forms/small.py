"""A small form of our controls, for what is no content: the page reads and writes it itself."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions.browser.forms.problems import attach
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.problems import problems
from collective.conventions.browser.page import Page
from collective.conventions.browser.widgets.choice import control_for
from collective.conventions.messages import sentence
from collective.conventions.terms.findings import Finding
from typing import Any


class SmallForm:
    """The controls of some fields; they show ``values`` until the request brings what was typed.

    ``prefix`` tells the controls of several forms in one page from each other.
    """

    def __init__(
        self,
        page: Page,
        fields: Mapping[str, Any],
        values: Mapping[str, Any],
        *,
        typed: bool,
        prefix: str = "",
        fixed: Iterable[str] = (),
    ) -> None:
        self.page = page
        self.controls = {
            name: self._control(name, field, values.get(name), typed, prefix, name in set(fixed))
            for name, field in fields.items()
        }

    def _control(
        self, name: str, field: Any, value: Any, typed: bool, prefix: str, fixed: bool
    ) -> Any:
        control = control_for(field, self.page.request)
        control.name, control.id = name, f"cf-{prefix}{name}"
        control.context, control.fixed = self.page.context, fixed
        control.ignoreContext, control.ignoreRequest = True, fixed or not typed
        control.update()
        if control.ignoreRequest:
            control.value = control.toWidgetValue(value)
        return control

    def read(self) -> dict[str, Any]:
        """What was typed, field by field; what is wrong stands beside its control."""
        return {name: one.read() for name, one in self.controls.items() if not one.fixed}

    def refuse(self, findings: Iterable[Finding]) -> None:
        """Put what is refused beside what it concerns."""
        for finding in findings:
            attach(finding, self.page.t(sentence(finding)), self.controls)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, in the order of the form."""
        return tuple(problems(self.controls.values()))
