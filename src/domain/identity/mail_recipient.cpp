#include "domain/identity/mail_recipient.hpp"

#include "domain/identity/sql.hpp"

namespace maillage::identity {

namespace mail = platform::mail;

std::optional<mail::Recipient> mail_recipient(platform::db::Tx& tx, std::int64_t council,
                                              std::int64_t account) {
    const auto read = [](platform::db::Row& row) -> std::optional<mail::Recipient> {
        const auto address = mail::Address::create(row.text());
        const auto language = platform::i18n::language_of(row.text());
        if (!address) return std::nullopt;
        return mail::Recipient{.address = *address, .language = language};
    };
    return tx.one(sql::mail_recipient, read, council, account).value_or(std::nullopt);
}

}  // namespace maillage::identity
