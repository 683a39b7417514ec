#include "domain/directory/organisation_routes.hpp"

#include <charconv>

#include "domain/directory/organisation_form.hpp"
#include "domain/directory/organisation_pages.hpp"
#include "platform/html/components.hpp"

namespace maillage::directory {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

template <class Work>
auto in_transaction(Call& call, Work&& work) {
    return call.services.database.transaction(call.actor.context(), std::forward<Work>(work));
}

std::int64_t number_or(std::string_view text, std::int64_t otherwise) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value > 0 ? value : otherwise;
}

ListQuestion question_of(const Call& call) {
    const http::Fields& query = call.request.query;
    return {.words = std::string(query.get("q").substr(0, 200)),
            .kind = std::string(query.get("kind")),
            .network = std::string(query.get("network")),
            .archived = query.get("archived") == "1",
            .page = std::min<std::int64_t>(number_or(query.get("page"), 1), 10'000)};
}

Answer form_page(Call& call, const html::FormState& state, const html::Url& action, std::string title,
                 int status) {
    html::Page page{.title = std::move(title),
                    .main = {},
                    .status = status,
                    .section = "directory",
                    .crumbs = {{call.words("directory.list.title"), call.path("/organisations")}},
                    .help = "directory"};
    html::page_heading(page.main, page.title);
    if (!state.valid()) page.title = call.words("form.error_title", {{"title", page.title}});
    html::error_summary(page.main, call.words, state);
    const auto all = in_transaction(call, [&](db::Tx& tx) { return networks(tx, call.actor); });
    organisation_form(page.main, call, action, all, state);
    return page;
}

}  // namespace

Answer show_list(Call& call) {
    const ListQuestion question = question_of(call);
    return in_transaction(call, [&](db::Tx& tx) {
        return list_page(call, question, list_organisations(tx, call.actor, question),
                         networks(tx, call.actor));
    });
}

Answer show_organisation(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto found = find_organisation(tx, call.actor, call.request.param("organisation"));
        if (!found) return http::Response::refused(404);
        return organisation_page(call, *found, contacts(tx, call.actor, found->id), networks(tx, call.actor));
    });
}

Answer show_new_organisation(Call& call) {
    const html::Url action = call.url("/organisations");
    return form_page(call, {}, action, call.words("directory.new"), 200);
}

Answer submit_new_organisation(Call& call) {
    const OrganisationFields fields = organisation_typed(call.form.fields);
    html::FormState state = state_of(fields);
    refuse(call.words, check_organisation(fields), state);
    const html::Url action = call.url("/organisations");
    if (!state.valid()) return form_page(call, state, action, call.words("directory.new"), 422);
    const auto created =
        in_transaction(call, [&](db::Tx& tx) { return create_organisation(tx, call.actor, fields); });
    if (!created) return http::Response::refused(404);
    return http::Response::see_other(call.path("/organisations/" + *created));
}

Answer show_edit_organisation(Call& call) {
    const auto found = in_transaction(call, [&](db::Tx& tx) {
        return find_organisation(tx, call.actor, call.request.param("organisation"));
    });
    if (!found) return http::Response::refused(404);
    html::FormState state = state_of(found->fields);
    state.values.add("version", std::to_string(found->version));
    const html::Url action = call.url("/organisations/" + found->key);
    return form_page(call, state, action, call.words("directory.organisation.edit"), 200);
}

Answer submit_organisation(Call& call) {
    const std::string key(call.request.param("organisation"));
    const OrganisationFields fields = organisation_typed(call.form.fields);
    html::FormState state = state_of(fields);
    state.values.add("version", std::string(call.form.fields.get("version")));
    refuse(call.words, check_organisation(fields), state);
    const html::Url action = call.url("/organisations/" + key);
    if (!state.valid()) return form_page(call, state, action, call.words("directory.organisation.edit"), 422);
    const auto updated = in_transaction(call, [&](db::Tx& tx) {
        return update_organisation(tx, call.actor, key, number_or(call.form.fields.get("version"), 0),
                                   fields);
    });
    if (updated) return http::Response::see_other(call.path("/organisations/" + key));
    switch (updated.error()) {
    case Refusal::not_found: return http::Response::refused(404);
    case Refusal::changed_meanwhile:
        state.refuse("name", call.words("directory.refusal.changed_meanwhile"));
        return form_page(call, state, action, call.words("directory.organisation.edit"), 422);
    }
    __builtin_unreachable();
}

Answer submit_archive(Call& call) {
    const std::string key(call.request.param("organisation"));
    const auto done = in_transaction(
        call, [&](db::Tx& tx) { return archive_organisation(tx, call.actor, key, Presence::put_away); });
    if (!done) return http::Response::refused(404);
    return http::Response::see_other(call.path("/organisations/" + key));
}

Answer submit_restoration(Call& call) {
    const std::string key(call.request.param("organisation"));
    const auto done = in_transaction(
        call, [&](db::Tx& tx) { return archive_organisation(tx, call.actor, key, Presence::current); });
    if (!done) return http::Response::refused(404);
    return http::Response::see_other(call.path("/organisations/" + key));
}

}  // namespace maillage::directory
