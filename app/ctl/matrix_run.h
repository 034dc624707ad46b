// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/agreement.h"
#include "app/ctl/matrix_play.h"
#include "app/ctl/progress_line.h"

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace milepost {

/// What came of playing cells.
struct MatrixFigures {
    int cells = 0;   ///< whose step was called
    int acted = 0;   ///< where the action was permitted and taken
    int refused = 0; ///< where it was not permitted, whatever happened
    int effectsCompared = 0;
    int plans = 0; ///< applied, with what they foresaw held against what was seen
    int callsPredicted = 0;
    int callsSeen = 0;    ///< of these, by the network's books
    int callsExcused = 0; ///< of these: needless by what came first, or without a trace there
    std::vector<std::string> wrongPredictions{};
    int forPersons = 0; ///< exceptions left that only a person can decide
    std::vector<std::string> violations{};
    std::map<std::string, int> actedByAction{};
    std::map<std::string, int> actedBySystem{};
};

/// Orders that something has happened to since they were taken last. Any thread.
class ChangedOrders {
public:
    void add(const std::vector<OrderId>& orders)
    {
        const std::lock_guard lock(m_mutex);
        m_orders.insert(orders.begin(), orders.end());
    }
    std::set<OrderId> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_orders, {});
    }

private:
    std::mutex m_mutex;
    std::set<OrderId> m_orders{};
};

/// Plays cells on the orders of a demo run, one on each order that suits it, and judges by the network's own
/// books. Of one seed it deals the same cells to the same orders.
class MatrixRun {
public:
    static constexpr double speed = 1800;             ///< business seconds per real one
    static constexpr const char* firstSystem = "tax"; ///< paused until each order has its cell

    MatrixRun(Session& session, DemoRun& run);

    /// So many orders for so many cells: some suit none of those that are left.
    static int ordersFor(std::size_t cells) { return static_cast<int>(cells * 4 / 3) + 8; }

    /// Waits for the orders that are under way, deals, and plays until nothing goes on by itself.
    /// `firstSystem` is paused before.
    Status play(const std::vector<MatrixCell>& cells);
    /// After the last play: takes what is recommended until only persons can decide.
    Status finish();
    /// Plans applied by now.
    int acted() const;
    /// Of all that was played.
    Result<MatrixFigures> judge();

private:
    Status deal(const std::vector<MatrixCell>& cells);
    Status awaitOrders();
    Result<std::vector<OrderView>> newOrders();
    Status force() const;
    /// Looks at what something has happened to.
    bool look();
    void judgePlays();
    void judgeBooks(const Truth& truth, const OurBooks& books);
    void judgeOrder(const TrueOrder& order, const OurBooks& books);
    void judgeBlindCalls(const OrderView& order, const std::map<std::string, int>& requests);
    const MatrixPlay* playOf(const std::string& orderNo) const;
    std::string nameOf(const std::string& reference) const;
    void complain(const std::string& where, const std::string& what);

    Session& m_session;
    DemoRun& m_run;
    ProgressLine m_line;
    std::shared_ptr<ChangedOrders> m_changed = std::make_shared<ChangedOrders>();
    std::vector<MatrixPlay> m_plays{};
    std::size_t m_played = 0; ///< plays of earlier rounds
    std::set<std::string> m_dealt{};
    MatrixFigures m_figures{};
};

} // namespace milepost
