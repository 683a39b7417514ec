#include <algorithm>

#include "domain/indicators/dashboard_page.hpp"
#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_routes.hpp"
#include "domain/indicators/small_counts.hpp"
#include "foundation/text.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

// The group that the address names, to `work`; 404 for another one. The council has a dashboard and no group.
template <class Work>
Answer on_group(Call& call, Work&& work) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto section = read_section(tx, call, call.request.param("group"));
        if (!section || section->group.code.empty()) return http::Response::refused(404);
        return work(tx, *section);
    });
}

}  // namespace

Answer show_dashboard(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        // Everybody with the same rights, audience and language reads the same page: nothing in it is one
        // person's, but who enters an organisation's figures reads its small counts.
        const auto below = small_counts_below(tx, call.actor);
        const std::string own = call.may(identity::Act::fill_indicators)
                                    ? std::to_string(call.actor.organisation.value_or(0))
                                    : std::string();
        const std::string audience = below ? ":" + std::to_string(*below) + ":" + own : "";
        const std::string key = "indicators:" + std::to_string(call.actor.council.value) + ":dashboard:" +
                                (call.words.language() == platform::i18n::Language::fr ? "fr:" : "en:") +
                                (call.may(identity::Act::edit_indicators) ? "edit" : "read") + audience;
        const auto kept = call.services.memo->get<html::Page>(
            key, version_of_board(tx, call), [&] { return dashboard_page(call, read_summary(tx, call)); },
            256);
        return *kept;
    });
}

Answer show_group(Call& call) {
    return on_group(call, [&](db::Tx& tx, const Section& section) -> Answer {
        const auto bodies = deciding_bodies(tx, call, section);
        return group_page(call, {.section = section, .bodies = bodies, .agreement = {}});
    });
}

Answer submit_agreement(Call& call) {
    return on_group(call, [&](db::Tx& tx, const Section& section) -> Answer {
        html::FormState state;
        const auto bodies = deciding_bodies(tx, call, section);
        const Agreed agreed = read_agreement(call, bodies, state);
        if (!state.valid())
            return group_page(call, {.section = section, .bodies = bodies, .agreement = state});
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

Answer show_missing(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) { return missing_page(call, read_summary(tx, call)); });
}

}  // namespace maillage::indicators
