# Fails when a tracked file names a path of one machine or a package registry, leaves a note of
# unfinished work, or when a script that people start has lost its executable bit.
cmake_minimum_required(VERSION 3.25)

find_package(Git QUIET)
if(NOT Git_FOUND OR NOT EXISTS ${ROOT}/.git)
    message(STATUS "not a git checkout: nothing is tracked")
    return()
endif()

function(no_file_says what pattern)
    execute_process(COMMAND ${GIT_EXECUTABLE} grep -nIE ${pattern} -- . :!tests/repo_rules.cmake
        WORKING_DIRECTORY ${ROOT} RESULT_VARIABLE result OUTPUT_VARIABLE lines ERROR_VARIABLE complained)
    if(result EQUAL 0)
        message(SEND_ERROR "${what}:\n${lines}")
    elseif(NOT result EQUAL 1)
        message(SEND_ERROR "git grep failed: ${complained}")
    endif()
endfunction()

no_file_says("A path of one machine" "(^|[^A-Za-z0-9_.])/(work|home|root|farm|Users)/[A-Za-z]|[.][.]/shared/")
no_file_says("Unfinished work" "\\b(TODO|FIXME|XXX|HACK)\\b")
no_file_says("A package registry"
    "(registry|www)[.]npmjs|npmjs[.](org|com)|pypi[.]org|pythonhosted[.]org|crates[.]io|proxy[.]golang|(deb|security)[.]debian[.]org|registry[.]yarnpkg")

foreach(script run check .ci/run packaging/scripts/package.sh)
    execute_process(COMMAND ${GIT_EXECUTABLE} ls-files -s ${script}
        WORKING_DIRECTORY ${ROOT} OUTPUT_VARIABLE entry COMMAND_ERROR_IS_FATAL ANY)
    if(NOT entry MATCHES "^100755 ")
        message(SEND_ERROR "${script} is not tracked as executable")
    endif()
endforeach()
