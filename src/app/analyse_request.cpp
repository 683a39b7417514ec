#include "app/analyse_request.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <thread>

#include "foundation/result.hpp"

namespace maillage::app {
namespace {

std::string_view name_of(engine::Reason reason) {
    switch (reason) {
    case engine::Reason::empty: return "empty";
    case engine::Reason::too_few_events: return "too_few_events";
    case engine::Reason::fewer_than_3_distinct_places: return "fewer_than_3_distinct_places";
    case engine::Reason::zero_population: return "zero_population";
    case engine::Reason::all_identical: return "all_identical";
    case engine::Reason::collinear: return "collinear";
    case engine::Reason::not_finite: return "not_finite";
    case engine::Reason::negative: return "negative";
    case engine::Reason::looks_like_degrees: return "looks_like_degrees";
    case engine::Reason::lengths_differ: return "lengths_differ";
    case engine::Reason::periods_differ: return "periods_differ";
    case engine::Reason::units_differ: return "units_differ";
    case engine::Reason::window_invalid: return "window_invalid";
    case engine::Reason::parameter_out_of_range: return "parameter_out_of_range";
    case engine::Reason::zero_cell: return "zero_cell";
    case engine::Reason::no_neighbours: return "no_neighbours";
    case engine::Reason::index_out_of_range: return "index_out_of_range";
    case engine::Reason::overflow: return "overflow";
    case engine::Reason::did_not_converge: return "did_not_converge";
    }
    return "refused";
}

std::string plain(std::string_view option) {
    std::string name;
    for (const char c : option)
        if (c != '-' && c != '_') name += (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
    return name;
}

// Options that say all by being there: what follows them is a file, not their value.
bool is_flag(std::string_view name) {
    constexpr std::string_view flags[] = {"list",        "help",     "latlon",      "planar",
                                          "prospective", "gumbel",   "metres",      "reset",
                                          "slope",       "adaptive", "leaveoneout", "spreaddefaults"};
    return std::ranges::find(flags, name) != std::end(flags);
}

}  // namespace

Problem problem_of(const engine::Refusal& refusal) {
    return {.code = std::string(name_of(refusal.reason)), .found = refusal.found, .needed = refusal.needed};
}

std::optional<double> number_of(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || std::isnan(value)) return std::nullopt;
    return value;
}

Answer<Request> Request::create(const std::vector<std::string>& arguments) {
    Request request;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument.starts_with("--")) {
            const std::size_t equals = argument.find('=');
            const std::string name = plain(argument.substr(0, equals));
            std::string value;
            if (equals != std::string::npos)
                value = argument.substr(equals + 1);
            else if (!is_flag(name) && i + 1 < arguments.size() && !arguments[i + 1].starts_with("--"))
                value = arguments[++i];
            if (!request.options_.emplace(name, value).second)
                return std::unexpected(Problem{.code = "option_twice", .about = argument});
        } else if (request.method_.empty()) {
            request.method_ = argument;
        } else {
            request.files_.push_back(argument);
        }
    }
    return request;
}

std::optional<std::string> Request::unknown_option(std::string_view allowed) const {
    for (const auto& [name, value] : options_) {
        bool known = false;
        for (std::size_t at = 0; at < allowed.size() && !known;) {
            const std::size_t end = std::min(allowed.find(' ', at), allowed.size());
            known = plain(allowed.substr(at, end - at)) == name;
            at = end + 1;
        }
        if (!known) return name;
    }
    return std::nullopt;
}

void Request::note(std::string_view option, Parameter value) const {
    if (option != "threads" && option != "format" && option != "words" && option != "list")
        parameters_.insert_or_assign(std::string(option), std::move(value));
}

bool Request::has(std::string_view option) const {
    const auto found = options_.find(plain(option));
    if (found == options_.end()) return false;
    if (!parameters_.contains(std::string(option)))
        note(option, found->second.empty() ? Parameter(true) : Parameter(found->second));
    return true;
}

Answer<std::string> Request::text(std::string_view option) const {
    const auto found = options_.find(plain(option));
    if (found == options_.end() || found->second.empty())
        return std::unexpected(Problem{.code = "missing_option", .about = std::string(option)});
    note(option, found->second);
    return found->second;
}

std::string Request::text_or(std::string_view option, std::string_view otherwise) const {
    if (has(option)) return text(option).value_or(std::string());
    if (!otherwise.empty()) note(option, std::string(otherwise));
    return std::string(otherwise);
}

Answer<double> Request::number(std::string_view option) const {
    const std::string words = TRY(text(option));
    if (const auto value = number_of(words)) {
        note(option, *value);
        return *value;
    }
    return std::unexpected(Problem{.code = "unreadable_option", .about = std::string(option)});
}

Answer<double> Request::number_or(std::string_view option, double otherwise) const {
    if (has(option)) return number(option);
    note(option, otherwise);
    return otherwise;
}

Answer<std::uint64_t> Request::whole(std::string_view option) const {
    const double value = TRY(number(option));
    if (value < 0 || value > 9e15 || value != std::floor(value))
        return std::unexpected(Problem{.code = "unreadable_option", .about = std::string(option)});
    return static_cast<std::uint64_t>(value);
}

Answer<std::uint64_t> Request::whole_or(std::string_view option, std::uint64_t otherwise) const {
    if (has(option)) return whole(option);
    note(option, static_cast<double>(otherwise));
    return otherwise;
}

Answer<std::uint32_t> Request::small_or(std::string_view option, std::uint32_t otherwise) const {
    return static_cast<std::uint32_t>(
        std::min<std::uint64_t>(TRY(whole_or(option, otherwise)), std::numeric_limits<std::uint32_t>::max()));
}

Answer<unsigned> Request::threads() const {
    constexpr unsigned most = 64;
    const auto machine = std::max(1U, std::jthread::hardware_concurrency());
    const std::uint64_t asked = TRY(whole_or("threads", machine));
    if (asked < 1) return std::unexpected(Problem{.code = "unreadable_option", .about = "threads"});
    return static_cast<unsigned>(std::min<std::uint64_t>(asked, most));
}

Answer<std::vector<double>> Request::numbers(std::string_view option) const {
    const std::string words = TRY(text(option));
    std::vector<double> values;
    for (std::size_t at = 0; at <= words.size();) {
        const std::size_t end = std::min(words.find(',', at), words.size());
        const auto value = number_of(std::string_view(words).substr(at, end - at));
        if (!value)
            return std::unexpected(Problem{.code = "unreadable_option", .about = std::string(option)});
        values.push_back(*value);
        at = end + 1;
    }
    return values;
}

}  // namespace maillage::app
