#!/usr/bin/env bash
# Prints, on one line, the Docker image of a real MySQL for the tests (use it as MIGRATEBOTH_MYSQL_IMAGE) and
# makes sure that Docker runs and has it. With Docker and a registry that is the product's default image.
# Machines without a registry (those that build this project, for one) get an image made from Debian unstable's
# MySQL; on a bare Debian, as root, the Docker engine is installed and started too.
# Safe to run at any time and several at once; everything but the image's name goes to stderr.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

wanted=${MIGRATEBOTH_MYSQL_IMAGE:-mysql:8.4}
built=migrateboth/mysql:$series
pull_seconds=${MIGRATEBOTH_MYSQL_PULL_SECONDS:-180}
label=org.migrateboth.inputs
cannot_pull=$cache/cannot-pull

# The command's mere presence says nothing: clients without an engine are common. Descriptor 9 is the lock.
docker_answers() { timeout 20 docker version --format '{{.Server.Version}}' >/dev/null 2>&1 9>&-; }

has_image() { docker image inspect --format . "$1" >/dev/null 2>&1; }

image_inputs() { cat "$here"/{common.sh,entrypoint.sh,my.cnf,ensure.sh} | sha256sum | cut -c 1-16; }

has_current_build() {
    [[ $(docker image inspect --format "{{index .Config.Labels \"$label\"}}" "$built" 2>/dev/null) == "$(image_inputs)" ]]
}

# A registry that could not be reached is not asked again for a day.
try_pull() {
    [[ ! $(find "$cannot_pull" -mmin -1440 -exec grep -lxF "$wanted" {} + 2>/dev/null) ]] || return
    log "pulling $wanted (at most $pull_seconds s)"
    if timeout "$pull_seconds" docker pull --quiet "$wanted" >&2 9>&-; then
        rm -f "$cannot_pull"
        return
    fi
    echo "$wanted" >"$cannot_pull"
    log "$wanted cannot be pulled; remembered for a day in $cannot_pull"
    return 1
}

ensure_docker() {
    if docker_answers; then
        return
    fi
    [[ -z ${DOCKER_HOST-} ]] ||
        die "no Docker engine answers at DOCKER_HOST=$DOCKER_HOST. Start it, or unset DOCKER_HOST to use this machine's."
    is_debian_root ||
        die "no Docker engine answers. Install Docker (https://docs.docker.com/engine/install/), start it and give this user access to it; as root on Debian this script does so itself. Or set MIGRATEBOTH_MYSQL to a connection string."
    if ! command -v dockerd >/dev/null || ! command -v iptables >/dev/null; then
        apt_install docker.io iptables
    fi
    # The package may have started it.
    docker_answers || start_docker
}

# remove_stale_pid FILE NAME: a pid file left by a killed process keeps the next one from starting if the number is in use again.
remove_stale_pid() {
    local pid
    pid=$(cat "$1" 2>/dev/null) || return 0
    [[ $(cat "/proc/$pid/comm" 2>/dev/null) == "$2" ]] || rm -f "$1"
}

start_docker() {
    local dockerd_log=/var/log/migrateboth-dockerd.log
    log "starting the Docker engine; its log is $dockerd_log"
    if [[ -d /run/systemd/system ]]; then
        systemctl start docker >&2 || true
    else
        remove_stale_pid /var/run/docker.pid dockerd
        remove_stale_pid /var/run/docker/containerd/containerd.pid containerd
        setsid nohup dockerd >"$dockerd_log" 2>&1 </dev/null 9>&- &
    fi
    local deadline=$((SECONDS + 60))
    until docker_answers; do
        ((SECONDS < deadline)) || die "the Docker engine did not answer within 60 s. See $dockerd_log."
        sleep 0.2
    done
}

build_image() {
    command -v apt-get >/dev/null ||
        die "$wanted cannot be pulled, and $built can be made on Debian only. Load an image by hand ('docker load') and set MIGRATEBOTH_MYSQL_IMAGE to its name."
    ensure_mysql_folder
    log "building $built"
    local work
    work=$(mktemp -d "$cache/image.XXXXXX")
    # shellcheck disable=SC2064
    trap "rm -rf '$work'" EXIT

    local root=$work/root owned=$work/owned
    cp -al "$mysql_folder/root" "$root"
    mkdir -p "$root"/{etc/mysql/conf.d,usr/local/bin,usr/share/migrateboth,var/lib,tmp} "$owned"/{var/lib/mysql,var/lib/mysql-files,run/mysqld}
    rm -rf "$root/var/run"
    ln -s /run "$root/var/run"
    chmod 1777 "$root/tmp"
    install -m 644 "$here/my.cnf" "$root/etc/my.cnf"
    install -m 755 "$here/entrypoint.sh" "$root/usr/local/bin/docker-entrypoint.sh"
    chmod 750 "$owned/var/lib/mysql-files"
    rm -f "$root"/etc/{passwd,group}
    printf '%s\n' 'root:x:0:0:root:/root:/bin/sh' 'mysql:x:999:999:MySQL:/var/lib/mysql:/bin/false' >"$root/etc/passwd"
    printf '%s\n' 'root:x:0:' 'mysql:x:999:' >"$root/etc/group"

    # Owners are given in the archive, so that no root is needed.
    local archive=$work/image.tar as_mysql=(--owner=999 --group=999 --numeric-owner)
    tar -cf "$archive" --owner=0 --group=0 --numeric-owner -C "$root" .
    tar -rf "$archive" "${as_mysql[@]}" -C "$owned" --transform='s,^,./,' var/lib/mysql var/lib/mysql-files run/mysqld
    tar -rf "$archive" "${as_mysql[@]}" -C "$mysql_folder" --transform='s,^template,./usr/share/migrateboth/template,' template
    local previous
    previous=$(docker image inspect --format '{{.Id}}' "$built" 2>/dev/null) || true
    docker import --change 'ENTRYPOINT ["/usr/local/bin/docker-entrypoint.sh"]' --change 'CMD ["mysqld"]' \
        --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' --change 'EXPOSE 3306' \
        --change "LABEL $label=$(image_inputs)" "$archive" "$built" >/dev/null 9>&- ||
        die "'docker import' failed for the reason above; it needs about 500 MB on Docker's disk and in $cache."
    # A container of an older test run may still use it; then it stays.
    [[ -z $previous ]] || docker image rm "$previous" >/dev/null 2>&1 9>&- || true
    rm -rf "$work"
    trap - EXIT
}

take_lock
ensure_docker
if [[ ${MIGRATEBOTH_MYSQL_IMAGE:-$built} != "$built" ]] && ! has_image "$wanted"; then
    log "MIGRATEBOTH_MYSQL_IMAGE=$wanted is not on this machine; $built stands in for it unless it can be pulled"
fi
if [[ $wanted != "$built" ]] && has_image "$wanted"; then
    echo "$wanted"
elif has_current_build; then
    echo "$built"
elif [[ $wanted != "$built" ]] && ! has_image "$built" && try_pull; then
    echo "$wanted"
else
    build_image
    echo "$built"
fi
