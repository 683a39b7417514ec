#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/identity/api.hpp"
#include "platform/html/builder.hpp"

namespace maillage::app {

// The way from an empty council to its first dashboard, in the order that serves: each step says by itself
// whether it is done, may be skipped, and none waits for another.
struct FirstStep {
    std::string name;  // as kept when it is skipped: "organisations"
    platform::i18n::Key label, why;
    std::string path;
    bool done = false, skipped = false;
};
using FirstSteps = std::vector<FirstStep>;

// Nothing for who runs no strategy, and for who put the list away.
std::optional<FirstSteps> read_first_steps(platform::db::Tx& tx, const identity::Call& call,
                                           std::int64_t actions);
void first_steps(platform::html::Out& out, const identity::Call& call, const FirstSteps& steps);

}  // namespace maillage::app
