#!/usr/bin/env bash
# Makes the packages of a release build twice, compares them, and inspects what is in the .deb.
# Usage: packaging/scripts/package.sh BUILD_DIR
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=$1
packages=$build/packages

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
umask 022

makePackages() {
    rm -rf "$packages"
    (cd "$build" && cpack --config CPackConfig.cmake)
    rm -rf "$packages/_CPack_Packages"
}

expected() {
    cat <<'TEXT'
./usr/bin/dutydesk
./usr/bin/dutydesk-cli
./usr/share/applications/dutydesk.desktop
./usr/share/doc/dutydesk/NEWS.gz
./usr/share/doc/dutydesk/changelog.gz
./usr/share/doc/dutydesk/copyright
./usr/share/icons/hicolor/scalable/apps/dutydesk.svg
./usr/share/man/man1/dutydesk-cli.1.gz
./usr/share/man/man1/dutydesk.1.gz
./usr/share/metainfo/org.dutydesk.Dutydesk.metainfo.xml
./usr/share/mime/packages/dutydesk.xml
TEXT
}

makePackages
first=$(cd "$packages" && sha256sum -- *)
makePackages
second=$(cd "$packages" && sha256sum -- *)
echo "$second"
[ "$first" = "$second" ] || { echo "The same sources gave another package:"; echo "$first"; exit 1; }

deb=$(ls "$packages"/*.deb)
dpkg-deb --info "$deb"
dpkg-deb --contents "$deb"
dpkg-deb --contents "$deb" | awk '$1 !~ /^d/ { print $6 }' | sort | diff <(expected | LC_ALL=C sort) - ||
    { echo "The .deb does not hold what it should (- missing, + unexpected)"; exit 1; }

unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
dpkg-deb --extract "$deb" "$unpacked"
desktop-file-validate "$unpacked"/usr/share/applications/dutydesk.desktop
appstreamcli validate --no-net "$unpacked"/usr/share/metainfo/org.dutydesk.Dutydesk.metainfo.xml
"$unpacked"/usr/bin/dutydesk-cli --version
lintian --fail-on error,warning --display-info --tag-display-limit 0 "$deb"
