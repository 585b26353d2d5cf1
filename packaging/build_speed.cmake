# What keeps a one-file change under ten seconds: a compiler cache and a fast linker where present.
# The precompiled headers are large: without the inode cache, hashing them costs ten times what a hit does.
find_program(DUTYDESK_CCACHE ccache)
if(DUTYDESK_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_PCH_EXTSUM=1 CCACHE_INODECACHE=1
        CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}
        ${DUTYDESK_CCACHE})
endif()

find_program(DUTYDESK_MOLD mold)
if(DUTYDESK_MOLD)
    add_link_options(-fuse-ld=mold)
endif()
