"""The control panel of a space; those of Plone stay whose they were."""
