"""Speaking to another Plone: folders and files are made, changed and read through its REST."""

from base64 import b64encode
from collective.conventions import _
from collective.conventions.documents.decree.files import File
from collective.conventions.exchange.connector.address import checked
from collective.conventions.exchange.connector.systems import System
from collective.conventions.interfaces import ServiceUnavailable
from typing import Any
from urllib.parse import quote
from urllib.parse import urlsplit
import json
import requests


#: The largest answer that is read, in bytes.
MAXIMUM = 2**20
CHUNK = 2**16


class Client:
    """One conversation with a decision system.

    Every method raises ``ServiceUnavailable`` when the system cannot be reached or refuses; the
    text says which and why, and never shows the login.
    """

    def __init__(self, system: System) -> None:
        self.root = checked(system.address, system.private)
        self.timeout = system.timeout
        self.session = requests.Session()
        # Neither a proxy nor a login of the environment is used: the file names all that counts.
        self.session.trust_env = False
        self.session.headers["Accept"] = "application/json"
        if system.token:
            self.session.headers["Authorization"] = f"Bearer {system.token}"
        else:
            self.session.auth = (system.login.encode(), system.password.encode())

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *failure: object) -> None:
        self.session.close()

    def put_folder(self, path: str, title: str, description: str = "") -> None:
        """Make the folder at ``path`` below the container, or give it this title."""
        self._put(path, "Folder", {"title": title, "description": description})

    def put_file(self, path: str, file: File) -> None:
        """Put a file at ``path``, in the place of the one that is there."""
        name = path.rpartition("/")[2]
        sent = {
            "title": name,
            "file": {
                "data": b64encode(file.data).decode(),
                "encoding": "base64",
                "filename": name,
                "content-type": file.kind.partition(";")[0],
            },
        }
        self._put(path, "File", sent)

    def names(self, folder: str) -> set[str]:
        """The names of what lies in a folder; empty where there is none."""
        found = self._call("GET", f"{folder}?b_size=1000", missing=True) or {}
        items = found.get("items") or ()
        return {str(item.get("@id", "")).rstrip("/").rpartition("/")[2] for item in items}

    def remove(self, path: str) -> None:
        """Take away what lies at ``path``."""
        self._call("DELETE", path, missing=True)

    def read_file(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none."""
        if self._call("GET", path, missing=True) is None:
            return None
        answer = self._send("GET", f"{self.root}/{quote(path)}/@@download/file")
        return self._bytes(answer)

    def _put(self, path: str, portal_type: str, values: dict[str, Any]) -> None:
        folder, _slash, name = path.rpartition("/")
        if self._call("GET", path, missing=True) is None:
            self._call("POST", folder, {"@type": portal_type, "id": name, **values})
        else:
            self._call("PATCH", path, values)

    def _call(self, method: str, path: str, data: Any = None, missing: bool = False) -> Any:
        """The JSON of an answer; None for what is not there, if that may be."""
        address = f"{self.root}/{path}".rstrip("/")
        answer = self._send(method, address, json=data)
        if answer.status_code == 404 and missing:
            answer.close()
            return None
        raw = self._bytes(answer)
        try:
            return json.loads(raw) if raw else {}
        except ValueError:
            raise self._failed(_("it does not answer in JSON"))

    def _send(self, method: str, address: str, **options: Any) -> requests.Response:
        try:
            answer = self.session.request(
                method,
                address,
                timeout=self.timeout,
                # A login is never carried on to another place.
                allow_redirects=False,
                stream=True,
                **options,
            )
        except requests.exceptions.SSLError:
            raise self._failed(_("its certificate is not valid"))
        except requests.exceptions.Timeout:
            raise self._failed(_("it does not answer in time"))
        except requests.exceptions.RequestException:
            raise self._failed(_("it cannot be reached"))
        return answer

    def _bytes(self, answer: requests.Response) -> bytes:
        """The body of an answer that says that all is well."""
        with answer:
            if not answer.ok or answer.is_redirect:
                raise self._failed(_refusal(answer))
            found = b""
            try:
                for piece in answer.iter_content(CHUNK):
                    found += piece
                    if len(found) > MAXIMUM:
                        raise self._failed(_("its answer is too large"))
            except requests.exceptions.RequestException:
                raise self._failed(_("it does not answer in time"))
            return found

    def _failed(self, why: Any) -> ServiceUnavailable:
        host = urlsplit(self.root).netloc
        mapping = {"host": host, "why": why}
        return ServiceUnavailable(_("The decision system ${host} failed: ${why}.", mapping=mapping))


def _refusal(answer: requests.Response) -> Any:
    """What a status means to who set the connector up."""
    if answer.status_code in (401, 403):
        return _("it does not accept the login, or allows it too little")
    if answer.status_code == 404:
        return _("there is nothing at this address")
    return _("it answers with the status ${status}", mapping={"status": str(answer.status_code)})
