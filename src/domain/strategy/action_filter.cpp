#include "domain/strategy/action_filter.hpp"

#include <algorithm>
#include <array>

#include "domain/strategy/action_types.hpp"
#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"
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
    const auto value = foundation::whole_number<std::int64_t>(text);
    return value && *value >= 1 && *value <= most ? *value : otherwise;
}

void add(platform::http::Fields& fields, std::string name, const std::string& value,
         std::string_view usual = "") {
    if (value != usual) fields.add(std::move(name), value);
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
    filter.partner = short_text(query.get("partner"));
    if (state_named(query.get("state"))) filter.state = std::string(query.get("state"));
    if (known(alarms, query.get("alarm"))) filter.alarm = std::string(query.get("alarm"));
    filter.sort = std::string(query.get("sort"));
    if (!known(orders, filter.order())) filter.sort = "code";
    filter.page = number(query.get("page"), 1, 100'000);
    filter.per_page = number(query.get("size"), 50, 200);
    return filter;
}

platform::http::Fields fields_of(const ActionFilter& filter) {
    platform::http::Fields fields;
    add(fields, "q", filter.text);
    add(fields, "domain", filter.domain);
    add(fields, "objective", filter.objective);
    add(fields, "group", filter.group);
    add(fields, "pilot", filter.pilot);
    add(fields, "axis", filter.axis);
    add(fields, "quartier", filter.quartier);
    add(fields, "partner", filter.partner);
    add(fields, "state", filter.state);
    add(fields, "alarm", filter.alarm);
    add(fields, "sort", filter.sort, "code");
    add(fields, "page", std::to_string(filter.page), "1");
    add(fields, "size", std::to_string(filter.per_page), "50");
    return fields;
}

std::string query_of(const ActionFilter& filter) {
    std::string query;
    for (const auto& [name, value] : fields_of(filter).pairs())
        query += (query.empty() ? "?" : "&") + name + "=" + platform::http::encode_component(value);
    return query;
}

}  // namespace maillage::strategy
