# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by ./milepost: which Debian packages are missing, and how they get in.
# Needs $root and say().

readonly package_list=$root/packages/debian.txt
readonly package_log=$root/build/packages.log

# packages_of SECTION...: the packages of these sections of the list, one per line.
packages_of() {
    local line section=
    while read -r line; do
        line=${line%%#*}
        line=${line%"${line##*[! ]}"}
        case $line in
            '') ;;
            '['*']') section=${line//[\[\]]/} ;;
            *) [[ " $* " == *" $section "* ]] && echo "$line" ;;
        esac
    done <"$package_list"
    return 0
}

# missing_packages NAME...: those that are not installed, one per line.
missing_packages() {
    local name status installed=' '
    while read -r name status; do
        [[ $status == 'installed' ]] && installed+="$name "
    done < <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null)
    for name; do
        [[ $installed == *" $name "* ]] || echo "$name"
    done
}

have_package_index() {
    compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null
}

# apt VERB...: apt-get as root, asking nothing; waits for a lock that somebody else holds.
apt() {
    local as_root=()
    [[ $EUID == 0 ]] || as_root=(sudo -n)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get --quiet --yes \
        -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 "$@" </dev/null >>"$package_log" 2>&1
}

# The index is fetched when there is none, or when installing with the one at hand has failed.
apt_install() {
    local attempt
    have_package_index || apt update || true
    for attempt in 1 2 3; do
        apt install --no-install-recommends "$@" && return 0
        sleep $((attempt * 3))
        apt update || true
    done
    return 1
}

# The one line for somebody who may not install.
print_apt_line() {
    local line="apt-get install --yes --no-install-recommends $*"
    have_package_index || line="apt-get update && $line"
    if command -v sudo >/dev/null; then
        echo "sudo sh -c '$line'" >&2
    else
        echo "su -c '$line'" >&2
    fi
}

# require_packages NAME...: returns when all are installed, else ends the script.
require_packages() {
    local missing
    [[ ${MILEPOST_PACKAGES:-install} != skip ]] || return 0
    command -v dpkg-query >/dev/null ||
        fail "this is no Debian: install what packages/debian.txt names, then set MILEPOST_PACKAGES=skip"
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    if [[ $EUID != 0 ]] && ! sudo -n true 2>/dev/null; then
        say "packages are missing; to install them, run this line and then the same command again:"
        print_apt_line "${missing[@]}"
        exit 1
    fi
    mkdir -p "$root/build"
    say "installing ${#missing[@]} packages (log: $package_log)"
    apt_install "${missing[@]}" || fail_with_log "the packages could not be installed" "$package_log"
}
