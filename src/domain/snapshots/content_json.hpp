#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/snapshots/content.hpp"
#include "platform/json_writer.hpp"

// The content as the JSON document that is kept. A document names its format; every format ever written stays
// readable: a member that it does not have is empty.
namespace maillage::snapshots {

inline constexpr int format_of_today = 2;  // 2: the breaks of a definition

// Its members, in the object that is open.
void write_members(platform::JsonWriter& json, const Content& content);
std::string write_content(const Content& content);
// Nothing for what is no such document, or one of a later program.
std::optional<Content> read_content(std::string_view document);

}  // namespace maillage::snapshots
