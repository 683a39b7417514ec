#pragma once

#include "domain/notices/notice_store.hpp"
#include "platform/html/form.hpp"

namespace maillage::notices {

struct DigestView {
    std::string site;  // of the links; empty while nobody sends
    BothTexts texts;
    std::string seen;  // what the form vouches for: the texts and the recipients
    std::vector<Recipient> recipients;
    Setting setting;
    std::vector<SentDigest> sent;
};
platform::html::Page digest_page(identity::Call& call, const DigestView& view,
                                 const platform::html::FormState& state);

}  // namespace maillage::notices
