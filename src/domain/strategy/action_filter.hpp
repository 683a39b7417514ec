#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace maillage::strategy {

// What the tracking table shows, as its address says: every list, export and saved view is one query.
struct ActionFilter {
    std::string text, domain, objective, group, pilot, axis, quartier;
    std::string partner;        // an organisation's key
    std::string state;          // a State's name
    std::string alarm;          // "late", "due14", "due30", "silent"
    std::string sort = "code";  // "code", "due", "progress", "title", "pilot", "state"; "-due": descending
    std::int64_t page = 1, per_page = 50;

    bool descending() const { return sort.starts_with('-'); }
    std::string_view order() const { return std::string_view(sort).substr(descending() ? 1 : 0); }
    bool filtered() const;
    friend bool operator==(const ActionFilter&, const ActionFilter&) = default;
};

// Values that mean nothing are dropped: an address typed wrong shows the nearest list, never an error.
ActionFilter filter_of(const platform::http::Fields& query);
// What differs from the usual list, by the names of the address: the hidden fields of a form.
platform::http::Fields fields_of(const ActionFilter& filter);
// "?state=done&page=2": what differs from the usual list, "" when nothing does.
std::string query_of(const ActionFilter& filter);

}  // namespace maillage::strategy
