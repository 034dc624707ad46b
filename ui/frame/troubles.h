// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "models/roles.h"

#include <vector>

namespace milepost {

class EngineSwitch;
struct EnginePicture;

/// Something that is wrong with the whole console: what, why, and what to do.
struct Trouble {
    enum class Way { None, Start, ShowSystems }; ///< what its button does

    QString key{}; ///< stays the same while it lasts
    Tone tone = Tone::Bad;
    QString words{};
    QString button{}; ///< empty: there is nothing to press
    Way way = Way::None;
};

/// What is wrong now, the worst first.
class Troubles {
    Q_DECLARE_TR_FUNCTIONS(Troubles)

public:
    static std::vector<Trouble> of(const EnginePicture& picture, const EngineSwitch& engine);

private:
    static void addEngine(std::vector<Trouble>& list, const EnginePicture& picture,
                          const EngineSwitch& engine);
    static void addRunning(std::vector<Trouble>& list, const EnginePicture& picture);
};

} // namespace milepost
