"""A database that a ZEO server holds, as several processes use it at once."""

from commands.conftest import BIN
from commands.conftest import Instance
from contextlib import contextmanager
import re
import socket
import subprocess
import time


CLIENT = """
<zodb_db main>
  cache-size 30000
  <zeoclient>
    server 127.0.0.1:{port}
    blob-dir {home}/blobstorage
    shared-blob-dir on
  </zeoclient>
  mount-point /
</zodb_db>
"""
SERVER = """
<zeo>
  address 127.0.0.1:{port}
</zeo>
<filestorage 1>
  path {home}/filestorage/Data.fs
  blob-dir {home}/blobstorage
</filestorage>
"""


@contextmanager
def served(home):
    """An instance whose database a ZEO server holds until the end."""
    made = Instance.make(home)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        known = {"port": probe.getsockname()[1], "home": home}
    conf = home / "instance" / "etc" / "zope.conf"
    text = conf.read_text(encoding="utf-8")
    client = CLIENT.format(**known)
    text = re.sub(r"<zodb_db main>.*</zodb_db>", lambda match: client, text, flags=re.DOTALL)
    conf.write_text(text, encoding="utf-8")
    zeo = home / "zeo.conf"
    zeo.write_text(SERVER.format(**known), encoding="utf-8")
    with (home / "log" / "zeo.log").open("w") as log:
        process = subprocess.Popen([BIN / "runzeo", "-C", zeo], stdout=log, stderr=log)
        try:
            _wait_for(known["port"], process)
            yield made
        finally:
            process.terminate()
            process.wait(30)


def _wait_for(port, process):
    for _attempt in range(600):
        assert process.poll() is None, "the ZEO server has stopped"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the ZEO server does not answer")
