# shellcheck shell=bash
# Sourced by ./run and ./check. Brings in the Debian packages that are missing and says which.

# packagesOf GROUP…: the packages that packaging/packages.txt lists for these groups.
packagesOf() {
    local group
    for group; do
        awk -v heading="[$group]" '/^\[/ { wanted = ($1 == heading); next } wanted && /^[a-z0-9]/ { print $1 }' \
            packaging/packages.txt
    done
}

# missingOf PACKAGE…: those that are not installed.
missingOf() {
    local installed
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | awk '$1 == "installed" { print $2 }' || true)
    printf '%s\n' "$@" | grep -vxF -e "${installed:-none}" || true
}

asRoot() {
    if [ "$EUID" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "This needs root and there is no sudo. As root, run:  $*" >&2
        return 1
    fi
}

aptGet() {
    asRoot env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

# installPackages GROUP…: silent when nothing is missing.
installPackages() {
    local wanted missing
    mapfile -t wanted < <(packagesOf "$@")
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "This is not Debian: the packages have to be there already (packaging/packages.txt)."
        return
    fi
    mapfile -t missing < <(missingOf "${wanted[@]}")
    [ "${#missing[@]}" -gt 0 ] || return 0

    echo "Installing ${#missing[@]} Debian packages and what they need: ${missing[*]}"
    mkdir -p build
    aptGet update >build/packages.log 2>&1 ||
        echo "The package lists could not be refreshed; going on with those that are here." >&2
    if ! aptGet install --no-install-recommends "${missing[@]}" >>build/packages.log 2>&1; then
        tail -n 20 build/packages.log >&2
        echo "The packages could not be installed; all of it is in build/packages.log" >&2
        return 1
    fi
}

# utf8Locale: Qt warns in every program that starts without one, and a fresh machine has none set.
utf8Locale() {
    [ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
}
