// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "app/ctl/terminal_text.h"
#include "app/ctl/view_json.h"
#include "backend/service/backend.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {

int runFind(Session& session, const FindWords& options)
{
    const auto found = openBackend(session)->find(options.text, options.limit);
    if (!found) return refuse(session, found.error());
    if (session.isJson) {
        printJson(session, toJson(*found));
        return exitDone;
    }
    Table table({{"kind"}, {"number"}, {"system"}, {"order"}, {"customer"}});
    for (const FoundNumber& one : *found)
        table.add({one.kind, one.value, one.system, one.orderNo, one.customer});
    table.print(session.out, session.hasColour);
    if (found->empty())
        session.out << "no number on any document begins with '" << harmless(options.text) << "'\n";
    return exitDone;
}

} // namespace milepost
