"""Configuration of the documentation."""

from importlib.metadata import version


project = "collective.conventions"
author = "collective.conventions"
release = version("collective.conventions")
extensions: list[str] = []
source_suffix = {".rst": "restructuredtext", ".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_theme_options = {"description": "Every agreement of a commune or CPAS", "page_width": "62rem"}
html_show_copyright = False
