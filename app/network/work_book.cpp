// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/work_book.h"

namespace milepost::network {

void WorkBook::asked(const WorkName& work, const std::string& key)
{
    m_books.run("INSERT INTO work (system, capability, reference, key, requests, performed) VALUES (?, ?, ?, "
                "?, 1, 0) "
                "ON CONFLICT (system, capability, reference) DO UPDATE SET requests = requests + 1, key = "
                "excluded.key",
                work.system, work.capability, work.reference, key);
}

void WorkBook::performed(const WorkName& work)
{
    m_books.run("INSERT INTO work (system, capability, reference, key, requests, performed) VALUES (?, ?, ?, "
                "'', 0, 1) "
                "ON CONFLICT (system, capability, reference) DO UPDATE SET performed = performed + 1",
                work.system, work.capability, work.reference);
}

} // namespace milepost::network
