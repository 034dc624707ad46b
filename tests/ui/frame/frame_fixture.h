// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTemporaryDir>
#include <QVBoxLayout>

#include "fake_engine.h"
#include "models/backend_bridge.h"
#include "models/training.h"
#include "models/work_list.h"
#include "tests/support/fake_backend.h"
#include "ui/frame/main_window.h"
#include "ui/ui_settings.h"

#include <atomic>
#include <optional>

namespace milepost {

/// A page that remembers where it was sent.
class FakePage final : public Page {
    Q_OBJECT

public:
    FakePage(const ConsoleContext& context, const QString& title, const QString& iconName, QWidget* parent)
        : Page(context, parent)
        , m_title(title)
        , m_icon(iconName)
        , m_search(new QLineEdit)
    {
        auto* layout = new QVBoxLayout(this);
        layout->addWidget(m_search);
        layout->addStretch(1);
    }

    QString title() const override { return m_title; }
    QString iconName() const override { return m_icon; }
    void enter(const Place& place) override { entered.push_back(place); }
    QWidget* searchField() override { return m_search; }
    QList<ShortcutRow> shortcuts() const override
    {
        return {{QStringLiteral("Ctrl+J"), QStringLiteral("Jumps in ") + m_title}};
    }

    std::vector<Place> entered{};

private:
    QString m_title;
    QString m_icon;
    QLineEdit* m_search;
};

/// Five pages of the window, in its order.
inline std::vector<FramePage> fakePages(const ConsoleContext& context, QWidget* parent)
{
    const auto page = [&](const char* title, const char* iconName) {
        return new FakePage(context, QLatin1String(title), QLatin1String(iconName), parent);
    };
    return {{Place::Page::Overview, page("Overview", "overview")},
            {Place::Page::Orders, page("Orders", "orders")},
            {Place::Page::Exceptions, page("Exceptions", "exceptions")},
            {Place::Page::Systems, page("Systems", "systems")},
            {Place::Page::Activity, page("Activity", "activity")}};
}

/// A demo network that counts what it is asked for.
class FakeTraining final : public TrainingNetwork {
public:
    Result<std::string> faultProfile() override { return std::string("light"); }
    Status setFaultProfile(const std::string&) override { return Done{}; }
    Status heal() override
    {
        ++heals;
        return Done{};
    }
    Status sendOrders(int) override { return Done{}; }

    std::atomic<int> heals = 0;
};

/// What a window needs, over a fake face.
struct FrameFixture {
    QTemporaryDir folder{};
    FakeBackend backend{};
    BackendBridge bridge{backend};
    UiSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
    WorkList works{};
    FakeEngine engine{};
    FakeTraining training{};
    Timestamp time{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};
    std::optional<EngineWatch> watchMade{};

    /// Looks for the first time when it is first asked for: set the answers before.
    EngineWatch& watch()
    {
        if (!watchMade) watchMade.emplace(bridge, [this] { return time; });
        return *watchMade;
    }

    ConsoleContext context(bool isDemo = false)
    {
        return {.bridge = bridge,
                .works = works,
                .settings = settings,
                .actor = QStringLiteral("ann"),
                .now = [this] { return time; },
                .training = isDemo ? &training : nullptr};
    }
};

} // namespace milepost
