"""What the demo says of itself: the file that tells where everything is and who may enter."""

from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions.commands.demo.accounts import everybody
from collective.conventions.commands.demo.accounts import Key
from collective.conventions.commands.demo.model import Demo
from pathlib import Path
from typing import Any
import json
import os


def report(url: str, demos: Sequence[Demo], passwords: Mapping[Key, str]) -> dict[str, Any]:
    """Spaces, accounts and conventions, with their addresses below ``url``."""
    url = url.rstrip("/")
    return {
        "url": url,
        "spaces": [
            {"id": demo.id, "title": demo.title, "url": f"{url}/{demo.id}", "language": "fr"}
            for demo in demos
        ],
        "accounts": [
            {
                "space": space or None,
                "login": person.login,
                "password": passwords[space, person.login],
                "role": person.role,
                "name": person.name,
            }
            for space, person in everybody(demos)
        ],
        "conventions": [
            {
                "space": demo.id,
                "title": agreement.title,
                "path": f"/{demo.id}/conventions/{agreement.id}",
                "url": f"{url}/{demo.id}/conventions/{agreement.id}",
                "state": agreement.state,
                "document": agreement.document or None,
            }
            for demo in demos
            for agreement in demo.agreements
        ],
    }


def passwords_in(path: Path) -> dict[Key, str]:
    """The passwords that an earlier run wrote to ``path``; none when there is no such file."""
    if not path.exists():
        return {}
    accounts = json.loads(path.read_text(encoding="utf-8"))["accounts"]
    return {(account["space"] or "", account["login"]): account["password"] for account in accounts}


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Write the file in one go, for its owner's eyes only, unless it says the same already."""
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        stream.write(text.encode())
    draft.replace(path)
