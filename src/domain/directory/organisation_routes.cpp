#include "domain/directory/organisation_routes.hpp"

#include "domain/directory/draft_store.hpp"
#include "domain/directory/organisation_form.hpp"
#include "domain/directory/organisation_pages.hpp"
#include "foundation/whole_number.hpp"
#include "platform/html/components.hpp"
#include "platform/http/form_data.hpp"

namespace maillage::directory {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

std::int64_t number_or(std::string_view text, std::int64_t otherwise) {
    const auto value = foundation::whole_number<std::int64_t>(text);
    return value && *value > 0 ? *value : otherwise;
}

ListQuestion question_of(const Call& call) {
    const http::Fields& query = call.request.query;
    return {.words = std::string(query.get("q").substr(0, 200)),
            .kind = std::string(query.get("kind")),
            .network = std::string(query.get("network")),
            .archived = query.get("archived") == "1",
            .page = std::min<std::int64_t>(number_or(query.get("page"), 1), 10'000)};
}

// One form: where it goes, what it is called, and under what it is kept while it is typed.
struct Form {
    std::string key;  // of the organisation, or "new"
    std::string title;

    html::Url action(const Call& call) const {
        return key == "new" ? call.url("/organisations") : call.url("/organisations/" + key);
    }
    std::string page(const Call& call) const {
        return call.path("/organisations/" + key + (key == "new" ? "" : "/edit"));
    }
};
Form new_form(const Call& call) { return {.key = "new", .title = call.words("directory.new")}; }
Form form_of(const Call& call, std::string key) {
    return {.key = std::move(key), .title = call.words("directory.organisation.edit")};
}

// What was typed and not sent is offered, or taken up when the address asks for it.
void draft_notice(html::Page& page, const Call& call, const Form& form, const Draft& draft) {
    const html::Url target = html::Url::path(form.page(call) + "?draft=1");
    html::el(page.main, "p", {html::a("class", "notice")}, [&](html::Out& p) {
        p.text(call.words("form.draft_found", {{"time", call.words.time(draft.saved_at)}}) + " ");
        html::el(p, "a", {url("href", target)}, call.words("form.draft_take"));
    });
}

Answer form_page(Call& call, html::FormState state, const Form& form, int status) {
    const auto draft = in_transaction(call, [&](db::Tx& tx) { return find_draft(tx, call.actor, form.key); });
    const bool taken_up = status == 200 && call.request.query.get("draft") == "1" && draft;
    if (taken_up) state.values = http::decode_fields(draft->body);
    html::Page page{
        .title = form.title,
        .main = {},
        .status = status,
        .section = "directory",
        .crumbs = {{call.words("directory.list.title"), call.path("/organisations")}, {form.title, ""}},
        .help = "directory"};
    html::page_heading(page.main, page.title);
    if (!state.valid()) page.title = call.words("form.error_title", {{"title", page.title}});
    html::error_summary(page.main, call.words, state);
    if (draft && status == 200 && !taken_up) draft_notice(page, call, form, *draft);
    const auto all = in_transaction(call, [&](db::Tx& tx) { return networks(tx, call.actor); });
    organisation_form(page.main, call, form.action(call), call.url("/drafts/organisations/" + form.key), all,
                      state);
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

Answer show_new_organisation(Call& call) { return form_page(call, {}, new_form(call), 200); }

Answer submit_new_organisation(Call& call) {
    const OrganisationFields fields = organisation_typed(call.form.fields);
    html::FormState state = state_of(fields);
    refuse(call.words, check_organisation(fields), state);
    if (!state.valid()) return form_page(call, state, new_form(call), 422);
    const auto created = in_transaction(call, [&](db::Tx& tx) {
        auto made = create_organisation(tx, call.actor, fields);
        if (made) delete_draft(tx, call.actor, "new");
        return made;
    });
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
    return form_page(call, state, form_of(call, found->key), 200);
}

Answer submit_organisation(Call& call) {
    const std::string key(call.request.param("organisation"));
    const OrganisationFields fields = organisation_typed(call.form.fields);
    html::FormState state = state_of(fields);
    state.values.add("version", std::string(call.form.fields.get("version")));
    refuse(call.words, check_organisation(fields), state);
    if (!state.valid()) return form_page(call, state, form_of(call, key), 422);
    const auto updated = in_transaction(call, [&](db::Tx& tx) {
        auto done =
            update_organisation(tx, call.actor, key, number_or(call.form.fields.get("version"), 0), fields);
        if (done) delete_draft(tx, call.actor, key);
        return done;
    });
    if (updated) return http::Response::see_other(call.path("/organisations/" + key));
    switch (updated.error()) {
    case Refusal::not_found: return http::Response::refused(404);
    case Refusal::changed_meanwhile:
        state.refuse("name", call.words("directory.refusal.changed_meanwhile"));
        return form_page(call, state, form_of(call, key), 422);
    }
    __builtin_unreachable();
}

Answer save_organisation_draft(Call& call) {
    const std::string form(call.request.param("form"));
    html::FormState state = state_of(organisation_typed(call.form.fields));
    state.values.add("version", std::string(call.form.fields.get("version")));
    const std::string body = http::encode_fields(state.values);
    if (body.size() > longest_draft) return http::Response::text(413, "");
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        if (form != "new" && !find_organisation(tx, call.actor, form)) return http::Response::refused(404);
        save_draft(tx, call, form, body);
        return http::Response::text(204, "");
    });
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
