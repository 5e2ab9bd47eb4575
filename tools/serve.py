"""Serve the demo spaces in the foreground: what `make run` does once everything is installed."""

from pathlib import Path
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from threading import Thread
from typing import Any
from urllib.error import HTTPError
from urllib.error import URLError
from urllib.request import urlopen
from zc.lockfile import LockError
from zc.lockfile import LockFile
from Zope2.Startup.serve import main as runwsgi
import argparse
import instance
import json
import socket
import subprocess
import sys
import time


DEMO = instance.VAR / "demo.json"

console = Console()


def refusal(port: int) -> str | None:
    """Tell why the server can't start, in words that say what to do."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            return f"Port {port} can't be used ({error.strerror}). Try: make run PORT={port + 1}"
    if instance.DATABASE.exists():
        try:
            LockFile(f"{instance.DATABASE}.lock").close()
        except LockError:
            return "Another process uses the database in var/. Stop it first."
    return None


def demo() -> dict[str, Any]:
    """Read what the demo wrote about itself."""
    return json.loads(DEMO.read_text("utf-8"))


def make_spaces(url: str) -> None:
    """Make the demo spaces, unless they are there with the addresses that hold now."""
    if instance.DATABASE.exists() and DEMO.exists() and demo()["url"] == url:
        return
    conventions = Path(sys.executable).with_name("conventions")
    command = [conventions, "--conf", instance.ZOPE_CONF, "demo", "--url", url, "--out", DEMO]
    if subprocess.run(command).returncode:
        sys.exit("The demo spaces could not be made, for the reason above.")


def show_accounts() -> None:
    """Print where the spaces are and who can log in, once the first of them answers."""
    made = demo()
    spaces = made["spaces"]
    wait_for(spaces[0]["url"])
    admin = {
        "space": None,
        "login": "admin",
        "password": instance.PASSWORD.read_text(),
        "role": "manager",
        "name": "Zope",
    }
    server = {"id": None, "title": "The whole server", "url": made["url"]}
    for space in [server, *spaces]:
        table = Table("Login", "Password", "Role", "Name", box=SIMPLE_HEAD)
        for account in [admin, *made["accounts"]]:
            if account["space"] == space["id"]:
                table.add_row(*(account[key] for key in ("login", "password", "role", "name")))
        # The address has a line of its own, so that it can be copied however narrow the window.
        console.print(f"\n{space['title']}\n{space['url']}", soft_wrap=True)
        console.print(table)
    console.print("Serving (log: var/log/instance.log). Ctrl-C stops it.")


def wait_for(url: str) -> None:
    """Return when the server answers anything at all. No limit: the thread ends with the server."""
    while True:
        try:
            urlopen(url).close()
        except HTTPError:
            return
        except URLError:
            time.sleep(0.2)
        else:
            return


def main() -> int | str:
    """Make what is missing, then serve until Ctrl-C."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8080)
    port = parser.parse_args().port
    url = f"http://localhost:{port}"
    if reason := refusal(port):
        return reason
    instance.make(port)
    make_spaces(url)
    console.print("Starting Zope")
    Thread(target=show_accounts, daemon=True).start()
    return runwsgi(["runwsgi", "--quiet", str(instance.WSGI_INI)]) or 0


if __name__ == "__main__":
    sys.exit(main())
