#!/usr/bin/env bash
# Runs clang-tidy over the named sources, or over all. Usage: packaging/scripts/tidy.sh [FILE.cpp…]
#
# Nearly all of its time goes into walking the headers of Qt, so files of one layer are joined eight at a
# time into one unit: a fifth of the time. (Joined and not included: the analyzer passes over included
# files.) Files that cannot stand in one unit are read apart.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
batchSize=8
work=$PWD/build/tidy-batches

# commandFor FILE UNIT: the compile command of FILE, as if it were UNIT's.
commandFor() {
    awk -v file="$PWD/$1" -v unit="$2" '
        /^\{/ { entry = "" }
        { entry = entry $0 "\n" }
        /^\}/ && index(entry, "\"file\": \"" file "\"") {
            sub(/\},?\n$/, "}", entry)
            while (at = index(entry, file))
                entry = substr(entry, 1, at - 1) unit substr(entry, at + length(file))
            print "[" entry "]"
            exit
        }' build/tidy/compile_commands.json
}

# inFiles UNIT FILE…: what is said about lines of the unit, said of the files that they came from.
inFiles() {
    awk -v unit="$1" '
        NR == FNR { origin[++lines] = $0; next }
        {
            rest = $0
            told = ""
            while (at = index(rest, unit ":")) {
                told = told substr(rest, 1, at - 1)
                rest = substr(rest, at + length(unit) + 1)
                line = rest + 0
                sub(/^[0-9]+/, "", rest)
                told = told origin[line]
            }
            print told rest
        }' <(shift; awk '{ print FILENAME ":" FNR }' "$@") -
}

# tidyUnit FILE…: as one unit, and when that does not compile each half apart.
tidyUnit() {
    local unit said result=0
    unit=$(mktemp -d "$work/XXXXXX")
    cat -- "$@" >"$unit/unit.cpp"
    commandFor "$1" "$unit/unit.cpp" >"$unit/compile_commands.json"
    [ -s "$unit/compile_commands.json" ] || { echo "$1 belongs to no target"; return 1; }
    said=$(clang-tidy -p "$unit" --config-file=.clang-tidy --quiet --warnings-as-errors='*' \
        "$unit/unit.cpp" 2>&1) || result=$?
    [ $result -ne 0 ] || return 0

    if [ $# -gt 1 ] && grep -q 'clang-diagnostic-error' <<<"$said"; then
        result=0
        tidyUnit "${@:1:$#/2}" || result=$?
        tidyUnit "${@:$#/2+1}" || result=$?
        return $result
    fi
    grep -v ' generated\.$' <<<"$said" | inFiles "$unit/unit.cpp" "$@"
    return $result
}

# batches: one a line, files of one layer that follow each other.
batches() {
    sort | awk -F/ -v size=$batchSize '
        { layer = $1 == "tests" ? $1 "/" $2 : $1 }
        NR > 1 { printf "%s", layer != last || ++count == size ? "\n" : " " }
        layer != last || count == size { count = 0 }
        { printf "%s", $0; last = layer }
        END { if (NR) print "" }'
}

if [ "${1:-}" = --unit ]; then
    shift
    tidyUnit "$@"
    exit
fi

# The tidy tree is there for its compile commands (without precompiled headers of another compiler) and
# builds only what moc writes.
cmake --preset tidy >/dev/null
ninja -C build/tidy -t targets all | sed -n 's/^\([a-z_]*_autogen\):.*/\1/p' | sort -u |
    xargs -r ninja -C build/tidy --quiet
rm -rf "$work"
mkdir -p "$work"
if [ $# -gt 0 ]; then printf '%s\n' "$@"; else git ls-files '*.cpp'; fi | batches |
    xargs -r -P "$(nproc)" -L 1 packaging/scripts/tidy.sh --unit
