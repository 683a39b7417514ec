// refused: no matching function for call
#include "platform/i18n/words.hpp"

std::string sentence(const maillage::platform::i18n::Words& words, const std::string& key) {
    (void)key;
#ifdef WRONG
    return words(key);
#else
    return words("form.choose");
#endif
}
