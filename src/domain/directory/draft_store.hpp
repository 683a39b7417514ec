#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/identity/api.hpp"

// The form of an organisation as it is typed: its author's alone, until it is sent.
namespace maillage::directory {

inline constexpr std::size_t longest_draft = 20'000;  // bytes, as the database says

struct Draft {
    std::string body;  // the form's fields, URL-encoded
    foundation::Instant saved_at;
};
// `form`: the key of an organisation, or "new". Nothing for who may not edit the directory.
void save_draft(platform::db::Tx& tx, const identity::Call& call, std::string_view form,
                std::string_view body);
std::optional<Draft> find_draft(platform::db::Tx& tx, const identity::Actor& actor, std::string_view form);
void delete_draft(platform::db::Tx& tx, const identity::Actor& actor, std::string_view form);

}  // namespace maillage::directory
