"""Make the Zope instance under var/ from the files in instance/, and keep its data."""

from AuthEncoding.AuthEncoding import pw_encrypt
from pathlib import Path
import os
import secrets


TOP = Path(__file__).resolve().parent.parent
VAR = TOP / "var"
HOME = VAR / "instance"
ZOPE_CONF = HOME / "etc" / "zope.conf"
WSGI_INI = HOME / "etc" / "wsgi.ini"
DATABASE = VAR / "filestorage" / "Data.fs"
PASSWORD = VAR / "admin-password"


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, from its first byte on."""
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
        stream.write(text)


def make(port: int) -> None:
    """Write the instance's configuration and, for a new database, its first user.

    :param port: the port that Zope will answer on.
    """
    for folder in ("instance/etc", "blobstorage", "cache", "filestorage", "log"):
        (VAR / folder).mkdir(parents=True, exist_ok=True)
    VAR.chmod(0o700)
    for template in (TOP / "instance").iterdir():
        text = template.read_text(encoding="utf-8")
        text = text.replace("<<VAR>>", str(VAR)).replace("<<PORT>>", str(port))
        (HOME / "etc" / template.name).write_text(text, encoding="utf-8")
    if not PASSWORD.exists():
        write_private(PASSWORD, secrets.token_urlsafe(12))
    if not DATABASE.exists():
        # Zope takes its first user from this file and deletes it.
        hashed = pw_encrypt(PASSWORD.read_text(), "SSHA").decode()
        write_private(HOME / "inituser", f"admin:{hashed}\n")


if __name__ == "__main__":
    make(port=8080)
