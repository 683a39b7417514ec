#include <gtest/gtest.h>

#include "platform/i18n/words.hpp"

namespace maillage::platform::i18n {
namespace {

struct Phrase {
    const char* typed;
    const char* shown;
};

constexpr Phrase phrases[] = {
    {"Quoi ?", "Quoi\u202F?"},
    {"Attention !", "Attention\u202F!"},
    {"Un ; deux", "Un\u202F; deux"},
    {"Date : 24/11/2026", "Date\u00A0: 24/11/2026"},
    {"50 % des actions", "50\u00A0% des actions"},
    {"1 200 € de subvention", "1\u202F200\u00A0€ de subvention"},
    {"« Tranquillité »", "«\u00A0Tranquillité\u00A0»"},
    {"Voir les chiffres de « {title} »", "Voir les chiffres de «\u00A0{title}\u00A0»"},
    {"L'échéance d'aujourd'hui", "L’échéance d’aujourd’hui"},
    {"n° 3", "n°\u00A03"},
    {"Réunion à 10:30", "Réunion à 10:30"},
    {"Il y a 12 500 000 lignes", "Il y a 12\u202F500\u202F000 lignes"},
    {"en 2026 150 places", "en 2026 150 places"},
    {"CSI art. L132-5", "CSI art. L132-5"},
    {"Êtes-vous sûr ? Oui ! Non ; peut-être : oui.",
     "Êtes-vous sûr\u202F? Oui\u202F! Non\u202F; peut-être\u00A0: oui."},
    {"{d'ici}", "{d'ici}"},
    {"{n} % de {total}", "{n}\u00A0% de {total}"},
    {"{n} ?", "{n}\u202F?"},
    {"`l'a ? b`", "`l'a ? b`"},
    {"https://a.fr/?x=1 ; fin", "https://a.fr/?x=1\u202F; fin"},
    {"(https://a.fr/l'x) l'y", "(https://a.fr/l'x) l’y"},
    {"mailto:a'b@c.fr d'ici", "mailto:a'b@c.fr d’ici"},
    {"Pourquoi?", "Pourquoi?"},
    {"dimanche 1er février", "dimanche 1er février"},
    {"", ""},
    {"?", "?"},
    {"{", "{"},
    {"`", "`"},
    {"« « imbriqué » »", "«\u00A0«\u00A0imbriqué\u00A0»\u00A0»"},
    {"moins de 5 ; base : 1 234 ; soit 12,5 %",
     "moins de 5\u202F; base\u00A0: 1\u202F234\u202F; soit 12,5\u00A0%"},
    {"tél. 02 43 49 43 00", "tél. 02 43 49 43 00"},
    {"code postal 53 000", "code postal 53\u202F000"},
};

TEST(French_typography, is_right_in_each_phrase) {
    static_assert(std::size(phrases) >= 30);
    for (const Phrase& phrase : phrases) EXPECT_EQ(french_typography(phrase.typed), phrase.shown);
}

TEST(French_typography, once_applied_changes_nothing_more) {
    for (const Phrase& phrase : phrases) EXPECT_EQ(french_typography(phrase.shown), phrase.shown);
}

}  // namespace
}  // namespace maillage::platform::i18n
