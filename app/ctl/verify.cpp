// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/progress_line.h"
#include "app/ctl/table.h"
#include "app/ctl/view_json.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {
namespace {

void printChecks(Session& session, const VerifyView& verify)
{
    Table table({{"check"}, {"result"}, {"detail"}});
    for (const CheckView& check : verify.checks)
        table.add({check.name, Cell(check.ok ? "holds" : "BROKEN", check.ok ? Tint::Good : Tint::Bad),
                   check.detail});
    table.print(session.out, session.hasColour);
}

} // namespace

int runVerify(Session& session, const VerifyWords& options)
{
    const Interrupt interrupt;
    ProgressLine line(session.err, session.hasLiveProgress);
    const auto verify = openBackend(session)->verify(
        options.isQuick, interrupt.token(), [&](std::int64_t done, std::int64_t total) {
            line.show("verified " + std::to_string(done) + " of " + std::to_string(total) + " orders");
        });
    line.clear();
    if (!verify) return refuse(session, verify.error());
    if (session.isJson)
        printJson(session, toJson(*verify));
    else
        printChecks(session, *verify);
    if (verify->ok) return exitDone;
    return refuse(session,
                  {.message = "the store " + session.store.string() +
                              " does not hold what it should; keep it, restore a backup and report this"});
}

} // namespace milepost
