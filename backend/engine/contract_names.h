// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/pack.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// What people call the contract behind an exception: the versioned pack and capability of a call, or the
/// kind of a message. Immutable.
class ContractNames {
public:
    ContractNames() = default;
    /// `packs`: live versions; `oldPacks`: those before. Versions of a pack count up from 1, as they came.
    ContractNames(const std::vector<std::shared_ptr<const Pack>>& packs,
                  const std::vector<std::shared_ptr<const Pack>>& oldPacks);

    /// "erp order.accept v2"; the capability alone where the pack version is not known.
    std::string ofCall(int definition, std::string_view capability) const;
    /// "shop shopify-order".
    static std::string ofMessage(std::string_view system, std::string_view format);

private:
    struct Version {
        std::string system{};
        int number = 0;
    };
    std::map<int, Version> m_versions; ///< by definition
};

} // namespace milepost
