# What every target of ours is compiled with.
add_library(dutydesk_flags INTERFACE)
target_include_directories(dutydesk_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(dutydesk_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH)
# GCC 12 at -O3 guesses wrongly about std::optional (maybe-uninitialized) and about QStringBuilder (array-bounds);
# both still stop the other builds.
target_compile_options(dutydesk_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    -fstack-protector-strong -fstack-clash-protection -fcf-protection
    $<$<CONFIG:Debug>:-g1>
    $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2 -Wno-error=maybe-uninitialized -Wno-error=array-bounds>
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
    $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>
    $<$<BOOL:${DUTYDESK_WERROR}>:-Werror>
    $<$<BOOL:${DUTYDESK_SANITIZE}>:-fsanitize=address,undefined -fno-sanitize-recover=undefined>
    $<$<AND:$<BOOL:${DUTYDESK_SANITIZE}>,$<CXX_COMPILER_ID:Clang>>:-fsanitize=fuzzer-no-link>)
target_link_options(dutydesk_flags INTERFACE
    -Wl,-z,relro -Wl,-z,now
    $<$<BOOL:${DUTYDESK_SANITIZE}>:-fsanitize=address,undefined>)

# What moc writes is not ours to tidy.
file(WRITE ${PROJECT_BINARY_DIR}/.clang-tidy "Checks: '-*,llvm-twine-local'\n")
