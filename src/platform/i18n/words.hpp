#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/instant.hpp"
#include "foundation/money.hpp"
#include "platform/i18n/glossary.hpp"

namespace maillage::platform::i18n {

// A message's key: "slice.thing.role". A literal, so that the checks find every key in the sources; the
// sentences are in locales/<language>/<slice>.po, both languages complete.
struct Key {
    std::string_view text;
    consteval Key(const char* literal) : text(literal) {
        const std::string_view k(literal);
        if (k.find('.') == k.npos) throw "a key has the form slice.thing";
        for (const char c : k)
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_')) throw "bad key";
    }
};

enum class Language : std::uint8_t { fr, en };

std::string_view code_of(Language language);  // "fr", "en": for lang=
// The language of a stored or chosen code: French unless it is "en".
Language language_of(std::string_view code);

// The words and forms of one language: an argument of each request, never a global.
class Words {
 public:
    struct Arg {
        std::string_view name;
        std::string value;
    };

    // The sentence of `key`; "{name}" is replaced by the argument of that name (not escaped: the HTML builder
    // does that). A key without a sentence is shown as ⟦key⟧ and caught by the checks.
    std::string operator()(Key key) const;
    std::string operator()(Key key, std::initializer_list<Arg> args) const;
    // The sentence of a key that was kept as text by our own code (a job's step): it was a Key when written.
    std::string stored(std::string_view key) const;
    // With the plural form of `count`; {n} is the count, formatted.
    std::string plural(Key key, std::int64_t count, std::initializer_list<Arg> args = {}) const;

    Language language() const;
    std::string_view code() const;                            // of its language
    std::string number(std::int64_t value) const;             // 1 234 567 (U+202F)
    std::string decimal(double value, int digits) const;      // 12,5
    std::string percent(double share, int digits = 0) const;  // 0.125 → 12,5 %
    std::string money(foundation::Cents amount) const;
    std::string date(foundation::Date day) const;           // 24/11/2026
    std::string date_long(foundation::Date day) const;      // mardi 24 novembre 2026; dimanche 1er …
    std::string month(foundation::Date day) const;          // novembre 2026
    std::string time(foundation::Instant moment) const;     // 24/11/2026 à 9 h 05, council's time zone
    foundation::Date today(foundation::Instant now) const;  // the civil day in the council's time zone
    // −1, 0, 1 in the language's order (eau, école, Écran, zéro).
    int compare(std::string_view a, std::string_view b) const;

    struct Impl;
    explicit Words(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

 private:
    std::shared_ptr<const Impl> impl_;
};

// Both languages, loaded once at start-up from the .mo files of `folder`/<language>/maillage.mo.
class Catalogues {
 public:
    // The glossaries are those of `glossary_folder`/<language>.toml; none without a folder.
    Catalogues(const std::string& folder, const std::string& time_zone,
               const std::string& glossary_folder = {});
    const Words& of(Language language) const { return language == Language::fr ? french_ : english_; }

    // The words of the trade, explained in that language.
    const Glossary& glossary(Language language) const {
        return language == Language::fr ? french_glossary_ : english_glossary_;
    }

 private:
    Words french_, english_;
    Glossary french_glossary_, english_glossary_;
};

// French typography, once, on the catalogue's sentences: U+202F before ; ! ? and in thousands, U+00A0 before
// : % € and inside « », ’ for '. Never inside {arguments}, URLs or code.
std::string french_typography(std::string_view sentence);

}  // namespace maillage::platform::i18n
