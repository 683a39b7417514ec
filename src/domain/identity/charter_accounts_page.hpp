#pragma once

#include <string_view>

#include "domain/identity/charter_store.hpp"

namespace maillage::identity {

struct SignatoriesView {
    std::vector<Charter> charters;
    Signatories signatories;
    std::int64_t page = 1;
    std::string_view done = {};
};
platform::html::Page signatories_page(const Call& call, const SignatoriesView& view);

struct NewCharterView {
    std::int64_t after = 0;
    std::int64_t accounts = 0;  // whose access the charter will hold
    platform::html::FormState state;
};
platform::html::Page new_charter_page(const Call& call, const NewCharterView& view);

}  // namespace maillage::identity
