#include "domain/strategy/evidence_routes.hpp"

#include <algorithm>

#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_page.hpp"
#include "domain/strategy/action_part_page.hpp"
#include "domain/strategy/evidence_store.hpp"
#include "platform/crypto/bytes.hpp"

namespace maillage::strategy {
namespace {

namespace html = platform::html;
namespace http = platform::http;
using documents::FileRefusal;

// Where a refusal is shown: beside the title, or beside the file.
std::string_view field_of(FileRefusal refusal) {
    const bool title = refusal == FileRefusal::no_title || refusal == FileRefusal::title_too_long;
    return title ? "evidence_title" : "evidence_file";
}

// The step chosen, nothing for the action as a whole; refused when it is none of the action's.
std::optional<StepId> chosen_step(const identity::Call& call, Scope& scope, const Action& action,
                                  html::FormState& state) {
    if (state.value("evidence_step").empty()) return std::nullopt;
    const StepId wanted(number_of(state.value("evidence_step")));
    for (const Step& step : read_steps(scope, action.id))
        if (step.id == wanted && !step.deleted) return wanted;
    state.refuse("evidence_step", call.words("strategy.form.unknown_code"));
    return std::nullopt;
}

std::string back_to(const identity::Call& call, const Action& action, const std::string& query) {
    return action_path(call, action.code, query + "#evidence");
}

html::Answer set_presence(identity::Call& call, documents::Presence presence) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto action = find_action(scope, call.request.param("code"));
        const EvidenceId piece(number_of(call.request.param("evidence")));
        if (!action || !set_evidence_presence(scope, call.actor, action->id, piece, presence))
            return not_found();
        const bool away = presence == documents::Presence::removed;
        return http::Response::see_other(
            back_to(call, *action, away ? "?removed=" + std::to_string(piece.value) : std::string()));
    });
}

}  // namespace

html::Answer post_evidence(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        const auto action = find_action(scope, call.request.param("code"));
        if (!action || !scope.may_attach) return not_found();
        html::FormState state;
        for (const std::string_view field : {"evidence_title", "evidence_step"})
            state.values.add(std::string(field), std::string(call.form.fields.get(field)));
        NewEvidence piece{
            .title = checked_text(call.words, state, "evidence_title", documents::longest_title, true),
            .step = chosen_step(call, scope, *action, state)};
        for (const http::UploadedFile& file : call.form.files)
            if (file.field == "evidence_file") piece.name = file.name, piece.bytes = file.bytes;
        if (piece.bytes.empty())
            state.refuse("evidence_file", documents::sentence(call.words, FileRefusal::empty));
        if (!state.valid()) return refused_page(call, scope, *action, "evidence", state);
        const auto attached = attach_evidence(scope, call.actor, action->id, piece, [&](std::size_t count) {
            return platform::crypto::from_hex(call.services.random_hex(count)).value();
        });
        if (attached) return http::Response::see_other(back_to(call, *action, ""));
        if (attached.error() == FileRefusal::not_allowed) return not_found();
        state.refuse(std::string(field_of(attached.error())),
                     documents::sentence(call.words, attached.error()));
        return refused_page(call, scope, *action, "evidence", state);
    });
}

html::Answer remove_evidence(identity::Call& call) {
    return set_presence(call, documents::Presence::removed);
}

html::Answer restore_evidence(identity::Call& call) {
    return set_presence(call, documents::Presence::current);
}

}  // namespace maillage::strategy
