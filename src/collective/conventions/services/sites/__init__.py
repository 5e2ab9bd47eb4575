"""The list of sites that Plone keeps on the root: for operators only."""
