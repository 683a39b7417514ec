#include "domain/strategy/action_filter.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "domain/strategy/action_types.hpp"
#include "foundation/text.hpp"
#include "platform/http/form_data.hpp"

namespace maillage::strategy {
namespace {

constexpr std::array<std::string_view, 4> alarms{"late", "due14", "due30", "silent"};
constexpr std::array<std::string_view, 6> orders{"code", "due", "progress", "title", "pilot", "state"};

template <std::size_t size>
bool known(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string short_text(std::string_view typed) {
    const std::string_view text = foundation::trimmed(typed);
    return text.size() <= 200 ? std::string(text) : std::string();
}

std::int64_t number(std::string_view text, std::int64_t otherwise, std::int64_t most) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool good = error == std::errc() && end == text.data() + text.size() && value >= 1 && value <= most;
    return good ? value : otherwise;
}

void add(std::string& query, std::string_view name, std::string_view value, std::string_view usual = "") {
    if (value == usual) return;
    query += (query.empty() ? "?" : "&") + std::string(name) + "=" + platform::http::encode_component(value);
}

}  // namespace

bool ActionFilter::filtered() const {
    ActionFilter plain;
    plain.sort = sort;
    plain.page = page;
    plain.per_page = per_page;
    return !(*this == plain);
}

ActionFilter filter_of(const platform::http::Fields& query) {
    ActionFilter filter;
    filter.text = short_text(query.get("q"));
    filter.domain = short_text(query.get("domain"));
    filter.objective = short_text(query.get("objective"));
    filter.group = short_text(query.get("group"));
    filter.pilot = short_text(query.get("pilot"));
    filter.axis = short_text(query.get("axis"));
    filter.quartier = short_text(query.get("quartier"));
    if (state_named(query.get("state"))) filter.state = std::string(query.get("state"));
    if (known(alarms, query.get("alarm"))) filter.alarm = std::string(query.get("alarm"));
    filter.sort = std::string(query.get("sort"));
    if (!known(orders, filter.order())) filter.sort = "code";
    filter.page = number(query.get("page"), 1, 100'000);
    filter.per_page = number(query.get("size"), 50, 200);
    return filter;
}

std::string query_of(const ActionFilter& filter) {
    std::string query;
    add(query, "q", filter.text);
    add(query, "domain", filter.domain);
    add(query, "objective", filter.objective);
    add(query, "group", filter.group);
    add(query, "pilot", filter.pilot);
    add(query, "axis", filter.axis);
    add(query, "quartier", filter.quartier);
    add(query, "state", filter.state);
    add(query, "alarm", filter.alarm);
    add(query, "sort", filter.sort, "code");
    add(query, "page", std::to_string(filter.page), "1");
    add(query, "size", std::to_string(filter.per_page), "50");
    return query;
}

}  // namespace maillage::strategy
