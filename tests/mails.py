"""A mail server that only takes notes."""

from email import message_from_bytes
from email.policy import default
from Products.MailHost.MailHost import MailBase
import smtplib


class Post:
    """What has gone out; an address in ``refused`` gets nothing."""

    def __init__(self):
        self.mails = []
        self.refused = set()

    def send(self, host, sender, to, message, immediate=False):
        mail = message_from_bytes(message, policy=default)
        (address,) = mail["To"].addresses
        if address.addr_spec in self.refused:
            raise smtplib.SMTPRecipientsRefused({address.addr_spec: (550, b"No such user")})
        self.mails.append(mail)

    @property
    def to(self):
        """Who got a mail, in order."""
        return [mail["To"].addresses[0].addr_spec for mail in self.mails]

    def text(self, number=-1):
        return self.mails[number].get_body(("plain",)).get_content().replace("\r\n", "\n")

    def html(self, number=-1):
        return self.mails[number].get_body(("html",)).get_content()


def caught(monkeypatch):
    """Let all mails go to a ``Post``."""
    made = Post()
    monkeypatch.setattr(
        MailBase, "_send", lambda host, *args, **more: made.send(host, *args, **more)
    )
    return made
