"""The page that says what the add-on refuses, wherever in a page it is refused."""
