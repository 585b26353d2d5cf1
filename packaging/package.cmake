# What is installed, and the packages made of it: a .deb and a tarball.
if(NOT UNIX)
    return()
endif()

include(GNUInstallDirs)
set(doc_dir ${CMAKE_INSTALL_DATAROOTDIR}/doc/dutydesk)
set(packaging_dir ${PROJECT_SOURCE_DIR}/packaging)

# Debian wants these compressed, without name and time so that a package can be made again byte by byte.
function(dutydesk_install_gzipped file destination name)
    set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    set(zipped ${PROJECT_BINARY_DIR}/packaging/${name}.gz)
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/packaging)
    execute_process(COMMAND gzip -9nc ${file} OUTPUT_FILE ${zipped} COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${zipped} DESTINATION ${destination})
endfunction()

foreach(program dutydesk dutydesk-cli)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
    dutydesk_install_gzipped(${packaging_dir}/man/${program}.1 ${CMAKE_INSTALL_MANDIR}/man1 ${program}.1)
endforeach()

install(FILES ${packaging_dir}/linux/dutydesk.desktop DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/applications)
install(FILES ${packaging_dir}/linux/dutydesk.metainfo.xml
    DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/metainfo RENAME org.dutydesk.Dutydesk.metainfo.xml)
install(FILES ${packaging_dir}/linux/dutydesk-mime.xml
    DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/mime/packages RENAME dutydesk.xml)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/dutydesk.svg
    DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/icons/hicolor/scalable/apps)
install(FILES ${packaging_dir}/debian/copyright DESTINATION ${doc_dir})
dutydesk_install_gzipped(${packaging_dir}/debian/changelog ${doc_dir} changelog)
dutydesk_install_gzipped(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${doc_dir} NEWS)

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME dutydesk)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "duty desk of an out-of-hours social-care service")
set(CPACK_PACKAGE_VENDOR "The Dutydesk authors")
set(CPACK_PACKAGE_CONTACT "The Dutydesk authors <authors@dutydesk.example>")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# shlibdeps sees what is linked; the SQLite driver and the SVG reader are plugins, the zone data a file.
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-liberation, libqt6svg6, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Dutydesk is the duty desk of a council's Emergency Duty Team and of the
daytime Approved Mental Health Professional service: contacts, cases, the
legal clocks, the handover between services, the On-call Manager Record, the
Daily Allocation Sheet and the SITREP.
.
It keeps an append-only signed journal in one local file and needs no
network. The command dutydesk-cli does the same from scripts.")
include(CPack)

if(BUILD_TESTING)
    add_test(NAME package_rules
        COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DVERSION=${PROJECT_VERSION}
            -DCLI=$<TARGET_FILE:dutydesk-cli>
            -P ${PROJECT_SOURCE_DIR}/tests/package_rules.cmake)
endif()
