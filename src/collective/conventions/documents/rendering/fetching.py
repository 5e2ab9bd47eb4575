"""Nothing is fetched for a paper: neither from the web, nor from the files of the server."""

from typing import Any
from weasyprint.urls import URLFetcher


class NoFetcher(URLFetcher):
    """Refuses every address: the pages hold all that they need."""

    def fetch(self, url: str, headers: Any = None) -> Any:
        """Refuse.

        :raises ValueError: always; the layout goes on without what was asked for.
        """
        raise ValueError(f"Papers fetch nothing: {url}")
