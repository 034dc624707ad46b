// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/large_blocks.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace milepost {

/// glibc raises the size from which it does so with every large block that is freed, up to 32 MB; each thread
/// then keeps its lists of a million ids for ever. A fixed size stops that.
void returnLargeBlocks()
{
#ifdef __GLIBC__
    constexpr int megabyte = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, megabyte);
#endif
}

} // namespace milepost
