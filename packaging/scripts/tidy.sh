#!/usr/bin/env bash
# Runs clang-tidy over the named sources, or over all. Usage: packaging/scripts/tidy.sh [FILE.cpp…]
#
# Nearly all of its time goes into walking the headers of Qt, so files of one layer are joined sixteen at a
# time into one unit. (Joined and not included: the analyzer passes over included files.) Files that cannot
# stand in one unit are read apart. The analyzer may visit a tenth of the states that it would: a fifth of
# its time, and less deep a search. A file that passed is not read again until it, a header of ours that it
# includes, or the rules change: DUTYDESK_TIDY_CACHE remembers, or build/tidy-cache without one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
batchSize=16
work=$PWD/build/tidy-batches
cache=${DUTYDESK_TIDY_CACHE:-$PWD/build/tidy-cache}
states=(-Xclang -analyzer-config -Xclang max-nodes=20000)

# commandFor FILE UNIT: the compile command of FILE, as if it were UNIT's, without what GCC alone can read.
commandFor() {
    awk -v file="$PWD/$1" -v unit="$2" '
        /^\{/ { entry = "" }
        { entry = entry $0 "\n" }
        /^\}/ && index(entry, "\"file\": \"" file "\"") {
            sub(/\},?\n$/, "}", entry)
            gsub(/-Winvalid-pch -include [^ ]*cmake_pch.hxx |-fpch-preprocess /, "", entry)
            while (at = index(entry, file))
                entry = substr(entry, 1, at - 1) unit substr(entry, at + length(file))
            print "[" entry "]"
            exit
        }' build/dev/compile_commands.json
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
    if [ $# -gt 1 ] && ! compiles "$unit"; then
        tidyUnit "${@:1:$#/2}" || result=$?
        tidyUnit "${@:$#/2+1}" || result=$?
        return $result
    fi
    said=$(clang-tidy -p "$unit" --config-file=.clang-tidy --quiet --warnings-as-errors='*' \
        "${states[@]/#/--extra-arg=}" "$unit/unit.cpp" 2>&1) || result=$?
    if [ $result -eq 0 ]; then
        remember "$@"
        return
    fi
    grep -v ' generated\.$' <<<"$said" | inFiles "$unit/unit.cpp" "$@"
    return $result
}

# compiles UNIT: asked first where it may fail, since reading it is cheap and tidying it is not.
compiles() {
    clang-tidy -p "$1" --checks='-*,misc-definitions-in-headers' --quiet "$1/unit.cpp" >/dev/null 2>&1
}

remember() {
    local file
    for file; do
        awk -v file="$file" '$2 == file { print $1 }' "$work/keys" | xargs -I KEY touch "$cache/KEY"
    done
}

# keys FILE…: for each a line "KEY FILE"; the key changes with all that its findings depend on.
keys() {
    local rules file
    rules=$(clang-tidy --version | cat - .clang-tidy packaging/flags.cmake <(echo "${states[@]}") | sha256sum)
    git ls-files '*.h' '*.cpp' | xargs sha256sum | awk -v wanted="$*" '
        { hash[$2] = $1; while ((getline line < $2) > 0) if (line ~ /^#include "/) {
            split(line, part, "\""); includes[$2] = includes[$2] " " part[2] } }
        function closure(file,    own, count, i) {
            if (seen[file]++ || !(file in hash)) return
            all = all hash[file]
            count = split(includes[file], own, " ")
            for (i = 1; i <= count; i++) closure(own[i])
        }
        END {
            count = split(wanted, files, " ")
            for (f = 1; f <= count; f++) { split("", seen); all = ""; closure(files[f]); print files[f], all }
        }' | while read -r file all; do
        printf '%s %s\n' "$(sha256sum <<<"$rules $all" | cut -d ' ' -f 1)" "$file"
    done
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

[ -f build/dev/compile_commands.json ] || cmake --preset dev >/dev/null
rm -rf "$work"
mkdir -p "$work" "$cache"
if [ $# -eq 0 ]; then mapfile -t sources < <(git ls-files '*.cpp'); else sources=("$@"); fi
keys "${sources[@]}" >"$work/keys"
while read -r key file; do
    [ -e "$cache/$key" ] || echo "$file"
done <"$work/keys" | batches | xargs -r -P "$(nproc)" -L 1 packaging/scripts/tidy.sh --unit
