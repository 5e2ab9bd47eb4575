"""Configuration of the documentation."""

from importlib import metadata


project = "collective.conventions"
author = "collective.conventions"
release = metadata.version("collective.conventions")
extensions = ["myst_parser"]
source_suffix = {".rst": "restructuredtext", ".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_static_path = ["_static"]
html_css_files = ["docs.css"]
html_theme_options = {
    "description": "Every agreement of a commune or CPAS",
    "page_width": "74rem",
    "sidebar_width": "16rem",
}
html_show_copyright = False
