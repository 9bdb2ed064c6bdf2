#!/bin/sh
# Entry point of the locally built test image migrateboth/mysql (see ensure.sh).
# It stands in for the official image's one where no registry can be reached: the same environment variables,
# but one server start instead of two. The data directory is a copy of a template made when the image was
# built, and accounts are made by --init-file, before the server accepts its first connection: whoever can
# connect finds everything in place.
set -eu

template=/usr/share/migrateboth/template
data=/var/lib/mysql
init_file=/var/run/mysqld/init.sql

die() {
    printf 'entrypoint: %s\n' "$*" >&2
    exit 1
}

# As a MySQL string literal.
quote() {
    printf '%s' "$1" | sed -e 's/\\/\\\\/g' -e "s/'/''/g" -e "1s/^/'/" -e "\$s/\$/'/"
    [ -n "$1" ] || printf "''"
}

# As a quoted MySQL identifier.
quote_name() {
    # shellcheck disable=SC2016
    printf '%s' "$1" | sed -e 's/`/``/g' -e '1s/^/`/' -e '$s/$/`/'
}

# The template fits only a server that is created with the defaults of these options.
needs_own_data_directory() {
    for argument; do
        case $(printf '%s' "$argument" | tr _ -) in
            --lower-case-table-names=[!0]* | --lower-case-table-names) return 0 ;;
            --innodb-page-size* | --innodb-data-file-path* | --innodb-data-home-dir* | --innodb-undo-*) return 0 ;;
            --defaults-file=* | --no-defaults | --datadir*) die "$argument is not supported by this test image; pass single options instead." ;;
        esac
    done
    return 1
}

write_accounts() {
    # printf, as this shell's echo would interpret backslashes.
    root_host=${MYSQL_ROOT_HOST-%}
    root_password=$(quote "${MYSQL_ROOT_PASSWORD-}")
    printf '%s\n' "ALTER USER 'root'@'localhost' IDENTIFIED BY $root_password;"
    if [ -n "$root_host" ] && [ "$root_host" != localhost ]; then
        host=$(quote "$root_host")
        printf '%s\n' "CREATE USER 'root'@$host IDENTIFIED BY $root_password;"
        printf '%s\n' "GRANT ALL ON *.* TO 'root'@$host WITH GRANT OPTION;"
    fi
    if [ -n "${MYSQL_DATABASE-}" ]; then
        printf '%s\n' "CREATE DATABASE IF NOT EXISTS $(quote_name "$MYSQL_DATABASE");"
    fi
    if [ -n "${MYSQL_USER-}" ]; then
        user=$(quote "$MYSQL_USER")
        printf '%s\n' "CREATE USER $user@'%' IDENTIFIED BY $(quote "$MYSQL_PASSWORD");"
        if [ -n "${MYSQL_DATABASE-}" ]; then
            # '_' and '%' are wildcards in a grant.
            pattern=$(printf '%s' "$MYSQL_DATABASE" | sed 's/[_%]/\\&/g')
            printf '%s\n' "GRANT ALL ON $(quote_name "$pattern").* TO $user@'%';"
        fi
    fi
}

check_environment() {
    [ -n "${MYSQL_ROOT_PASSWORD-}${MYSQL_ALLOW_EMPTY_PASSWORD-}" ] ||
        die "set MYSQL_ROOT_PASSWORD, or MYSQL_ALLOW_EMPTY_PASSWORD=yes."
    [ "${MYSQL_USER-}" != root ] ||
        die "MYSQL_USER must not be root, which exists already; set MYSQL_ROOT_PASSWORD only."
    [ -z "${MYSQL_USER-}" ] || [ -n "${MYSQL_PASSWORD-}" ] ||
        die "MYSQL_USER needs MYSQL_PASSWORD."
    for unsupported in MYSQL_ROOT_PASSWORD_FILE MYSQL_PASSWORD_FILE MYSQL_DATABASE_FILE MYSQL_USER_FILE \
        MYSQL_RANDOM_ROOT_PASSWORD MYSQL_ONETIME_PASSWORD; do
        eval "value=\${$unsupported-}"
        [ -z "$value" ] ||
            die "$unsupported is supported by the official image only; use MYSQL_ROOT_PASSWORD and its like."
    done
    for script in /docker-entrypoint-initdb.d/*; do
        [ ! -e "$script" ] || die "/docker-entrypoint-initdb.d is supported by the official image only; run the scripts through a connection."
    done
}

case ${1-} in
    '' | -*) set -- mysqld "$@" ;;
esac
[ "$1" = mysqld ] || exec "$@"
shift

if [ ! -d "$data/mysql" ]; then
    check_environment
    if needs_own_data_directory "$@"; then
        mysqld --initialize-insecure "$@"
    else
        cp -a --sparse=always "$template/." "$data/"
    fi
    (umask 077 && write_accounts >"$init_file")
    if [ "$(id -u)" = 0 ]; then
        chown mysql:mysql "$data" "$init_file"
    fi
    set -- "--init-file=$init_file" "$@"
fi

exec mysqld "$@"
