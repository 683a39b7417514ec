#include "domain/indicators/agreement_form.hpp"

#include <algorithm>

#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/sql.hpp"
#include "foundation/text.hpp"
#include "platform/html/components.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
namespace html = platform::html;
using html::el;
using html::Out;
using identity::Act;
using identity::Call;
using platform::i18n::Key;
using platform::i18n::Words;

bool decides(const Call& call, const Section& section) {
    return section.judged.proposed > 0 && call.may(Act::edit_indicators);
}

void proposed_boxes(Out& out, const Words& words, const Section& section, const html::FormState& state) {
    html::SelectField proposed{
        .name = "indicator", .label = words("indicators.agree.which"), .options = {}, .required = true};
    for (const Reading& reading : section.readings)
        if (reading.indicator.standing == Standing::proposed) {
            const Definition& said = reading.indicator.definition;
            proposed.options.push_back({said.code, localised(words, said.name, said.name_en)});
        }
    html::checkbox_group(out, words, proposed, state);
}

void body_field(Out& out, const Words& words, const std::vector<DecidingBody>& bodies,
                const html::FormState& state) {
    html::SelectField field{
        .name = "agreed_body", .label = words("indicators.agree.body"), .options = {}, .required = true};
    for (const DecidingBody& body : bodies)
        field.options.push_back({body.code, localised(words, body.name, body.name_en)});
    html::FormState shown = state;
    if (bodies.size() == 1 && state.value("agreed_body").empty())
        shown.values.add("agreed_body", bodies.front().code);
    html::select_field(out, words, field, shown);
}

}  // namespace

std::vector<DecidingBody> deciding_bodies(db::Tx& tx, const Call& call, const Section& section) {
    if (!decides(call, section)) return {};
    return tx.all(
        sql::bodies_of_group,
        [](db::Row& row) {
            DecidingBody body;
            for (std::string* text : {&body.code, &body.name, &body.name_en}) *text = row.text();
            return body;
        },
        call.actor.council, section.group.code);
}

void agreement_form(Out& out, const Call& call, const Section& section,
                    const std::vector<DecidingBody>& bodies, const html::FormState& state) {
    if (!decides(call, section)) return;
    const Words& words = call.words;
    html::panel(out, "agreement", words("indicators.agree.title"), [&](Out& o) {
        el(o, "p", {}, words("indicators.agree.why"));
        if (bodies.empty())
            return html::notice(o, html::NoticeKind::warn, words("indicators.agree.no_body"),
                                words("indicators.agree.no_body_why"));
        const html::Url target = html::Url::path(group_path(call, section.group, "/agreement"));
        html::form_open(o, target, fresh_tokens(call));
        proposed_boxes(o, words, section, state);
        body_field(o, words, bodies, state);
        html::date_field(
            o, words, {.name = "agreed_on", .label = words("indicators.agree.on"), .required = true}, state);
        html::text_field(o, words,
                         {.name = "agreed_in",
                          .label = words("indicators.agree.in"),
                          .hint = words("indicators.agree.in_hint"),
                          .required = true},
                         state);
        html::submit(o, words("indicators.agree.save"));
        html::form_close(o);
    });
}

Agreed read_agreement(const Call& call, const std::vector<DecidingBody>& bodies, html::FormState& state) {
    const Words& words = call.words;
    for (const auto& [field, value] : call.form.fields.pairs()) state.values.add(field, value);
    const auto refuse = [&](const char* field, std::string why, Key label) {
        state.refuse(field, std::move(why), words(label));
    };
    Agreed read;
    for (const auto& [field, value] : call.form.fields.pairs())
        if (field == "indicator") read.codes.push_back(value);
    if (read.codes.empty()) state.refuse("indicator", words("indicators.agree.none"));
    read.decision.body = std::string(state.value("agreed_body"));
    if (std::ranges::find(bodies, read.decision.body, &DecidingBody::code) == bodies.end())
        refuse("agreed_body", words("indicators.agree.other_body"), "indicators.agree.body");
    const auto on = html::parse_typed_date(state.value("agreed_on"));
    if (!on)
        refuse("agreed_on", words("indicators.refusal.no_day"), "indicators.agree.on");
    else if (*on > call.today)
        refuse("agreed_on", words("indicators.agree.not_yet"), "indicators.agree.on");
    read.decision.on = on.value_or(call.today);
    read.decision.in = std::string(foundation::trimmed(state.value("agreed_in")));
    if (read.decision.in.empty())
        refuse("agreed_in", words("indicators.refusal.needed"), "indicators.agree.in");
    if (foundation::length_in_characters(read.decision.in) > 200)
        refuse("agreed_in", words("indicators.refusal.too_long", {{"most", words.number(200)}}),
               "indicators.agree.in");
    return read;
}

}  // namespace maillage::indicators
