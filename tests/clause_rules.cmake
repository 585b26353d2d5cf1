# Fails when docs/clauses.md is stale, or when a clause that asks for a rule or a timer has no rule
# or no test. What is not carried yet is listed by name, and that list can only shrink.
cmake_minimum_required(VERSION 3.25)

set(OUT ${SCRATCH}/clauses.md)
include(${ROOT}/packaging/scripts/clauses.cmake)

file(READ ${OUT} now)
file(READ ${ROOT}/docs/clauses.md kept)
if(NOT now STREQUAL kept)
    message(SEND_ERROR "docs/clauses.md is stale: run packaging/scripts/clauses.sh and commit it")
endif()

file(STRINGS ${ROOT}/tests/clauses_not_yet.txt not_yet REGEX "^[A-Z]")
foreach(clause ${bare})
    if(NOT clause IN_LIST not_yet)
        message(SEND_ERROR "${clause} asks for a rule, a timer, a record, a checklist or a reference: it has no rule, or no test whose name begins with it")
    endif()
endforeach()
foreach(clause ${not_yet})
    if(NOT clause IN_LIST bare)
        message(SEND_ERROR "${clause} is carried and tested now: take it off tests/clauses_not_yet.txt")
    endif()
endforeach()
