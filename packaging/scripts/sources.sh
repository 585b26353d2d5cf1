# shellcheck shell=bash
# Sourced by ./check. What is said about the sources themselves: their form, and clang-tidy.

formatSources() {
    git ls-files -z '*.h' '*.cpp' | xargs -0 -r clang-format --dry-run -Werror
}

# One run of awk sees every file: the product's sources are one program.
namedOnce() {
    git ls-files 'core/*.h' 'core/*.cpp' 'db/*.h' 'db/*.cpp' 'ui/*.h' 'ui/*.cpp' 'app/*.h' 'app/*.cpp' \
        | tr '\n' '\0' | xargs -0 -x -s 1000000 awk -f packaging/scripts/type_names.awk
}

# baseCommit: where this work left the upstream branch; without one, the last commits stand in for it.
baseCommit() {
    local base
    base=$(git merge-base HEAD '@{upstream}' 2>/dev/null || git merge-base HEAD origin/main 2>/dev/null || true)
    if [ -n "$base" ] && [ "$base" != "$(git rev-parse HEAD)" ]; then
        echo "$base"
    else
        git rev-list --max-count=11 HEAD | tail -n 1
    fi
}

# A header is tidied through the source of its name, or else through one that includes it.
sourcesShowing() {
    local header=$1
    if [ -f "${header%.h}.cpp" ]; then
        echo "${header%.h}.cpp"
    else
        git grep -lF "#include \"$header\"" -- '*.cpp' | head -n 1 || true
    fi
}

sourcesToTidy() {
    if [ -n "${DUTYDESK_TIDY_ALL:-}" ]; then
        git ls-files '*.cpp'
        return
    fi
    local file
    git diff --name-only --diff-filter=d "$(baseCommit)" -- '*.h' '*.cpp' | while read -r file; do
        case $file in
            *.h) sourcesShowing "$file" ;;
            *) echo "$file" ;;
        esac
    done | sort -u
}

tidySources() {
    local sources
    mapfile -t sources < <(sourcesToTidy)
    [ ${#sources[@]} -eq 0 ] || packaging/scripts/tidy.sh "${sources[@]}"
}
