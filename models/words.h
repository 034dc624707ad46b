// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "backend/core/result.h"
#include "backend/domain/concern.h"
#include "backend/domain/exception.h"
#include "backend/domain/milestone.h"
#include "backend/domain/waiting.h"

#include <string_view>

namespace milepost {

/// The words that people read for the domain's terms. Keys are those of the backend's toKey(); an unknown key
/// is shown as it is.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    static QString milestone(Milestone milestone);
    static QString concern(Concern concern);
    static QString exceptionClass(ExceptionClass kind);
    static QString severity(Severity severity);
    static QString effectState(std::string_view key);   ///< waiting, inFlight, …
    static QString systemKind(std::string_view key);    ///< erp, wms, channel, …
    static QString systemState(std::string_view key);   ///< up, parked, paused, notConnected
    static QString action(std::string_view key);        ///< retry, edit, resolve, hold, release, …
    static QString itemState(std::string_view key);     ///< planned, verified, failed, awaiting, …
    static QString holdKind(std::string_view key);      ///< credit, fraud, customer, operator
    static QString step(std::string_view name);         ///< of the process: validate, accept, …
    static QString referenceKind(std::string_view key); ///< po, tracking, invoice, …
    static QString factKind(std::string_view key);      ///< orderReceived, effectStarted, …
    static QString outcome(std::string_view key);       ///< done, rejected, unknown, …
    static QString fulfillmentState(std::string_view key);
    static QString parcelState(std::string_view key);
    static QString beliefField(std::string_view key);    ///< of Belief::field
    static QString belief(std::string_view value);       ///< of Belief::value; a number stays as it is
    static QString annotation(std::string_view key);     ///< note, tag, untag, ticket, snooze
    static QString exceptionEvent(std::string_view key); ///< of ExceptionEvent::kind
    static QString howClosed(std::string_view key);      ///< of ExceptionView::how
    static QString cause(std::string_view key);          ///< ours in words; a partner's code stays as it is
    static QString grouping(ExceptionGrouping grouping); ///< "By customer"
    static QString undoState(std::string_view key);      ///< of UndoView::state
    static QString undoKind(std::string_view key);       ///< of UndoView::how
    static QString expectation(std::string_view key);    ///< shipmentConfirmed, delivered
    /// Why an order waits, as one short sentence without its time: "waits for WMS East to confirm the
    /// shipment".
    static QString waiting(const Waiting& waiting);
    /// What happened and what to do, by what the reader can do about it; the message of the backend follows
    /// as detail.
    static QString error(const Error& error);
};

} // namespace milepost
