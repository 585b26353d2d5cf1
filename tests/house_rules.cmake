# Fails when a file includes a layer above its own, a widget reaches past the desk service to the
# store, a Qt module is named in an include (<QtWidgets/QWidget> is found even where <QWidget> is
# not), or a file outgrows its limit.
cmake_minimum_required(VERSION 3.25)

set(longest_file 400)
set(core_sees core)
set(db_sees core db)
set(ui_sees core ui)
set(app_sees core db ui app)
set(tests_sees core db ui app tests)

foreach(layer core db ui app tests)
    file(GLOB_RECURSE files ${ROOT}/${layer}/*.h ${ROOT}/${layer}/*.cpp)
    foreach(file ${files})
        set(allowed ${${layer}_sees})
        if(file MATCHES "/ui/desk_service[^/]*$" OR file MATCHES "/ui/desk/")
            list(APPEND allowed db)
        endif()

        file(STRINGS ${file} includes REGEX "^#include \"")
        foreach(line ${includes})
            string(REGEX REPLACE "^#include \"([a-z_]+)/.*" "\\1" seen "${line}")
            if(NOT seen IN_LIST allowed)
                message(SEND_ERROR "${file}: ${layer}/ may not see ${line}")
            endif()
        endforeach()

        file(STRINGS ${file} modules REGEX "^#include <Qt[A-Za-z]+/")
        if(modules)
            message(SEND_ERROR "${file}: leave the module out of ${modules}")
        endif()

        file(READ ${file} text)
        string(REGEX MATCHALL "\n" newlines "${text}")
        list(LENGTH newlines length)
        if(length GREATER longest_file)
            message(SEND_ERROR "${file}: ${length} lines, at most ${longest_file}")
        endif()
    endforeach()
endforeach()
