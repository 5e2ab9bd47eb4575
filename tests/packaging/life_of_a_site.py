"""Install the add-on into a new site, add a convention, uninstall, look for residue.

Run by `test_wheel.py` in an environment that holds Plone and the wheel and nothing else, and by
`make buildout` with the eggs: `life_of_a_site.py FOLDER TEMPLATES`.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from difflib import unified_diff
from io import BytesIO
from pathlib import Path
from plone.base.utils import get_installer
from Products.CMFPlone.factory import addPloneSite
from Testing.makerequest import makerequest
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from Zope2.Startup.run import configure_wsgi
import re
import sys
import tarfile
import transaction
import Zope2


PACKAGE = "collective.conventions"
PROFILE = f"{PACKAGE}:default"

# What was done with agreements stays on record.
KEPT = {f"{PACKAGE}.journal"}

# One record of Plone's registry has the time of the export as its default.
NOW = re.compile(r"(?<=<default>)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+(?=</default>)")


def start(folder: Path, templates: Path):
    """Start Zope on an empty database and return a new site."""
    for name in ("instance/etc", "blobstorage", "cache", "filestorage"):
        (folder / name).mkdir(parents=True)
    conf = folder / "instance" / "etc" / "zope.conf"
    for name in ("zope.conf", "site.zcml"):
        text = (templates / name).read_text(encoding="utf-8")
        conf.with_name(name).write_text(text.replace("<<VAR>>", str(folder)), encoding="utf-8")
    configure_wsgi(str(conf))
    app = makerequest(Zope2.app())
    setRequest(app.REQUEST)
    newSecurityManager(None, system)
    site = addPloneSite(app, "space", title="Space", setup_content=False)
    setSite(site)
    return site


def picture(site) -> dict[str, str]:
    """Return all that can be told of a site's set-up: name to text."""
    tarball = site.portal_setup.runAllExportSteps()["tarball"]
    with tarfile.open(fileobj=BytesIO(tarball)) as archive:
        members = [member for member in archive.getmembers() if member.isfile()]
        texts = {
            member.name: NOW.sub(
                "now", archive.extractfile(member).read().decode("utf-8", "replace")
            )
            for member in members
        }
    # How a permission was set is the site's own choice and may stay; a role may not.
    texts["rolemap.xml"] = "\n".join(sorted(site.valid_roles()))
    texts["contents"] = "\n".join(sorted(site.objectIds()))
    texts["groups"] = "\n".join(sorted(site.acl_users.source_groups.getGroupIds()))
    ours = [key for key in IAnnotations(site) if key.startswith(PACKAGE) and key not in KEPT]
    texts["annotations"] = "\n".join(sorted(ours))
    return texts


def main(folder: Path, templates: Path) -> None:
    site = start(folder, templates)
    setup = site.portal_setup
    # What we build on stays when we go: install it before the picture is taken.
    for dependency in setup.getProfileDependencyChain(PROFILE)[:-1]:
        setup.runAllImportStepsFromProfile(dependency, dependency_strategy="ignore")
    before = picture(site)

    installer = get_installer(site)
    assert installer.install_product(PACKAGE)
    site.conventions.invokeFactory("Convention", "first", title="First")
    assert site.conventions.first.portal_type == "Convention"
    transaction.commit()

    # An uninstall never removes an agreement: the person does.
    site.conventions.manage_delObjects(["first"])
    assert installer.uninstall_product(PACKAGE)
    transaction.commit()
    after = picture(site)
    residue = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    for name in sorted(residue):
        lines = [part.get(name, "").splitlines() for part in (before, after)]
        print("\n".join(unified_diff(*lines, f"{name} before", f"{name} after", lineterm="", n=1)))
    assert not residue, residue


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
