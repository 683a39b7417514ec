// refused: a key has the form slice.thing
#include "platform/i18n/words.hpp"

std::string sentence(const maillage::platform::i18n::Words& words, const std::string& key) {
    (void)key;
#ifdef WRONG
    return words("choose");
#else
    return words("form.choose");
#endif
}
