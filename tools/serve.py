"""Serve the demo spaces in the foreground: what `make run` does once everything is installed."""

from pathlib import Path
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from threading import Thread
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


def make_spaces(url: str) -> None:
    """Make the demo spaces, unless they are there with the addresses that hold now."""
    if instance.DATABASE.exists() and DEMO.exists() and f"{url}/" in DEMO.read_text("utf-8"):
        return
    conventions = Path(sys.executable).with_name("conventions")
    command = [conventions, "--conf", instance.ZOPE_CONF, "demo", "--url", url, "--out", DEMO]
    subprocess.run(command, check=True)


def show_accounts(url: str) -> None:
    """Print where the spaces are and who can log in, once the first of them answers."""
    spaces = json.loads(DEMO.read_text("utf-8"))["spaces"]
    wait_for(spaces[0]["url"])
    show(url, [("admin", instance.PASSWORD.read_text(), "manager of the whole server")])
    for space in spaces:
        show(space["url"], [(a["login"], a["password"], a["role"]) for a in space["accounts"]])
    console.print("\nServing (log: var/log/instance.log). Ctrl-C stops it.")


def show(url: str, accounts: list[tuple[str, str, str]]) -> None:
    """Print one address, on a line of its own so that it can be copied, and its accounts."""
    table = Table("Login", "Password", "Role", box=SIMPLE_HEAD)
    for account in accounts:
        table.add_row(*account)
    console.print(f"\n{url}", soft_wrap=True)
    console.print(table)


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
    Thread(target=show_accounts, args=[url], daemon=True).start()
    return runwsgi(["runwsgi", "--quiet", str(instance.WSGI_INI)]) or 0


if __name__ == "__main__":
    sys.exit(main())
