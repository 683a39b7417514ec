#include "domain/identity/invitation_list_routes.hpp"

#include "domain/audit/api.hpp"
#include "domain/identity/account_rules.hpp"
#include "domain/identity/invitation_list_page.hpp"
#include "domain/identity/invitation_store.hpp"
#include "domain/identity/role_words.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace db = platform::db;

// The names of the pages in both languages, and those of files.
std::vector<RoleWord> role_words(const Call& call) {
    using platform::i18n::Language;
    std::vector<RoleWord> known;
    for (const Role role : all_roles()) {
        known.push_back({std::string(name_of(role)), role});
        for (const Language language : {Language::fr, Language::en})
            known.push_back({role_in_words(call.services.catalogues.of(language), role), role});
    }
    return known;
}

// The people of the form whose accounts do not exist yet here; a mistake of the form itself goes to its
// state.
std::vector<ListedPerson> listed(Call& call, MandateForm& form) {
    auto people = read_list(form.state.value("people"), role_words(call));
    if (people.empty()) form.state.refuse("people", call.words("identity.list.nobody"));
    if (people.size() > most_listed)
        form.state.refuse("people",
                          call.words("identity.list.too_many",
                                     {{"n", call.words.number(static_cast<std::int64_t>(most_listed))}}));
    if (!form.state.valid()) return {};
    call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        for (ListedPerson& person : people)
            if (!person.mistake && account_with_email(tx, call.actor.council, person.email))
                person.mistake = ListMistake::taken;
    });
    return people;
}

void invite_one(db::Tx& tx, const Call& call, const NewMandate& for_all, InvitedPerson& invited) {
    const ListedPerson& person = invited.person;
    const auto account = create_account(
        tx, call.actor.council, {.email = person.email, .display_name = person.name, .password_record = {}});
    if (!account) {
        invited.person.mistake = ListMistake::taken;
        return;
    }
    NewMandate mandate = for_all;
    mandate.role = person.role.value_or(for_all.role);
    propose_mandate(tx, call.actor, *account, mandate);
    const std::string code = call.services.random_hex(code_bytes);
    const auto until = invite(
        tx,
        {.council = call.actor.council, .account = *account, .given_by = call.actor.account, .code = code},
        call.now);
    invited.code = {.code = grouped_code(code), .until = until};
    audit::record(tx, {.council = call.actor.council.value,
                       .account = call.actor.account.value,
                       .act = "identity.account.create",
                       .object_kind = "account",
                       .object = std::to_string(account->value),
                       .detail = R"({"role":")" + std::string(name_of(mandate.role)) + R"("})"});
}

}  // namespace

html::Answer show_list(Call& call) { return list_page(call, mandate_form(call)); }

html::Answer preview_list(Call& call) {
    MandateForm form = mandate_form(call);
    const auto mandate = typed_mandate(call, form);
    const auto people = listed(call, form);
    if (!mandate || !form.state.valid()) return list_page(call, form);
    return list_preview_page(call, form, people);
}

html::Answer invite_list(Call& call) {
    MandateForm form = mandate_form(call);
    const auto mandate = typed_mandate(call, form);
    const auto people = listed(call, form);
    if (!mandate || !form.state.valid()) return list_page(call, form);
    std::vector<InvitedPerson> invited;
    for (const ListedPerson& person : people) invited.push_back({.person = person, .code = {}});
    call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        for (InvitedPerson& one : invited)
            if (!one.person.mistake) invite_one(tx, call, *mandate, one);
    });
    return list_codes_page(call, invited);
}

}  // namespace maillage::identity
