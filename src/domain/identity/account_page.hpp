#pragma once

#include <string_view>

#include "domain/identity/account_store.hpp"
#include "domain/identity/mandate_form.hpp"
#include "platform/json_writer.hpp"

namespace maillage::identity {

// What the page of one account shows, with what was typed in its form.
struct AccountView {
    AccountRow account;
    MandateForm mandate;
    std::string_view done = {};  // what has just been done: "mandate", "ended"…
};
platform::html::Page account_page(const Call& call, const AccountView& view);
platform::html::Page new_account_page(const Call& call, const MandateForm& form);

// The only page that ever shows a code: it is not kept for a submission that comes again.
struct NewCode {
    std::string code;
    foundation::Instant until;
};
platform::html::Page code_page(const Call& call, const AccountRow& account, const NewCode& code);

void write_json(platform::JsonWriter& json, const AccountRow& account);

}  // namespace maillage::identity
