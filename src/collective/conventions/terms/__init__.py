"""The law and arithmetic of an agreement in plain Python: no Zope, no Plone, no input or output."""
