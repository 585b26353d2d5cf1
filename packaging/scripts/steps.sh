# shellcheck shell=bash
# Sourced by ./check. Runs steps, keeps their words, counts what passed and failed.

logs=build/check-logs
stepNumber=0
passed=0
failed=0
failures=()

startSteps() {
    rm -rf $logs
    mkdir -p $logs
    SECONDS=0
}

heading() {
    printf '\n%s\n' "== $1"
}

# logOf NAME: where a step's words go.
logOf() {
    printf '%s/%02d-%s.log' $logs $stepNumber "${1// /-}"
}

# recorded NAME COMMAND…: runs it, its words into the log; says how it went and how long it took.
recorded() {
    local name=$1 log start=$SECONDS result=0
    shift
    stepNumber=$((stepNumber + 1))
    log=$(logOf "$name")
    "$@" >"$log" 2>&1 || result=$?
    if [ $result -eq 0 ]; then
        printf '   %-24s ok %6s s\n' "$name" $((SECONDS - start))
    else
        printf '   %-24s FAILED (%s s), see %s\n' "$name" $((SECONDS - start)) "$log"
        tail -n 40 "$log" | sed 's/^/      | /'
        failures+=("$name")
    fi
    return $result
}

step() {
    recorded "$@" || failed=$((failed + 1))
}

# tests PRESET: all of its tests, counted from what ctest itself reports.
tests() {
    local report=$PWD/$logs/tests-$1.xml total failures_ skipped
    recorded "tests $1" ctest --preset "$1" --output-junit "$report" || true
    if [ ! -s "$report" ]; then
        failed=$((failed + 1))
        return
    fi
    total=$(countOf tests "$report")
    failures_=$(countOf failures "$report")
    skipped=$(($(countOf skipped "$report") + $(countOf disabled "$report")))
    passed=$((passed + total - failures_ - skipped))
    failed=$((failed + failures_))
    printf '   %-24s %s of %s passed, %s skipped\n' "" $((total - failures_ - skipped)) "$total" "$skipped"
}

# countOf ATTRIBUTE REPORT: a number on the <testsuite> element of a JUnit report.
countOf() {
    sed -n "1,/>/s/.*[[:space:]]\\?$1=\"\\([0-9]*\\)\".*/\\1/p" "$2" | head -n 1
}

finishSteps() {
    printf '\nAll of it took %d min %02d s.\n' $((SECONDS / 60)) $((SECONDS % 60))
    [ ${#failures[@]} -eq 0 ] || printf 'Failed: %s\n' "${failures[@]}"
    printf '%s passed, %s failed\n' $passed $failed
    [ $failed -eq 0 ]
}
