// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/troubles.h"

#include "models/engine_switch.h"
#include "models/engine_watch.h"
#include "models/text.h"
#include "models/words.h"

namespace milepost {

std::vector<Trouble> Troubles::of(const EnginePicture& picture, const EngineSwitch& engine)
{
    std::vector<Trouble> list;
    addEngine(list, picture, engine);
    if (engine.isNetworkGone() && !engine.isStarting())
        list.push_back({.key = QStringLiteral("networkGone"),
                        .words = tr("The demo systems have gone: nothing answers. Orders wait and go on when "
                                    "the systems are there again."),
                        .button = tr("Start the demo systems"),
                        .way = Trouble::Way::Start});
    if (engine.phase() == EngineSwitch::Phase::Running) addRunning(list, picture);
    return list;
}

void Troubles::addEngine(std::vector<Trouble>& list, const EnginePicture& picture, const EngineSwitch& engine)
{
    using Phase = EngineSwitch::Phase;
    const QString why = text(engine.error().message);
    if (engine.phase() == Phase::Failed && engine.error().kind == ErrorKind::Conflict)
        list.push_back({.key = QStringLiteral("owned"),
                        .tone = Tone::Warning,
                        .words = tr("Reading only: another program drives these orders. You can look at "
                                    "everything; to act, use that program or end it. (%1)")
                                     .arg(why),
                        .button = tr("Try again"),
                        .way = Trouble::Way::Start});
    else if (engine.phase() == Phase::Failed)
        list.push_back({.key = QStringLiteral("notStarted"),
                        .words = tr("Orders stand still because the engine could not be started. Put right "
                                    "what is wrong, then try again. %1")
                                     .arg(Words::error(engine.error())),
                        .button = tr("Try again"),
                        .way = Trouble::Way::Start});
    else if (engine.phase() == Phase::Stopped)
        list.push_back({.key = QStringLiteral("stopped"),
                        .tone = Tone::Warning,
                        .words = tr("The engine is stopped: orders stand still, and what partners send "
                                    "waits with them. Nothing is lost."),
                        .button = tr("Start the engine"),
                        .way = Trouble::Way::Start});
    if (picture.isKnown && picture.readTrouble && !engine.isStarting())
        list.push_back({.key = QStringLiteral("unreadable"),
                        .words = tr("The store cannot be read, so what you see may be old. It is tried "
                                    "again every second. %1")
                                     .arg(Words::error(*picture.readTrouble))});
}

void Troubles::addRunning(std::vector<Trouble>& list, const EnginePicture& picture)
{
    if (!picture.engine.trouble.empty())
        list.push_back(
            {.key = QStringLiteral("cannotWrite"),
             .words = tr("Nothing can be saved, so orders stand still: %1. Check that the disk has "
                         "room and that the folder of the store may be written to. It goes on by "
                         "itself.")
                          .arg(text(picture.engine.trouble))});
    if (picture.clockLag)
        list.push_back({.key = QStringLiteral("clockBack"),
                        .tone = Tone::Warning,
                        .words = tr("The clock of this computer was set back: it is %1 behind the time that "
                                    "was already recorded. Due times wait until it has caught up. Check date "
                                    "and time of this computer.")
                                     .arg(Text::duration(*picture.clockLag))});
    if (picture.areAllSilent())
        list.push_back({.key = QStringLiteral("silent"),
                        .words = tr("No connected system answers. Check the network of this computer. Calls "
                                    "wait and go on by themselves; nothing is sent twice."),
                        .button = tr("Show systems"),
                        .way = Trouble::Way::ShowSystems});
}

} // namespace milepost
