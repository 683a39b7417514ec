#include "tests/support/words.hpp"

namespace maillage::test {

const platform::i18n::Catalogues& catalogues() {
    static const platform::i18n::Catalogues loaded(MAILLAGE_LOCALES, "Europe/Paris");
    return loaded;
}

}  // namespace maillage::test
