#!/bin/sh
# Chromium for the tests of pages and LibreOffice for the tests of Word files, from the system's own
# packages, where we may install them. Without them those tests skip and say so.
set -u
wanted=""
command -v chromium >/dev/null 2>&1 || wanted="$wanted chromium"
command -v soffice >/dev/null 2>&1 || wanted="$wanted libreoffice-writer-nogui"
[ -n "$wanted" ] || exit 0
[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || {
  echo "Not installed:$wanted. Tests that need them will be skipped (Debian: apt-get install$wanted)."
  exit 0
}
install() { apt-get install -y -qq --no-install-recommends $wanted >/dev/null 2>&1; }
install || { apt-get update -qq >/dev/null 2>&1 && install; } ||
  echo "Could not be installed:$wanted. Tests that need them will be skipped."
