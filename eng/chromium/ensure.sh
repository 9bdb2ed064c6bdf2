#!/usr/bin/env bash
# Makes sure that this machine has a Chromium and its driver for the tests of the HTML report, and prints where they are:
# two lines, chromium=PATH and chromedriver=PATH. Chrome will do as well. On Debian, as root, both are installed.
# Safe to run at any time and several at once; everything else goes to stderr.
set -euo pipefail
# The lock, the log and apt-get are the same as for MySQL.
# shellcheck source-path=SCRIPTDIR source=../mysql/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../mysql/common.sh"

find_first() {
    local name
    for name in "$@"; do
        if command -v "$name"; then
            return
        fi
    done
    return 1
}

find_chromium() { find_first chromium chromium-browser google-chrome google-chrome-stable chrome; }

# GitHub's runners have the driver in a folder of its own, named by a variable.
find_driver() { PATH=$PATH:${CHROMEWEBDRIVER:-/usr/lib/chromium} find_first chromedriver; }

if ! chromium=$(find_chromium) || ! driver=$(find_driver); then
    is_debian_root ||
        die "Chromium and chromedriver are missing. Install them (on Debian: apt-get install chromium chromium-driver), or Chrome and the chromedriver of the same version."
    take_lock
    apt_install chromium chromium-driver
    chromium=$(find_chromium) && driver=$(find_driver) || die "the packages chromium and chromium-driver brought no chromium and chromedriver. See $cache/apt.log."
fi
echo "chromium=$chromium"
echo "chromedriver=$driver"
