
#include "domain/directory/organisation_form.hpp"
#include "domain/directory/organisation_routes.hpp"
#include "foundation/whole_number.hpp"
#include "platform/html/components.hpp"

namespace maillage::directory {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

// Contact 0 does not exist: a wrong number is answered like an unknown one.
ContactId contact_of(const Call& call) {
    return ContactId(foundation::whole_number<std::int64_t>(call.request.param("contact")).value_or(0));
}

Answer form_page(Call& call, const html::FormState& state, const std::string& rest, std::string title,
                 int status) {
    const std::string base = call.path("/organisations/" + std::string(call.request.param("organisation")));
    html::Page page{.title = std::move(title),
                    .main = {},
                    .status = status,
                    .section = "directory",
                    .crumbs = {{call.words("directory.list.title"), call.path("/organisations")},
                               {call.words("directory.organisation.title"), base}},
                    .help = "directory"};
    html::page_heading(page.main, page.title);
    if (!state.valid()) page.title = call.words("form.error_title", {{"title", page.title}});
    html::error_summary(page.main, call.words, state);
    const html::Url action = html::Url::path(base + rest);
    contact_form(page.main, call, action, state);
    return page;
}

// What was typed, with what is wrong; a day that is none stays as it was typed.
html::FormState judged(const Call& call, const ContactFields& fields) {
    ContactFields without_day = fields;
    without_day.informed_on.reset();
    html::FormState typed = state_of(call.words, without_day), state;
    for (const auto& [name, value] : typed.values.pairs())
        if (name != "informed_on") state.values.add(name, value);
    const std::string day(call.form.fields.get("informed_on"));
    state.values.add("informed_on", day);
    refuse(call.words, check_contact(fields), state);
    const bool told = state.error("informed_on") != nullptr;
    if (!told && !day.empty() && (!fields.informed_on || *fields.informed_on > call.today))
        state.refuse("informed_on", call.words("directory.refusal.no_day"));
    return state;
}

Answer back_to_organisation(Call& call, const std::string& query = {}) {
    return http::Response::see_other(
        call.path("/organisations/" + std::string(call.request.param("organisation")) + query));
}

}  // namespace

Answer show_new_contact(Call& call) {
    const auto found = in_transaction(call, [&](db::Tx& tx) {
        return find_organisation(tx, call.actor, call.request.param("organisation"));
    });
    if (!found) return http::Response::refused(404);
    return form_page(call, state_of(call.words, ContactFields{}), "/contacts",
                     call.words("directory.contact.add"), 200);
}

Answer submit_new_contact(Call& call) {
    const ContactFields fields = contact_typed(call.form.fields);
    html::FormState state = judged(call, fields);
    if (!state.valid()) return form_page(call, state, "/contacts", call.words("directory.contact.add"), 422);
    const auto created = in_transaction(call, [&](db::Tx& tx) {
        return create_contact(tx, call.actor, call.request.param("organisation"), fields);
    });
    return created ? back_to_organisation(call) : http::Response::refused(404);
}

Answer show_edit_contact(Call& call) {
    const ContactId id = contact_of(call);
    const auto found = in_transaction(call, [&](db::Tx& tx) {
        return find_contact(tx, call.actor, call.request.param("organisation"), id);
    });
    if (!found) return http::Response::refused(404);
    return form_page(call, state_of(call.words, found->fields), "/contacts/" + std::to_string(id.value),
                     call.words("directory.contact.edit"), 200);
}

Answer submit_contact(Call& call) {
    const ContactId id = contact_of(call);
    const ContactFields fields = contact_typed(call.form.fields);
    html::FormState state = judged(call, fields);
    if (!state.valid())
        return form_page(call, state, "/contacts/" + std::to_string(id.value),
                         call.words("directory.contact.edit"), 422);
    const auto updated = in_transaction(call, [&](db::Tx& tx) {
        return update_contact(tx, call.actor, call.request.param("organisation"), id, fields);
    });
    return updated ? back_to_organisation(call) : http::Response::refused(404);
}

Answer submit_contact_removal(Call& call) {
    const ContactId id = contact_of(call);
    const auto removed = in_transaction(call, [&](db::Tx& tx) {
        return remove_contact(tx, call.actor, call.request.param("organisation"), id, Presence::put_away);
    });
    if (!removed) return http::Response::refused(404);
    return back_to_organisation(call, "?removed=" + std::to_string(id.value));
}

Answer submit_contact_restoration(Call& call) {
    const auto restored = in_transaction(call, [&](db::Tx& tx) {
        return remove_contact(tx, call.actor, call.request.param("organisation"), contact_of(call),
                              Presence::current);
    });
    return restored ? back_to_organisation(call) : http::Response::refused(404);
}

}  // namespace maillage::directory
