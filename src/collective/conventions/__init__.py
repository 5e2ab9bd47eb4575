"""Conventions of communes and CPAS."""

from zope.i18nmessageid import MessageFactory
import logging


PACKAGE_NAME = "collective.conventions"

_ = MessageFactory(PACKAGE_NAME)

logger = logging.getLogger(PACKAGE_NAME)
