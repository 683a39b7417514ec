#include <algorithm>

#include "domain/indicators/dashboard_page.hpp"
#include "domain/indicators/entry_grid.hpp"
#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_routes.hpp"
#include "foundation/text.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

// The group that the address names, to `work`; 404 for another one.
template <class Work>
Answer on_group(Call& call, Work&& work) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto section = read_section(tx, call, call.request.param("group"));
        if (!section) return http::Response::refused(404);
        return work(tx, *section);
    });
}

struct Agreed {
    std::vector<std::string> codes;
    Agreement decision;
};

Agreed read_agreement(const Call& call, html::FormState& state) {
    for (const auto& [field, value] : call.form.fields.pairs()) state.values.add(field, value);
    Agreed read;
    for (const auto& [field, value] : call.form.fields.pairs())
        if (field == "indicator") read.codes.push_back(value);
    if (read.codes.empty()) state.refuse("indicator", call.words("indicators.agree.none"));
    const auto on = html::parse_typed_date(state.value("agreed_on"));
    if (!on)
        state.refuse("agreed_on", call.words("indicators.refusal.no_day"), call.words("indicators.agree.on"));
    else if (*on > call.today)
        state.refuse("agreed_on", call.words("indicators.agree.not_yet"), call.words("indicators.agree.on"));
    read.decision.on = on.value_or(call.today);
    read.decision.in = std::string(foundation::trimmed(state.value("agreed_in")));
    if (read.decision.in.empty())
        state.refuse("agreed_in", call.words("indicators.refusal.needed"), call.words("indicators.agree.in"));
    if (foundation::length_in_characters(read.decision.in) > 200)
        state.refuse("agreed_in",
                     call.words("indicators.refusal.too_long", {{"most", call.words.number(200)}}),
                     call.words("indicators.agree.in"));
    return read;
}

}  // namespace

Answer show_dashboard(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) { return dashboard_page(call, read_board(tx, call)); });
}

Answer show_group(Call& call) {
    return on_group(call,
                    [&](db::Tx&, const Section& section) -> Answer { return group_page(call, section, {}); });
}

Answer submit_agreement(Call& call) {
    return on_group(call, [&](db::Tx& tx, const Section& section) -> Answer {
        html::FormState state;
        const Agreed agreed = read_agreement(call, state);
        if (!state.valid()) return group_page(call, section, state);
        for (const Reading& reading : section.readings) {
            const bool chosen =
                std::ranges::find(agreed.codes, reading.indicator.definition.code) != agreed.codes.end();
            if (!chosen || reading.indicator.standing != Standing::proposed) continue;
            if (!agree_on(tx, call.actor, reading.indicator, agreed.decision))
                return http::Response::refused(404);
        }
        return http::Response::see_other(group_path(call, section.group));
    });
}

Answer show_entry(Call& call) {
    return on_group(call, [&](db::Tx&, const Section& section) -> Answer {
        const auto grid = grid_of(section, call.today);
        return entry_page(call, section, grid, state_of(call.words, grid));
    });
}

Answer submit_entry(Call& call) {
    return on_group(call, [&](db::Tx& tx, const Section& section) -> Answer {
        const auto grid = grid_of(section, call.today);
        html::FormState state;
        const std::vector<GridEntry> entries = read_grid(call, grid, state);
        if (!state.valid()) return entry_page(call, section, grid, state);
        for (const GridEntry& entry : entries)
            if (!enter_figure(tx, call.actor, entry.indicator, entry.figure, call.now))
                return http::Response::refused(404);
        return http::Response::see_other(group_path(call, section.group));
    });
}

Answer show_missing(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) { return missing_page(call, read_board(tx, call)); });
}

}  // namespace maillage::indicators
