#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/strategy/scope.hpp"

// What belongs to one account: saved views of the list, drafts of long forms.
namespace maillage::strategy {

struct SavedView {
    std::int64_t id = 0;
    std::string name, query;
};
std::vector<SavedView> read_views(Scope& scope);
void save_view(Scope& scope, std::string_view name, std::string_view query);
bool delete_view(Scope& scope, std::int64_t id);

inline constexpr std::size_t longest_draft = 20'000;  // bytes, as the database says

struct Draft {
    std::string body;  // the form's fields, URL-encoded
    foundation::Instant saved_at;
};
// Under what the news of an action are kept while they are typed.
inline std::string news_draft(std::string_view code) { return "news:" + std::string(code); }
void save_draft(Scope& scope, std::string_view form, std::string_view body);
std::optional<Draft> find_draft(Scope& scope, std::string_view form);
void delete_draft(Scope& scope, std::string_view form);

}  // namespace maillage::strategy
