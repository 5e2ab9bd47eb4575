#!/bin/sh
# Brings the catalogs in step with the sources: new strings arrive empty, gone ones leave.
# The few titles that Plone translates in its own domain are kept by hand in the plone.po files.
set -eu
domain=collective.conventions
package=src/collective/conventions
locales=$package/locales
.venv/bin/i18ndude rebuild-pot --no-line-numbers --pot "$locales/$domain.pot" "$package"
.venv/bin/i18ndude sync --pot "$locales/$domain.pot" "$locales"/*/LC_MESSAGES/$domain.po
