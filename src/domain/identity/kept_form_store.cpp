#include "domain/identity/kept_form_store.hpp"

#include "domain/identity/sql.hpp"
#include "foundation/text.hpp"
#include "platform/crypto/token.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;
using platform::http::decode_component;
using platform::http::encode_component;

constexpr db::Context application{.reach = db::Context::Reach::system};

bool secret(std::string_view name) {
    return name == "csrf" || name == "key" || name.find("password") != name.npos;
}

// No field of a form has such a name.
constexpr std::string_view file_mark = "@file";

std::string packed(const KeptForm& form) {
    std::string text;
    const auto add = [&](std::string_view name, std::string_view value) {
        text += (text.empty() ? "" : "&") + encode_component(name) + "=" + encode_component(value);
    };
    for (const auto& [name, value] : form.fields.pairs())
        if (!secret(name) && name != file_mark) add(name, value);
    for (const std::string& field : form.files) add(file_mark, field);
    return text;
}

void unpack(std::string_view text, KeptForm& form) {
    for (const std::string_view pair : foundation::split(text, '&')) {
        const std::size_t equals = pair.find('=');
        if (equals == pair.npos) continue;
        auto name = decode_component(pair.substr(0, equals));
        auto value = decode_component(pair.substr(equals + 1));
        if (!name || !value) continue;
        if (*name == file_mark)
            form.files.push_back(*std::move(value));
        else
            form.fields.add(*std::move(name), *std::move(value));
    }
}

}  // namespace

std::string keep_form(Services& services, const KeptForm& form) {
    const auto token = platform::crypto::new_token(platform::crypto::random_bytes);
    services.database.transaction(application, [&](db::Tx& tx) {
        tx.run(sql::keep_form, db::Bytes{token.hash}, form.path, packed(form), services.clock());
    });
    return token.text;
}

std::optional<KeptForm> take_kept_form(Services& services, std::string_view token) {
    const auto hash = platform::crypto::token_hash(token);
    if (!hash) return std::nullopt;
    return services.database.transaction(application, [&](db::Tx& tx) {
        return tx.one(
            sql::take_kept_form,
            [](db::Row& row) {
                KeptForm form{.path = row.text(), .fields = {}};
                unpack(row.text(), form);
                return form;
            },
            db::Bytes{*hash}, services.clock() - std::chrono::minutes(10));
    });
}

}  // namespace maillage::identity
