#include "domain/indicators/key_figures_routes.hpp"

#include <algorithm>

#include "domain/indicators/key_figures_pages.hpp"
#include "domain/indicators/key_figures_rules.hpp"
#include "foundation/text.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

bool is_there(const std::vector<Section>& board, std::string_view code) {
    return std::ranges::any_of(board, [&](const Section& section) {
        return std::ranges::any_of(section.readings, [&](const Reading& reading) {
            return reading.indicator.definition.code == code;
        });
    });
}

// The codes in their order; a place left empty is passed over. The refusals go into `state`.
std::vector<std::string> read_choice(const Call& call, const std::vector<Section>& board,
                                     html::FormState& state) {
    std::vector<std::string> codes;
    for (std::size_t place = 1; place <= most_key_figures; ++place) {
        const std::string field = key_field(place);
        std::string code(foundation::trimmed(call.form.fields.get(field)));
        state.values.add(field, code);
        if (code.empty()) continue;
        const std::string label = call.words("indicators.key.place", {{"n", std::to_string(place)}});
        if (!is_there(board, code))
            state.refuse(field, call.words("indicators.refusal.choose"), label);
        else if (std::ranges::find(codes, code) != codes.end())
            state.refuse(field, call.words("indicators.key.twice"), label);
        else
            codes.push_back(std::move(code));
    }
    return codes;
}

}  // namespace

Answer show_key_figures(Call& call) {
    return in_transaction(
        call, [&](db::Tx& tx) -> Answer { return key_figures_page(call, read_key_figures(tx, call)); });
}

Answer show_key_choice(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        html::FormState state;
        std::size_t place = 0;
        for (const std::string& code : chosen_key_figures(tx, call.actor))
            state.values.add(key_field(++place), code);
        return key_choice_page(call, read_summary(tx, call), state);
    });
}

Answer submit_key_choice(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const std::vector<Section> board = read_summary(tx, call);
        html::FormState state;
        const std::vector<std::string> codes = read_choice(call, board, state);
        if (!state.valid()) return key_choice_page(call, board, state);
        if (!choose_key_figures(tx, call.actor, codes)) return http::Response::refused(404);
        return http::Response::see_other(call.path("/key-figures"));
    });
}

}  // namespace maillage::indicators
