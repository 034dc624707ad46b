// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/incoming.h"
#include "backend/core/result.h"
#include "backend/domain/landscape.h"
#include "backend/domain/message.h"
#include "backend/domain/request_view.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace milepost {

/// Where one system is reached, and with what: configuration beside the pack, never in it.
struct Endpoint {
    std::string system{};
    std::string url{};            ///< http://127.0.0.1:7700 ; empty for files
    std::string inFolder{};       ///< where the partner's files for us appear
    std::string outFolder{};      ///< where we put files for the partner
    std::string credentialKind{}; ///< bearer, apiKey, none
    std::string credentialHeader{};
    std::string secret{};        ///< for calls to it
    std::string webhookKind{};   ///< how its webhooks prove themselves: hmacHex, hmacBase64, apiKey, none
    std::string webhookHeader{}; ///< header of that proof
    std::string webhookSecret{};
};

/// A request as it goes over the wire (HTTP), or a file to be dropped.
struct WireRequest {
    std::string method{}; ///< POST, GET; empty: a file
    std::string target{}; ///< path and query, or the file's name
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string
        body{}; ///< JSON text; for a file partner the JSON tree of the document, written by `document`
};

/// How a pack is asked for what is new.
struct PollSpec {
    std::string name{};       ///< "events", "stock", "orders"
    Duration every{60'000};   ///< business time
    std::string document{};   ///< json, or the kind of the files in the in-folder
    bool isWatermark = false; ///< what it has told is complete up to its asOf
    /// Of a poll that asks how many orders were sent: about so long a time of whole hours; 0: any other poll.
    Duration window{};
};

/// By which time of an order a source counts it among those it has sent.
enum class CountedBy { Nothing, PlacedAt, Version };

enum class TransportKind { Http, File };

/// A kind of fixed-width file that a partner exchanges with us.
struct FileLayout {
    std::string name{};
    bool isOutgoing = false;
    std::string text{}; ///< JSON, in the form that `documents` reads (docs/documents.md, section 4)
};

/// One version of the contract with one system, as data compiled once: what it can do, how requests look, how
/// answers and messages are read. Immutable, any thread.
class Pack {
public:
    virtual ~Pack() = default;

    virtual const std::string& name() const = 0; ///< the system's name
    virtual const std::string& kind() const = 0; ///< erp, wms, 3pl, tms, tax, notification, channel
    virtual int definition() const = 0;          ///< id of this version in the store
    virtual TransportKind transport() const = 0;
    virtual const std::string& document() const = 0; ///< what bodies and files are: json, x12, fixedWidth
    virtual std::vector<Offer> offers() const = 0;
    virtual std::vector<Node> nodes() const = 0;                       ///< that this system ships from
    virtual std::vector<Substitute> substitutes() const { return {}; } ///< as this system says of items
    virtual std::vector<PollSpec> polls() const = 0;
    virtual const std::vector<FileLayout>& layouts() const = 0; ///< of fixed-width files; else empty
    /// Nothing: the source never says how many orders it has sent.
    virtual CountedBy countedBy() const { return CountedBy::Nothing; }
    /// Calls at once that the system bears; > 0.
    virtual int maxInFlight() const { return 32; }
    /// The header of a webhook that carries the partner's message id; empty: none does.
    virtual const std::string& messageIdHeader() const = 0;

    /// Precondition: the pack offers view.capability.
    virtual WireRequest renderAttempt(const RequestView& view) const = 0;
    /// Precondition: the offer's lookup exists.
    virtual WireRequest renderLookup(const RequestView& view) const = 0;
    /// `cursor`: of a poll with a window "FROM/TO", in RFC 3339.
    virtual WireRequest renderPoll(std::string_view poll, std::string_view cursor) const = 0;

    /// Reads an answer by the pack's taxonomies; never throws: what cannot be read is Outcome::Unknown.
    virtual Reply readReply(std::string_view capability, int httpStatus, std::string_view body) const = 0;
    virtual Reply readLookup(std::string_view capability, int httpStatus, std::string_view body) const = 0;

    /// Splits a poll's answer into its messages; sets cursor, hasMore and asOf. An error when the answer is
    /// unusable.
    struct PollAnswer {
        std::vector<IncomingMessage> messages{};
        std::string nextCursor{};
        bool hasMore = false;
        std::optional<Timestamp> asOf{};
    };
    virtual Result<PollAnswer> readPoll(std::string_view poll, int httpStatus,
                                        std::string_view body) const = 0;

    /// Reads what one document says (a webhook body, one set of a file already turned into a tree) by the
    /// pack's message table. Most say one thing; a 945 may say what was shipped and what never will be. Never
    /// empty: what is in no row of the table is one message of format "unknown" with an Error. `messageId` is
    /// used where the message carries none (with "#2", "#3" for the second and third).
    virtual std::vector<IncomingMessage> readMessages(const nlohmann::json& tree, std::string raw,
                                                      std::string messageId) const = 0;

    /// The first of readMessages(), for what says one thing only.
    IncomingMessage readMessage(const nlohmann::json& tree, std::string raw, std::string messageId) const
    {
        return std::move(readMessages(tree, std::move(raw), std::move(messageId)).front());
    }
};

/// Compiles a pack from its JSON text. InvalidInput names the place and what is wrong there.
Result<std::shared_ptr<const Pack>> compilePack(std::string_view text, int definition);

} // namespace milepost
