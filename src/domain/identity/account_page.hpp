#pragma once

#include <string_view>

#include "domain/identity/mandate_form.hpp"
#include "platform/json_writer.hpp"

namespace maillage::identity {

struct AccountView {
    AccountRow account;
    MandateForm mandate;
    platform::html::FormState password = {};
    std::string_view done = {};  // what was just done: "created", "mandate", "ended", "disabled", "password"
};
platform::html::Page account_page(const Call& call, const AccountView& view);

// The form of an account to create: the person, the first mandate, a provisional password.
platform::html::Page new_account_page(const Call& call, const MandateForm& form);

void write_json(platform::JsonWriter& json, const AccountRow& account);

}  // namespace maillage::identity
