# SPDX-License-Identifier: GPL-3.0-or-later
# Faster tools where they are installed; the result of the build does not depend on them.

find_program(MILEPOST_CCACHE ccache)
if(MILEPOST_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Without the build folder in the hash, one cache serves every build folder of a checkout.
    set(CMAKE_CXX_COMPILER_LAUNCHER /usr/bin/env CCACHE_NOHASHDIR=1 ${MILEPOST_CCACHE})
endif()

find_program(MILEPOST_MOLD mold)
if(MILEPOST_MOLD)
    add_link_options(-fuse-ld=mold)
endif()
