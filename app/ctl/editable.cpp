// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "app/ctl/view_json.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {
namespace {

void printFields(Session& session, const std::vector<EditableField>& fields, bool isAll)
{
    Table table({{"field"}, {"value"}, {"may not be changed, because"}});
    std::size_t locked = 0;
    for (const EditableField& field : fields) {
        const bool isLocked = !field.lockedBy.empty();
        locked += isLocked ? 1 : 0;
        if (isLocked && !isAll) continue;
        table.add({field.path, field.value, Cell(field.lockedBy, Tint::Dim)});
    }
    if (!table.isEmpty()) table.print(session.out, session.hasColour);
    session.out << fields.size() - locked << " fields may be changed, " << locked << " may not";
    session.out << (isAll || locked == 0 ? "\n" : " (see --all)\n");
}

} // namespace

int runEditable(Session& session, const EditableWords& options)
{
    const auto fields = openBackend(session)->editable(options.exception);
    if (!fields) return refuse(session, fields.error());
    if (session.isJson)
        printJson(session, toJson(*fields));
    else
        printFields(session, *fields, options.isAll);
    return exitDone;
}

} // namespace milepost
