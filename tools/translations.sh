#!/bin/sh
# Brings the catalogs in step with the sources: new strings arrive empty, gone ones leave.
set -eu
domain=collective.conventions
package=src/collective/conventions
locales=$package/locales
for language in fr nl de; do
  mkdir -p "$locales/$language/LC_MESSAGES"
  touch "$locales/$language/LC_MESSAGES/$domain.po"
done
.venv/bin/i18ndude rebuild-pot --pot "$locales/$domain.pot" --create "$domain" "$package"
.venv/bin/i18ndude sync --pot "$locales/$domain.pot" "$locales"/*/LC_MESSAGES/$domain.po
