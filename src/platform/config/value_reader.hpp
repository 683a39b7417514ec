#pragma once

#include <vector>

#include "platform/config/keys.hpp"

namespace toml {
inline namespace v3 {
class node;
}
}  // namespace toml

namespace maillage::platform::config {

struct Reading {
    Configuration configuration;
    std::vector<Problem> problems;
};

// Puts the value of one key where it belongs, or notes what is wrong with it.
void read_value(const Key& key, const ::toml::node& node, Reading& reading);

}  // namespace maillage::platform::config
