#include "domain/indicators/indicator_routes.hpp"

#include "domain/directory/api.hpp"
#include "domain/indicators/indicator_pages.hpp"
#include "foundation/whole_number.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Act;
using identity::Call;

enum class For : std::uint8_t { reading, writing };

// The indicator that the address names, to `work`; 404 for another one.
template <For purpose = For::reading, class Work>
Answer on_indicator(Call& call, Work&& work) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        if constexpr (purpose == For::writing) hold_figures(tx, call.actor);
        const auto reading = read_one(tx, call, call.request.param("indicator"));
        if (!reading) return http::Response::refused(404);
        return work(tx, *reading);
    });
}

Answer back_to(const Call& call, const Reading& reading, std::string_view query = {}) {
    return http::Response::see_other(indicator_path(call, reading.indicator, query));
}

struct Offered {
    std::vector<strategy::WorkingGroup> groups;
    std::vector<html::Option> owners;
};
Offered offered(db::Tx& tx, const Call& call) {
    Offered all{.groups = strategy::working_groups(tx, call)};
    for (const auto& one : directory::organisation_choices(tx, call.actor))
        all.owners.push_back({one.key, one.name});
    return all;
}

// The refusal beside its field; false for what does not exist.
bool explain(const Call& call, html::FormState& state, WriteRefusal refusal) {
    switch (refusal) {
    case WriteRefusal::not_found: return false;
    case WriteRefusal::code_taken:
        state.refuse("name", call.words("indicators.refusal.code_taken"));
        return true;
    case WriteRefusal::changed_since:
        state.refuse("name", call.words("indicators.refusal.changed_since"));
        return true;
    case WriteRefusal::no_such_owner:
        state.refuse("owner", call.words("indicators.refusal.choose"));
        return true;
    }
    __builtin_unreachable();
}

// 0 for what is no number: nobody saw such a version.
int version_seen(const html::FormState& state) {
    return foundation::whole_number<int>(state.value("version")).value_or(0);
}

std::optional<FigureName> named_figure(const Call& call) {
    const auto period = parse_period(call.form.fields.get("period"));
    if (!period) return std::nullopt;
    return FigureName{.period = *period, .perimeter = std::string(call.form.fields.get("perimeter"))};
}

}  // namespace

Answer show_new_indicator(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const Offered all = offered(tx, call);
        html::FormState state;
        state.values.add("group", std::string(call.request.query.get("group")));
        return indicator_form_page(call, {.groups = all.groups, .owners = all.owners}, state);
    });
}

Answer submit_new_indicator(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const Offered all = offered(tx, call);
        const IndicatorForm form{.groups = all.groups, .owners = all.owners};
        html::FormState state;
        const Definition read = read_definition_form(call, form, {}, state);
        if (!state.valid()) return indicator_form_page(call, form, state);
        const auto added = add_indicator(tx, call.actor, read, call.now);
        if (added) return http::Response::see_other(call.path("/indicators/" + read.code));
        return explain(call, state, added.error()) ? Answer(indicator_form_page(call, form, state))
                                                   : Answer(http::Response::refused(404));
    });
}

Answer show_indicator(Call& call) {
    return on_indicator(call, [&](db::Tx& tx, const Reading& reading) -> Answer {
        return read_indicator_page(tx, call, reading);
    });
}

Answer show_edit_indicator(Call& call) {
    return on_indicator(call, [&](db::Tx& tx, const Reading& reading) -> Answer {
        const Offered all = offered(tx, call);
        return indicator_form_page(call, {.groups = all.groups, .owners = all.owners, .base = &reading},
                                   state_of(call.words, reading.indicator));
    });
}

Answer submit_indicator(Call& call) {
    return on_indicator(call, [&](db::Tx& tx, const Reading& reading) -> Answer {
        const Offered all = offered(tx, call);
        const IndicatorForm form{.groups = all.groups, .owners = all.owners, .base = &reading};
        html::FormState state;
        const Definition read = read_definition_form(call, form, reading.indicator.definition, state);
        const auto breaks_from = read_break(call, form, read, state);
        if (!state.valid()) return indicator_form_page(call, form, state);
        if (read == reading.indicator.definition && !breaks_from) return back_to(call, reading);
        const auto changed = change_indicator(tx, call.actor, reading.indicator, read, version_seen(state),
                                              call.now, breaks_from);
        if (changed) return back_to(call, reading);
        return explain(call, state, changed.error()) ? Answer(indicator_form_page(call, form, state))
                                                     : Answer(http::Response::refused(404));
    });
}

Answer submit_retirement(Call& call) {
    return on_indicator(call, [&](db::Tx& tx, const Reading& reading) -> Answer {
        return retire(tx, call.actor, reading.indicator) ? back_to(call, reading)
                                                         : Answer(http::Response::refused(404));
    });
}

Answer submit_return(Call& call) {
    return on_indicator(call, [&](db::Tx& tx, const Reading& reading) -> Answer {
        return take_up_again(tx, call.actor, reading.indicator) ? back_to(call, reading)
                                                                : Answer(http::Response::refused(404));
    });
}

Answer submit_figure(Call& call) {
    return on_indicator<For::writing>(call, [&](db::Tx& tx, const Reading& reading) -> Answer {
        const Definition& said = reading.indicator.definition;
        if (!may_fill(call.actor, reading.indicator)) return http::Response::refused(404);
        html::FormState state;
        const Figure figure = read_figure_form(call, said, state);
        if (state.valid()) refuse_taken_period(call.words, reading, figure, state);
        if (!state.valid()) return read_indicator_page(tx, call, reading, {.figure = state});
        return enter_figure(tx, call.actor, reading.indicator, figure, call.now)
                   ? back_to(call, reading, "#figures")
                   : Answer(http::Response::refused(404));
    });
}

Answer submit_withdrawal(Call& call) {
    return on_indicator(call, [&](db::Tx& tx, const Reading& reading) -> Answer {
        const auto name = named_figure(call);
        if (!name || !withdraw_figure(tx, call.actor, reading.indicator, *name, call.now))
            return http::Response::refused(404);
        std::string query = "?withdrawn=" + http::encode_component(written(name->period));
        if (!name->perimeter.empty()) query += "&of=" + http::encode_component(name->perimeter);
        return back_to(call, reading, query);
    });
}

Answer submit_restoration(Call& call) {
    return on_indicator(call, [&](db::Tx& tx, const Reading& reading) -> Answer {
        const auto name = named_figure(call);
        if (!name || !restore_figure(tx, call.actor, reading.indicator, *name))
            return http::Response::refused(404);
        return back_to(call, reading, "#figures");
    });
}

}  // namespace maillage::indicators
