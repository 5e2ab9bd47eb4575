"""The address of the server, which a command cannot find out by itself."""

from urllib.parse import urlsplit
import argparse
import os


def server_address(text: str) -> str:
    """The text, when it is the address of a server, for argparse."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
        raise argparse.ArgumentTypeError("the address of a server is like https://example.be")
    return text


def url_option(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """The address with which links begin."""
    known = os.environ.get("CONVENTIONS_URL") or None
    parser.add_argument(
        "--url",
        type=server_address,
        default=known,
        required=required and not known,
        help="the address of the server, for links (default: $CONVENTIONS_URL)",
    )
