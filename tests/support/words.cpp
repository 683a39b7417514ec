#include "tests/support/words.hpp"

namespace maillage::test {

const platform::i18n::Catalogues& catalogues() {
    static const platform::i18n::Catalogues loaded(MAILLAGE_LOCALES, "Europe/Paris",
                                                   MAILLAGE_SOURCE_DIR "/data/glossary");
    return loaded;
}

}  // namespace maillage::test
