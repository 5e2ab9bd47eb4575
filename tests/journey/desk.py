"""What a person does at the pages of a space: look, follow links, fill in forms."""

import re


class Desk:
    """A person before a page. Fields go by their names, for the space speaks French."""

    def __init__(self, page, url, axe):
        self.page = page
        self.url = url
        self.axe = axe

    def look(self):
        """Hold that the page is French, open to everybody, and no wider than the screen."""
        assert self.page.locator("html").get_attribute("lang") == "fr"
        self.axe(self.page)
        width = "() => document.documentElement.scrollWidth - window.innerWidth"
        assert self.page.evaluate(width) <= 0

    def open(self, path=""):
        self.page.goto(f"{self.url}{path}")
        self.look()

    def follow(self, selector):
        """Follow the link or press the button that leads to another page."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()
        self.look()

    def read(self, selector="#content"):
        """The text of a part of the page, on one line."""
        return re.sub(r"\s+", " ", self.page.locator(selector).first.inner_text())

    def read_all(self, selector):
        """The text of each part of the page that matches."""
        texts = self.page.locator(selector).all_inner_texts()
        return [re.sub(r"\s+", " ", text) for text in texts]

    def has(self, selector):
        return self.page.locator(selector).count() > 0

    def fill(self, **values):
        """Fill in fields of the form, by their names."""
        for name, value in values.items():
            self.fill_in(f"#form-widgets-{name}", value)

    def add_row(self, table, **cells):
        """Add a row to a table and fill it in."""
        place = self.page.locator(f"[data-table={table}] .cf-row").count()
        self.page.locator(f"[data-table={table}] > [data-add]").click()
        self.fill(**{f"{table}-{place}-{name}": value for name, value in cells.items()})

    def add_new_partner(self, place, **values):
        """Let the party at ``place`` be a partner that nobody has entered yet."""
        self.page.locator(f"[data-new-partner=form-widgets-parties-{place}-partner]").click()
        dialog = self.page.locator("#cf-new-partner")
        for name, value in values.items():
            self.fill_in(f"#cf-new-partner [name={name}]", value)
        self.axe(self.page, "#cf-new-partner")
        dialog.locator("[type=submit]").click()
        dialog.wait_for(state="hidden")

    def save(self):
        self.follow("#form-buttons-save")
        assert not self.has("#cf-problems")

    def take(self, step):
        """Take a step that lacks nothing."""
        self.go_to_step(step)
        self.follow(".cf-step button[type=submit]")

    def go_to_step(self, step):
        self.follow(f".cv-actions [href$='@@step?step={step}']")

    def fill_in(self, selector, value):
        """Type into a control; of a list choose the value, or what bears it as its name."""
        control = self.page.locator(selector)
        if control.evaluate("element => element.tagName") == "SELECT":
            values = control.evaluate("list => [...list.options].map(option => option.value)")
            control.select_option(**{"value" if value in values else "label": value})
        else:
            control.fill(value)
