// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network.h"

#include "app/network/control.h"
#include "app/network/crm.h"
#include "app/network/edi_customers.h"
#include "app/network/erp.h"
#include "app/network/network_file.h"
#include "app/network/notify.h"
#include "app/network/portal.h"
#include "app/network/shop.h"
#include "app/network/tax.h"
#include "app/network/threepl.h"
#include "app/network/tms.h"
#include "app/network/wms_east.h"
#include "app/network/wms_west.h"

#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <csignal>
#include <iostream>

namespace milepost::network {

namespace {

constexpr std::int64_t defaultOrders = 200;
constexpr double defaultSpeed = 600;
constexpr Millis batchEvery = 4 * scaledHour;
constexpr Millis totalsAfter = 95 * scaledMinute; ///< the begin of an hour
constexpr std::chrono::seconds clockNoteEvery{1};

Books openBooks(const NetworkOptions& options)
{
    std::filesystem::create_directories(options.dir);
    std::filesystem::permissions(options.dir, std::filesystem::perms::owner_all);
    return Books(options.dir / "books.db");
}

/// A pause of the process counts as at most ten real seconds.
ScaledClock openClock(Books& books, const NetworkOptions& options)
{
    constexpr Millis longestPause = 10'000;
    const Millis now = ScaledClock::realNow();
    const std::string noted = books.meta("clockScaled");
    if (noted.empty()) return {now, options.start.value_or(now), options.speed.value_or(defaultSpeed)};
    const double before = std::stod(books.meta("speed"));
    const Millis pause = std::clamp<Millis>(now - std::stoll(books.meta("clockReal")), 0, longestPause);
    const Millis scaled = std::stoll(noted) + static_cast<Millis>(static_cast<double>(pause) * before);
    return {now, scaled, options.speed.value_or(before)};
}

std::uint64_t openSeed(Books& books, const NetworkOptions& options)
{
    const std::string noted = books.meta("seed");
    return noted.empty() ? options.seed.value_or(1) : std::stoull(noted);
}

} // namespace

class Network::Running {
public:
    explicit Running(const NetworkOptions& options);

    std::string url() const { return m_control.url(); }
    void run();

private:
    void begin(const NetworkOptions& options);
    void handleAppointments();
    void noteClock();
    void noteClockAgain();
    Peer& peer(const std::string& name);

    boost::asio::io_context m_loop{1};
    Books m_books;
    ScaledClock m_clock;
    Dice m_dice;
    Schedule m_schedule{m_loop, m_books, m_clock};
    Faults m_faults{m_books, m_dice};
    WorkBook m_works{m_books};
    ObjectBook m_objects{m_books};
    Stock m_stock{m_books};
    NetworkParts m_parts;
    WebhookSender m_sender{m_loop};
    Feeds m_feeds{m_parts, m_sender};
    Catalogue m_catalogue{m_dice};
    Warehouse m_warehouse{m_parts};
    Shop m_shop{m_parts, m_feeds};
    Crm m_crm{m_parts, m_feeds};
    Portal m_portal{m_parts, m_feeds};
    EdiCustomers m_edi{m_parts};
    Erp m_erp{m_parts, m_catalogue};
    Tax m_tax{m_parts};
    WmsWest m_west{m_parts, m_feeds, m_warehouse, m_catalogue};
    WmsEast m_east{m_parts, m_warehouse, m_catalogue};
    ThreePl m_threepl{m_parts, m_warehouse, m_catalogue};
    Tms m_tms{m_parts, m_feeds, m_warehouse};
    Notify m_notify{m_parts};
    std::vector<Peer*> m_peers{&m_shop, &m_crm,  &m_portal,  &m_edi, &m_erp,   &m_tax,
                               &m_west, &m_east, &m_threepl, &m_tms, &m_notify};
    OrderPlan m_plan{m_parts, m_catalogue};
    Outages m_outages{m_parts, m_peers};
    Control m_control{m_parts,
                      m_feeds,
                      m_plan,
                      m_outages,
                      m_peers,
                      [this] {
                          m_feeds.tellLost();
                          m_edi.tellLost();
                      },
                      [this] { m_loop.stop(); }};
    boost::asio::steady_timer m_clockTimer{m_loop};
    boost::asio::signal_set m_signals{m_loop, SIGINT, SIGTERM};
};

Network::Running::Running(const NetworkOptions& options)
    : m_books(openBooks(options))
    , m_clock(openClock(m_books, options))
    , m_dice(openSeed(m_books, options))
    , m_parts{m_loop,   m_books, m_clock,   m_dice,  m_schedule,
              m_faults, m_works, m_objects, m_stock, options.dir / "files"}
{
    m_warehouse.setCarriers(
        {[this](const std::string& deliveryNo) { return m_tms.bookingFor(deliveryNo); },
         [this](const Booking& booking, const std::string& node, const std::string& shipmentNo) {
             return m_tms.collect(booking, node, shipmentNo);
         }});
    m_plan.setSource("shop", m_shop);
    m_plan.setSource("crm", m_crm);
    m_plan.setSource("portal", m_portal);
    m_plan.setSource("edi", m_edi);
    handleAppointments();
    for (Peer* peer : m_peers)
        peer->goUp();
    m_control.open();
    m_books.transact([&] { begin(options); });
    m_schedule.start();
    m_outages.resume();
    writeNetworkFile(options.config, m_control.url(), m_clock, m_peers);
}

void Network::Running::begin(const NetworkOptions& options)
{
    m_books.setMeta("speed", std::to_string(m_clock.speed()));
    noteClock();
    if (options.faults) m_faults.setProfile(*options.faults);
    if (m_books.meta("seed").empty()) {
        m_books.setMeta("seed", std::to_string(m_dice.seed()));
        m_plan.plan(options.orders.value_or(defaultOrders));
        for (const std::string name : {"wms-east", "3pl"})
            m_schedule.add(m_clock.now(), name, "batch", "", "", Counted::No);
        m_schedule.add(m_clock.now() / scaledHour * scaledHour + totalsAfter, "edi", "totals", "", "",
                       Counted::No);
    } else if (options.orders || options.seed || options.start) {
        std::cerr << "milepost-network: going on with the books in " << options.dir
                  << "; --orders, --seed and --start are ignored\n";
    }
    if (options.startAtOnce) m_control.start();
}

Peer& Network::Running::peer(const std::string& name)
{
    return **std::ranges::find(m_peers, name, &Peer::name);
}

void Network::Running::handleAppointments()
{
    m_schedule.handle("late", [this](const Appointment& due) {
        peer(due.owner).performLate(due.body);
        return Kept::Finished;
    });
    m_schedule.handle("file", [this](const Appointment& due) {
        dynamic_cast<FilePeer&>(peer(due.owner)).writeDue(due);
        return Kept::Finished;
    });
    m_schedule.handle("correct", [this](const Appointment& due) {
        if (due.owner == "3pl")
            m_threepl.correct(due.body);
        else
            m_east.correct(due.subject);
        return Kept::Finished;
    });
    m_schedule.handle("totals", [this](const Appointment& due) {
        m_edi.totalsDue();
        m_schedule.add(std::max(due.due + scaledHour, m_clock.now() + scaledMinute), due.owner, "totals", "",
                       "", Counted::No);
        return Kept::Finished;
    });
    m_schedule.handle("batch", [this](const Appointment& due) {
        if (due.owner == "3pl")
            m_threepl.batchDue();
        else
            m_east.batchDue();
        m_schedule.add(std::max(due.due + batchEvery, m_clock.now() + scaledMinute), due.owner, "batch", "",
                       "", Counted::No);
        return Kept::Finished;
    });
}

void Network::Running::noteClock()
{
    m_books.setMeta("clockReal", std::to_string(ScaledClock::realNow()));
    m_books.setMeta("clockScaled", std::to_string(m_clock.now()));
}

void Network::Running::noteClockAgain()
{
    m_clockTimer.expires_after(clockNoteEvery);
    m_clockTimer.async_wait([this](const boost::system::error_code& failed) {
        if (failed) return;
        m_books.transact([this] { noteClock(); });
        noteClockAgain();
    });
}

void Network::Running::run()
{
    m_signals.async_wait([this](const boost::system::error_code& failed, int) {
        if (!failed) m_loop.stop();
    });
    noteClockAgain();
    m_loop.run();
    m_schedule.stop();
    m_books.transact([this] { noteClock(); });
}

Network::Network(const NetworkOptions& options)
    : m_running(std::make_unique<Running>(options))
{
}

Network::~Network() = default;

std::string Network::url() const
{
    return m_running->url();
}

void Network::run()
{
    m_running->run();
}

} // namespace milepost::network
