# shellcheck shell=bash
# What ensure.sh and ensure-local.sh share: a real MySQL, and a MariaDB newer than the machine's, where Debian's packages
# can be reached but no container registry. Debian 12 has no MySQL, Debian unstable does, and Debian 13 has MariaDB 11.8:
# their packages are unpacked into folders of their own (nothing is installed into the system, so no root is needed),
# trimmed, and made runnable in place through their own dynamic loader. Sourced, never run.

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/migrateboth-eng
series=9.7
mysql_folder=$cache/mysql-$series
mariadb_series=11.8
mariadb_folder=$cache/mariadb-$mariadb_series

log() { printf 'eng/mysql: %s\n' "$*" >&2; }

die() {
    log "error: $*"
    exit 1
}

# Only one of us at a time: the other one then finds the work done. The lock ends with this process.
take_lock() {
    mkdir -p "$cache"
    exec 9>"$cache/lock"
    if ! flock -n 9; then
        log "waiting for another run that prepares MySQL"
        flock -w 600 9 || die "another run has held $cache/lock for ten minutes. End that process and run this again."
    fi
}

is_debian_root() { [[ -f /etc/debian_version && $(id -u) == 0 ]] && command -v apt-get >/dev/null; }

# apt_install PACKAGE... : with the package lists as they are, and only if that fails with fresh ones.
apt_install() {
    export DEBIAN_FRONTEND=noninteractive
    log "installing $*"
    apt-get install -qq -y --no-install-recommends "$@" >>"$cache/apt.log" 2>&1 9>&- && return
    apt-get update -qq >>"$cache/apt.log" 2>&1 9>&- || true
    apt-get install -qq -y --no-install-recommends "$@" >>"$cache/apt.log" 2>&1 9>&- ||
        die "apt-get could not install: $*. See $cache/apt.log."
}

# The archive this machine takes its own packages from, else Debian's.
debian_mirror() {
    local mirror
    mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
        sed 's/#.*//' | grep -oE 'https?://[^] ]+/debian/?( |$)' | head -n 1 | tr -d ' ') || true
    printf '%s\n' "${mirror:-http://deb.debian.org/debian}"
}

# What decides how the folder looks; when it changes, the folder is made again.
folder_stamp() { sha256sum <"$here/common.sh"; }

ensure_mysql_folder() {
    is_current "$mysql_folder" && return
    unpack MySQL "$series" sid "$mysql_folder" mysql-server-core mysql-client-core
    trim_mysql "$mysql_folder.new/root"
    trim_root "$mysql_folder.new/root"
    write_launchers "$mysql_folder.new"
    make_template "$mysql_folder.new"
    put_in_place "$mysql_folder"
}

ensure_mariadb_folder() {
    is_current "$mariadb_folder" && return
    unpack MariaDB "$mariadb_series" trixie "$mariadb_folder" mariadb-server-core
    trim_mariadb "$mariadb_folder.new/root"
    trim_root "$mariadb_folder.new/root"
    write_mariadb_launcher "$mariadb_folder.new"
    put_in_place "$mariadb_folder"
}

is_current() { [[ $(cat "$1/stamp" 2>/dev/null) == "$(folder_stamp)" ]]; }

# unpack NAME SERIES DISTRIBUTION FOLDER PACKAGE... : into FOLDER.new/root; the first package tells the version.
unpack() {
    local name=$1 wanted=$2 distribution=$3 new=$4.new
    shift 4
    command -v dpkg-deb >/dev/null ||
        die "$name $wanted can only be unpacked on Debian and its relatives. Install Docker and run 'docker pull mysql:8.4', or install MySQL 8.4 so that mysqld is on PATH."
    local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    [[ -f $keyring ]] ||
        die "$keyring is missing, so that Debian's packages cannot be verified. Run: apt-get install debian-archive-keyring"

    rm -rf "$new"
    mkdir -p "$new"/{root,bin,apt/{lists/partial,archives/partial,parts}}
    log "unpacking $name $wanted from $(debian_mirror) ($distribution)"
    download_packages "$new/apt" "$keyring" "$name" "$wanted" "$distribution" "$@"
    # Wanted by maintainer scripts and helpers that are not kept.
    find "$new/apt/archives" -name '*perl*.deb' -delete
    find "$new/apt/archives" -name '*.deb' -print0 |
        xargs -0 -P 2 -I{} dpkg-deb -x {} "$new/root" ||
        die "a package could not be unpacked into $new. Is the disk full?"
    rm -rf "$new/apt"
}

put_in_place() {
    folder_stamp >"$1.new/stamp"
    rm -rf "$1"
    mv "$1.new" "$1"
}

# download_packages FOLDER KEYRING NAME SERIES DISTRIBUTION PACKAGE... : with apt's own resolver and signature checks, but
# on state of our own.
download_packages() {
    local folder=$1 keyring=$2 name=$3 wanted=$4 distribution=$5
    shift 5
    # check-valid-until: a mirror frozen at some day is still signed, just no longer fresh.
    echo "deb [signed-by=$keyring check-valid-until=no] $(debian_mirror) $distribution main" >"$folder/sources.list"
    : >"$folder/status"
    {
        # The machine's proxies and certificates, without its hooks.
        apt-config dump | grep -iE '^Acquire::https?::' || true
        cat <<EOF
Dir::State::lists "$folder/lists";
Dir::State::status "$folder/status";
Dir::Cache "$folder";
Dir::Cache::archives "$folder/archives";
Dir::Etc::main "$folder/none";
Dir::Etc::parts "$folder/parts";
Dir::Etc::sourcelist "$folder/sources.list";
Dir::Etc::sourceparts "$folder/parts";
Dir::Etc::preferences "$folder/none";
Dir::Etc::preferencesparts "$folder/parts";
Acquire::Languages "none";
Acquire::Retries "3";
APT::Sandbox::User "";
Debug::NoLocking "true";
EOF
    } >"$folder/apt.conf"
    local -x APT_CONFIG=$folder/apt.conf
    apt-get update -qq >"$cache/apt.log" 2>&1 ||
        die "The package list of Debian's $distribution could not be read from $(debian_mirror). See $cache/apt.log."
    local found
    found=$(apt-cache show --no-all-versions "$1" 2>/dev/null | sed -n 's/^Version: \([0-9]*:\)\?//p')
    [[ $found == "$wanted".* ]] ||
        die "Debian's $distribution has $name '$found', not $wanted. Set its series in eng/mysql/common.sh to it."
    apt-get install -qq -y --download-only --no-install-recommends \
        "$@" base-files dash coreutils sed grep >>"$cache/apt.log" 2>&1 ||
        die "$name's packages could not be downloaded from $(debian_mirror). See $cache/apt.log."
}

# trim_mysql ROOT: from 440 MB down to the server, three clients and a shell.
trim_mysql() {
    local root=$1 plugins=$1/usr/lib/mysql/plugin
    rm -f "$root"/usr/share/mysql/*.sql
    find "$root/usr/bin" "$root/usr/sbin" -type f \( -name 'my*' -o -name 'ibd2sdi' -o -name 'innochecksum' -o -name 'perror' \
        -o -name 'perl*' \) ! -name mysqld ! -name mysql ! -name mysqladmin ! -name mysqldump -delete
    # Sign-in to clouds, clustering and telemetry drag in a third of all libraries.
    rm -f "$plugins"/authentication_*_client.so "$plugins"/*telemetry* "$plugins"/*group_replication* \
        "$plugins"/libpluginmecab.so "$plugins"/authentication_webauthn.so
}

# trim_mariadb ROOT: the server, and the SQL that makes its system tables.
trim_mariadb() {
    mkdir -p "$1/usr/lib/mariadb/plugin"
    find "$1/usr/bin" "$1/usr/sbin" \( -name 'my*' -o -name 'maria*' -o -name 'aria*' -o -name 'innochecksum' -o -name 'perl*' \) ! -name mariadbd -delete
}

# trim_root ROOT: documentation, other languages, and libraries that nothing left over needs.
trim_root() {
    local root=$1 library file
    rm -rf "$root"/usr/share/{doc,man,info,locale,lintian,bash-completion,perl,perl5,gdb,gcc,doc-base,bug} \
        "$root"/usr/lib/*/{perl,perl5,perl-base,gconv,ossl-modules,engines-3,sasl2,krb5} \
        "$root"/usr/lib/{apt,systemd,udev,locale,sasl2,mecab} "$root"/var/cache
    # Server error messages: English only.
    find "$root"/usr/share/m*/ -name errmsg.sys ! -path '*/english/*' -delete
    find "$root"/usr/share/m*/ -type d -empty -delete

    # Keep the libraries that something left over needs.
    local directory loader
    directory=$(library_directory "$root")
    loader=$(loader_of "$root")
    declare -A needed=()
    while read -r library; do
        needed[$(readlink -f "$library")]=1
    done < <(find "$root/usr/bin" "$root/usr/sbin" "$root"/usr/lib/m*/ -type f \( -perm -u=x -o -name '*.so' \) -print0 |
        xargs -0 -n 1 "$loader" --library-path "$directory" --list 2>/dev/null | sed -n 's/^.* => \(\/.*\) (0x.*$/\1/p' | sort -u)
    needed[$loader]=1
    while read -r file; do
        [[ ${needed[$(readlink -f "$file")]-} ]] || rm -f "$file"
    done < <(find "$directory" -name '*.so*')
    find "$directory" -type d -empty -delete
}

library_directory() { dirname "$(loader_of "$1")"; }

loader_of() {
    local found
    found=$(find "$(cd "$1" && pwd -P)"/usr/lib/*/ -maxdepth 1 -name 'ld-linux*.so.*' | head -n 1)
    [[ $found ]] || die "no dynamic loader in $1: only glibc architectures that Debian builds MySQL for are supported."
    printf '%s\n' "$found"
}

# write_launchers FOLDER: bin/mysqld and its clients, which run from wherever the folder lies.
write_launchers() {
    local folder=$1 root=$1/root loader libraries name
    loader=$(loader_of "$root")
    loader=${loader#"$(cd "$root" && pwd -P)"/}
    libraries=$(dirname "$loader")
    cat >"$folder/bin/mysqld" <<EOF
#!/bin/sh
# MySQL $series from Debian unstable, run in place with that release's own libraries. Made by eng/mysql.
# Options as for any mysqld, except that the machine's my.cnf is not read unless --defaults-file names it:
# it was written for another server.
root=\$(dirname -- "\$(dirname -- "\$(readlink -f -- "\$0")")")/root
case \${1-} in
    --no-defaults | --defaults-file=* | --defaults-extra-file=* | --print-defaults) defaults=\$1; shift ;;
    *) defaults=--no-defaults ;;
esac
exec "\$root/$loader" --library-path "\$root/$libraries" "\$root/usr/sbin/mysqld" "\$defaults" \\
    --basedir="\$root/usr" --lc-messages-dir="\$root/usr/share/mysql" \\
    --character-sets-dir="\$root/usr/share/mysql/charsets" --plugin-dir="\$root/usr/lib/mysql/plugin" \\
    --secure-file-priv=NULL --mysqlx=OFF --innodb-numa-interleave=OFF "\$@"
EOF
    for name in mysql mysqladmin mysqldump; do
        cat >"$folder/bin/$name" <<EOF
#!/bin/sh
# $name of MySQL $series from Debian unstable, run in place with that release's own libraries. Made by eng/mysql.
root=\$(dirname -- "\$(dirname -- "\$(readlink -f -- "\$0")")")/root
exec "\$root/$loader" --library-path "\$root/$libraries" "\$root/usr/bin/$name" "\$@"
EOF
    done
    chmod 755 "$folder"/bin/*
}

# write_mariadb_launcher FOLDER: bin/mariadbd, and share beside it, where the server's SQL files are looked for.
write_mariadb_launcher() {
    local folder=$1 root=$1/root loader
    loader=$(loader_of "$root")
    loader=${loader#"$(cd "$root" && pwd -P)"/}
    ln -s root/usr/share "$folder/share"
    cat >"$folder/bin/mariadbd" <<EOF
#!/bin/sh
# MariaDB $mariadb_series from Debian 13, run in place with that release's own libraries. Made by eng/mysql.
# Options as for any mariadbd, except that the machine's my.cnf is not read unless --defaults-file names it:
# it was written for another server.
root=\$(dirname -- "\$(dirname -- "\$(readlink -f -- "\$0")")")/root
case \${1-} in
    --no-defaults | --defaults-file=* | --defaults-extra-file=* | --print-defaults) defaults=\$1; shift ;;
    *) defaults=--no-defaults ;;
esac
exec "\$root/$loader" --library-path "\$root/$(dirname "$loader")" "\$root/usr/sbin/mariadbd" "\$defaults" \\
    --basedir="\$root/usr" --lc-messages-dir="\$root/usr/share/mariadb" \\
    --character-sets-dir="\$root/usr/share/mariadb/charsets" --plugin-dir="\$root/usr/lib/mariadb/plugin" "\$@"
EOF
    chmod 755 "$folder/bin/mariadbd"
}

# make_template FOLDER: an initialised data directory, so that no server has to spend seconds on making its own.
make_template() {
    local folder=$1
    local options=(--initialize-insecure --datadir="$folder/template" --innodb-redo-log-capacity=8M
        --innodb-flush-method=nosync --innodb-doublewrite=OFF --skip-log-bin)
    if [[ $(id -u) == 0 ]]; then
        options+=(--user=root)
    fi
    "$folder/bin/mysqld" "${options[@]}" >"$cache/initialize.log" 2>&1 ||
        die "MySQL could not initialise its data directory. See $cache/initialize.log."
    # Every copy gets an identity of its own.
    rm -f "$folder/template/auto.cnf" "$folder/template/ib_buffer_pool"
}
