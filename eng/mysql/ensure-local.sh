#!/usr/bin/env bash
# Makes sure that this machine can run a MySQL and a MariaDB server without Docker, for the tests of the tool's
# container-free path, and prints where they are: three lines, mysqld=PATH, mariadbd=PATH and mariadbd-11.8=PATH.
# MySQL comes from Debian unstable's packages and MariaDB 11.8 from Debian 13's, unpacked into the user's cache folder
# (no root needed); the other MariaDB is the distribution's own. Safe to run at any time and several at once; everything
# else goes to stderr.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

find_mariadbd() { PATH=$PATH:/usr/local/sbin:/usr/sbin command -v mariadbd; }

take_lock
ensure_mysql_folder
ensure_mariadb_folder
if ! mariadbd=$(find_mariadbd); then
    is_debian_root || die "mariadbd is missing. Run as root: apt-get install mariadb-server-core"
    apt_install mariadb-server-core
    mariadbd=$(find_mariadbd) || die "mariadb-server-core is installed but brought no mariadbd. See $cache/apt.log."
fi
# The round trip runs a script in the server's own client. Without one the tests on MariaDB are incomplete.
if ! command -v mariadb >/dev/null; then
    is_debian_root || die "mariadb is missing. Run as root: apt-get install mariadb-client-core"
    apt_install mariadb-client-core
fi
echo "mysqld=$mysql_folder/bin/mysqld"
echo "mariadbd=$mariadbd"
echo "mariadbd-$mariadb_series=$mariadb_folder/bin/mariadbd"
