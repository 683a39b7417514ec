#include <algorithm>
#include <cmath>

#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_page.hpp"
#include "domain/strategy/action_part_page.hpp"
#include "domain/strategy/action_routes.hpp"
#include "foundation/text.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
namespace http = platform::http;

http::Response back_to(const identity::Call& call, const Action& action, std::string_view fragment) {
    return http::Response::see_other(action_path(call, action.code, "#" + std::string(fragment)));
}

}  // namespace

html::Answer post_news(identity::Call& call) {
    return on_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        html::FormState state = typed(call, {"news_text"});
        const std::string text = checked_text(call.words, state, "news_text", 2000, true, true);
        if (!state.valid()) return refused_page(call, scope, action, "news", state);
        if (!add_news(scope, action.id, text)) return not_found();
        return back_to(call, action, "news");
    });
}

html::Answer post_link(identity::Call& call) {
    return on_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        html::FormState state = typed(call, {"link_kind", "link_target", "link_label"});
        Link link{.kind = checked_text(call.words, state, "link_kind", 20, true),
                  .target = checked_text(call.words, state, "link_target", 500, true),
                  .label = checked_text(call.words, state, "link_label", 200, false)};
        const std::array<std::string_view, 5> kinds{"action", "commitment", "decision", "indicator", "url"};
        if (state.valid() && std::ranges::find(kinds, link.kind) == kinds.end())
            state.refuse("link_kind", call.words("strategy.form.unknown_code"));
        if (link.kind == "url" && html::Url::external(link.target).value() != link.target)
            state.refuse("link_target", call.words("strategy.link.bad_url"));
        if (state.valid() && link.kind == "action" && !find_action(scope, link.target))
            state.refuse("link_target", call.words("strategy.form.unknown_code"));
        if (!state.valid()) return refused_page(call, scope, action, "links", state);
        if (const auto added = add_link(scope, action.id, link); !added) {
            if (added.error() == AddRefusal::not_found) return not_found();
            state.refuse("link_target", call.words("strategy.link.already_there"));
            return refused_page(call, scope, action, "links", state);
        }
        return back_to(call, action, "links");
    });
}

html::Answer remove_link(identity::Call& call) {
    return on_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        if (!delete_link(scope, action.id, number_of(call.request.param("link")))) return not_found();
        return back_to(call, action, "links");
    });
}

html::Answer post_record(identity::Call& call) {
    return on_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        const RecordId record(number_of(call.form.fields.get("record")));
        const std::string_view act = call.form.fields.get("act");
        if (act == "tick" || act == "untick") {
            const std::int64_t line = number_of(call.form.fields.get("line"));
            if (!tick_record_line(scope, action.id, record, line, act == "tick")) return not_found();
            return back_to(call, action, "r" + std::to_string(record.value));
        }
        html::FormState state = typed(call, {"record", "record_day", "record_value"});
        const auto day = checked_date(call.words, state, "record_day", true);
        const auto value = html::parse_typed_number(state.value("record_value"));
        if (!value || *value < 0 || *value > 1e9)
            state.refuse("record_value", call.words("strategy.form.bad_number"));
        if (!state.valid()) return refused_page(call, scope, action, "records", state);
        if (!add_record_value(scope, action.id, record, *day, *value)) return not_found();
        return back_to(call, action, "r" + std::to_string(record.value));
    });
}

html::Answer post_budget(identity::Call& call) {
    return on_action(call, [&](Scope& scope, const Action& action) -> html::Answer {
        html::FormState state = typed(call, {"budget_label", "budget_year", "budget_amount", "budget_fund"});
        BudgetLine line{.label = checked_text(call.words, state, "budget_label", 200, true),
                        .label_en = {},
                        .year = number_of(state.value("budget_year")),
                        .amount = {},
                        .fund = checked_text(call.words, state, "budget_fund", 10, true)};
        if (line.year < 2000 || line.year > 2100)
            state.refuse("budget_year", call.words("strategy.form.bad_number"));
        const auto euros = html::parse_typed_number(state.value("budget_amount"));
        if (!euros || *euros < 0 || *euros > 1e9)
            state.refuse("budget_amount", call.words("strategy.form.bad_number"));
        else
            line.amount = foundation::Cents{std::llround(*euros * 100)};
        const std::array<std::string_view, 4> funds{"city", "fipd", "state", "other"};
        if (state.error("budget_fund") == nullptr && std::ranges::find(funds, line.fund) == funds.end())
            state.refuse("budget_fund", call.words("strategy.form.unknown_code"));
        if (!state.valid()) return refused_page(call, scope, action, "budget", state);
        if (const auto added = add_budget_line(scope, action.id, line); !added) {
            if (added.error() == AddRefusal::not_found) return not_found();
            state.refuse("budget_label", call.words("strategy.budget.already_there"));
            return refused_page(call, scope, action, "budget", state);
        }
        return back_to(call, action, "budget");
    });
}

}  // namespace maillage::strategy
