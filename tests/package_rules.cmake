# Fails when the desktop file or the metainfo is not valid, a man page does not render or knows
# other verbs than the program, or the version is told differently in two places. A tool that is not
# on this machine is passed over.
cmake_minimum_required(VERSION 3.25)

function(must_pass tool)
    find_program(found_${tool} ${tool})
    if(NOT found_${tool})
        message(STATUS "no ${tool} here: passed over")
        return()
    endif()
    execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C.UTF-8 MANROFFSEQ= MANWIDTH=80
            ${found_${tool}} ${ARGN}
        RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE complained)
    if(result OR (tool STREQUAL "man" AND complained))
        message(SEND_ERROR "${tool} ${ARGN}:\n${said}${complained}")
    endif()
endfunction()

must_pass(desktop-file-validate ${ROOT}/packaging/linux/dutydesk.desktop)
must_pass(appstreamcli validate --no-net ${ROOT}/packaging/linux/dutydesk.metainfo.xml)
must_pass(man --warnings -E UTF-8 -l -Tutf8 -Z ${ROOT}/packaging/man/dutydesk.1)
must_pass(man --warnings -E UTF-8 -l -Tutf8 -Z ${ROOT}/packaging/man/dutydesk-cli.1)

string(REPLACE "." "[.]" version "${VERSION}")
function(must_name_version file pattern)
    file(READ ${ROOT}/${file} text)
    if(NOT text MATCHES "${pattern}")
        message(SEND_ERROR "${file} does not tell of version ${VERSION}, which CMakeLists.txt builds")
    endif()
endfunction()

must_name_version(CHANGELOG.md "\n## ${version}[ \n]")
must_name_version(packaging/debian/changelog "^dutydesk [(]${version}[)]")
must_name_version(packaging/linux/dutydesk.metainfo.xml "<releases>[ \n]*<release version=\"${version}\"")
must_name_version(packaging/windows/dutydesk.nsi "VERSION \"${version}\"")

if(CLI)
    execute_process(COMMAND ${CLI} help OUTPUT_VARIABLE help COMMAND_ERROR_IS_FATAL ANY)
    file(READ ${ROOT}/packaging/man/dutydesk-cli.1 page)
    string(REPLACE "\\" "" page "${page}")
    string(REGEX MATCHALL "\n  [a-z][a-z-]*" verbs "${help}")
    foreach(verb ${verbs})
        string(STRIP "${verb}" verb)
        if(NOT page MATCHES "\n[.]BI? ${verb}[ \n]" AND NOT page MATCHES "\n[.]BR ${verb}[ \n]")
            message(SEND_ERROR "packaging/man/dutydesk-cli.1 does not tell of the verb ${verb}")
        endif()
        execute_process(COMMAND ${CLI} help ${verb} OUTPUT_VARIABLE taken COMMAND_ERROR_IS_FATAL ANY)
        string(REGEX MATCHALL "\n  --[a-z][a-z-]*" options "${taken}")
        foreach(option ${options})
            string(STRIP "${option}" option)
            if(NOT page MATCHES "${option}(fR|[^a-z-])") # \\fR ends the font
                message(SEND_ERROR "packaging/man/dutydesk-cli.1 does not tell of ${option} of ${verb}")
            endif()
        endforeach()
    endforeach()
endif()
