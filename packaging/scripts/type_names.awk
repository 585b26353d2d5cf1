# Prints each type that two files define under one name in one namespace. The linker takes either of
# them for both and says nothing. What stands in a namespace without a name is a file's own.
#
# Read by the form that clang-format gives: nothing is indented in a namespace, and what is opened at
# the start of a line is closed there.
function within(    i, path) {
    for (i = 1; i <= depth; i++) {
        if (opened[i] == "namespace {") return "own"
        if (opened[i] ~ /^namespace /) path = path opened[i]
    }
    return path
}
function finish() {
    if (depth != 0) {
        print file ": cannot be read: what line " at[depth] " opens is not closed"
        failed = 1
    }
}
FNR == 1 { finish(); depth = 0; file = FILENAME }
/^(struct|class|enum class) [A-Z][A-Za-z0-9]*( |$)/ && !/;$/ && within() != "own" {
    name = within() " " ($1 == "enum" ? $3 : $2)
    if (name in home && home[name] != FILENAME) {
        print FILENAME ":" FNR ": " $0 " is also in " home[name] "; give one of them another name"
        failed = 1
    }
    home[name] = FILENAME
}
/^[^ \/#}].* \{$/ || /^\{$/ { opened[++depth] = $0; at[depth] = FNR; next }
/^\}/ && depth > 0 && (!/;$/ || opened[depth] !~ /^namespace /) { depth-- }
END { finish(); exit failed }
