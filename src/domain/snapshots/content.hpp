#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/indicators/api.hpp"
#include "foundation/date.hpp"

// What a snapshot holds: all that its page and its paper need, without the tables of today.
namespace maillage::snapshots {

// A text as it stood, in both languages of the interface.
struct InBoth {
    std::vector<std::string> fr, en;

    friend bool operator==(const InBoth&, const InBoth&) = default;
};

struct FrozenIndicator {
    indicators::Indicator indicator;  // with the version of its definition; its id is 0: no row of today
    std::vector<indicators::Figure> figures;
    std::vector<indicators::Period> missing;
    InBoth said;                 // what was said of its latest figure and of its like; nothing without a like
    bool said_withheld = false;  // of what the reader is not given; never of what is kept
};

struct FrozenGroup {
    std::string code, name, name_en;  // an empty code: the whole council's
    InBoth faults;                    // which rules of EVA-1 its set did not satisfy
    std::vector<FrozenIndicator> indicators;
};

// One line of the tracking table.
struct FrozenAction {
    std::string code, title, title_en, group, pilot;
    std::string state;  // name of strategy's State: "under_way"
    int progress = 0;   // percent
    bool late = false, fictional = false;
    std::optional<foundation::Date> due, news_on;

    friend bool operator==(const FrozenAction&, const FrozenAction&) = default;
};

struct Content {
    std::string council;                // its name
    std::vector<FrozenGroup> groups;    // the council's own first
    std::vector<FrozenAction> actions;  // in the order of their codes
};

struct Counts {
    std::int64_t indicators = 0, figures = 0;
    std::int64_t missing = 0;  // periods without a figure
    std::int64_t actions = 0, done = 0, late = 0, mean_progress = 0;

    friend bool operator==(const Counts&, const Counts&) = default;
};
Counts count(const Content& content);

const FrozenIndicator* find_indicator(const Content& content, std::string_view code);
const FrozenAction* find_action(const Content& content, std::string_view code);

}  // namespace maillage::snapshots
