#pragma once

#include <string>
#include <string_view>

#include "platform/i18n/words.hpp"

// What the OpenAPI description says of each twin: the fields of its query and the properties of its answer.
namespace maillage::app {

struct TwinShape {
    std::string_view pattern;
    std::string_view query;       // names, separated by spaces
    std::string_view properties;  // "rows:integer actions:array:code,title"
};
// Nothing for a pattern without one.
const TwinShape* shape_of(std::string_view pattern);

// What a field of a query asks for, in the user's language.
std::string query_word(const platform::i18n::Words& words, std::string_view field);

}  // namespace maillage::app
