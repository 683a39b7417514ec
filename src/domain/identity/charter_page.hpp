#pragma once

#include <string>
#include <string_view>

#include "domain/identity/charter_store.hpp"

namespace maillage::identity {

struct CharterView {
    std::vector<Charter> charters;
    const Charter* earlier = nullptr;  // one that holds no more, asked for by its number
    bool suspended = false;
    std::string next = {};  // where somebody was going
    std::string_view done = {};
};
platform::html::Page charter_page(const Call& call, const CharterView& view);

}  // namespace maillage::identity
