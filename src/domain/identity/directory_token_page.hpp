#pragma once

#include <string_view>

#include "domain/identity/directory_token_store.hpp"

namespace maillage::identity {

struct DirectoryTokensView {
    std::vector<DirectoryTokenRow> tokens;
    platform::html::FormState state = {};
    std::string_view done = {};
};
platform::html::Page directory_tokens_page(const Call& call, const DirectoryTokensView& view);
// The only page that ever shows a token.
platform::html::Page new_directory_token_page(const Call& call, const MadeDirectoryToken& made);

// The lives that a token may be given, in days.
std::vector<platform::html::Option> token_lives(const platform::i18n::Words& words);

}  // namespace maillage::identity
