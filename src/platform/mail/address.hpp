#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/private.hpp"

namespace maillage::platform::mail {

// A mail address that may stand in a header and in a command of SMTP: letters, digits and ._%+- before the @,
// a host name after it. Quoted local parts and addresses beyond ASCII are refused (the relay of a town hall
// takes neither), and so is everything that could end a line or open another address.
class Address {
 public:
    static std::optional<Address> create(std::string_view text);

    const foundation::Private<std::string>& text() const { return text_; }
    // What stands after the @: no person's.
    std::string domain() const;

 private:
    explicit Address(std::string text) : text_(std::move(text)) {}
    foundation::Private<std::string> text_;
};

// The address of a site as mails write it: "https://maillage.laval.fr", without a slash at its end. Nothing
// for another scheme, a name with a password, or a character that could leave the link.
class SiteAddress {
 public:
    static std::optional<SiteAddress> create(std::string_view text);

    // "https://maillage.laval.fr" + "/laval/digest"
    std::string link(std::string_view path) const { return text_ + std::string(path); }

 private:
    explicit SiteAddress(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace maillage::platform::mail
