"""The reference connector: another Plone as the decision system, through plone.restapi."""
