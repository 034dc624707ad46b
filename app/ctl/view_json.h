// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/backend.h"

#include <nlohmann/json_fwd.hpp>

/// The JSON documents of DESIGN.md section 11: the names are a contract.
namespace milepost {

nlohmann::ordered_json toJson(const StatusView& status);
nlohmann::ordered_json toJson(const OrderPage& page);
nlohmann::ordered_json toJson(const OrderView& order);
nlohmann::ordered_json toJson(const LineageView& lineage);
nlohmann::ordered_json toJson(const ExceptionPage& page);
nlohmann::ordered_json toJson(const ExceptionDetail& detail);
nlohmann::ordered_json toJson(const std::vector<ExceptionGroup>& groups);
nlohmann::ordered_json toJson(const std::vector<FoundNumber>& found);
nlohmann::ordered_json toJson(const OverviewView& overview);
nlohmann::ordered_json toJson(const SystemDetail& system);
nlohmann::ordered_json toJson(const std::vector<AuditEntry>& entries);
nlohmann::ordered_json toJson(const IngestView& ingest);
nlohmann::ordered_json toJson(const VerifyView& verify);
nlohmann::ordered_json toJson(const PlanView& plan);
nlohmann::ordered_json toJson(const OutcomeView& outcome);
nlohmann::ordered_json toJson(const Evidence& evidence);
nlohmann::ordered_json toJson(const std::vector<EditableField>& fields);

} // namespace milepost
