#!/bin/sh
# Chromium for the tests of pages, from the system's own packages, where we may install them.
# Without it those tests skip and say so.
set -u
command -v chromium >/dev/null 2>&1 && exit 0
[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || {
  echo "Chromium is not installed: tests of pages will be skipped (Debian: apt-get install chromium)."
  exit 0
}
apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 ||
  { apt-get update -qq >/dev/null 2>&1 && apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1; } ||
  echo "Chromium could not be installed: tests of pages will be skipped."
