#include "platform/i18n/words.hpp"

#include <fmt/format.h>
#include <unicode/coll.h>
#include <unicode/timezone.h>

#include <cmath>
#include <stdexcept>

#include "platform/i18n/catalogue_file.hpp"

namespace maillage::platform::i18n {

struct Words::Impl {
    Language language;
    Sentences sentences;
    std::unique_ptr<icu::TimeZone> zone;
    std::unique_ptr<icu::Collator> collator;

    Impl(Language of, const std::string& folder, const std::string& time_zone);

    const std::vector<std::string>* find(std::string_view key) const {
        const auto found = sentences.find(key);
        return found == sentences.end() ? nullptr : &found->second;
    }
    // Milliseconds that the zone adds to UTC at `moment`, daylight saving included.
    std::chrono::milliseconds offset(foundation::Instant moment) const {
        const auto millis = std::chrono::floor<std::chrono::milliseconds>(moment.time_since_epoch()).count();
        std::int32_t raw = 0, saving = 0;
        UErrorCode status = U_ZERO_ERROR;
        zone->getOffset(static_cast<UDate>(millis), 0, raw, saving, status);
        return std::chrono::milliseconds(raw + saving);
    }
};

Words::Impl::Impl(Language of, const std::string& folder, const std::string& time_zone) : language(of) {
    const bool french = of == Language::fr;
    sentences = read_mo(folder + (french ? "/fr/maillage.mo" : "/en/maillage.mo"));
    if (french)
        for (auto& [key, forms] : sentences)
            for (std::string& form : forms) form = french_typography(form);
    zone.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(time_zone)));
    if (*zone == icu::TimeZone::getUnknown()) throw std::runtime_error("unknown time zone " + time_zone);
    UErrorCode status = U_ZERO_ERROR;
    collator.reset(
        icu::Collator::createInstance(french ? icu::Locale::getFrance() : icu::Locale::getUK(), status));
    if (U_FAILURE(status)) throw std::runtime_error("no collation rules");
}

Catalogues::Catalogues(const std::string& folder, const std::string& time_zone,
                       const std::string& glossary_folder)
    : french_(std::make_shared<const Words::Impl>(Language::fr, folder, time_zone)),
      english_(std::make_shared<const Words::Impl>(Language::en, folder, time_zone)) {
    if (glossary_folder.empty()) return;
    french_glossary_ = load_glossary(glossary_folder + "/fr.toml");
    english_glossary_ = load_glossary(glossary_folder + "/en.toml");
}

namespace {

std::string filled(std::string_view sentence, std::initializer_list<Words::Arg> args) {
    std::string out;
    out.reserve(sentence.size() + 32);
    while (!sentence.empty()) {
        const std::size_t open = sentence.find('{');
        out += sentence.substr(0, open);
        if (open == sentence.npos) break;
        const std::size_t close = sentence.find('}', open);
        if (close == sentence.npos) return out += sentence.substr(open);
        const std::string_view name = sentence.substr(open + 1, close - open - 1);
        bool known = false;
        for (const Words::Arg& arg : args)
            if (arg.name == name) {
                out += arg.value;
                known = true;
                break;
            }
        if (!known) out += sentence.substr(open, close - open + 1);
        sentence.remove_prefix(close + 1);
    }
    return out;
}

}  // namespace

std::string Words::operator()(Key key) const { return stored(key.text); }

std::string Words::stored(std::string_view key) const {
    const auto* forms = impl_->find(key);
    return forms == nullptr ? "⟦" + std::string(key) + "⟧" : forms->front();
}

std::string Words::operator()(Key key, std::initializer_list<Arg> args) const {
    const auto* forms = impl_->find(key.text);
    return forms == nullptr ? "⟦" + std::string(key.text) + "⟧" : filled(forms->front(), args);
}

// French: 0 and 1 are singular. English: 1 alone.
std::string Words::plural(Key key, std::int64_t count, std::initializer_list<Arg> args) const {
    const auto* forms = impl_->find(key.text);
    if (forms == nullptr) return "⟦" + std::string(key.text) + "⟧";
    const bool singular = count == 1 || (count == 0 && impl_->language == Language::fr);
    const std::string& form = forms->size() > 1 && !singular ? (*forms)[1] : forms->front();
    std::string out = filled(form, args);
    const std::string_view place = "{n}";
    for (std::size_t at = out.find(place); at != out.npos; at = out.find(place, at + 1))
        out.replace(at, place.size(), number(count));
    return out;
}

Language Words::language() const { return impl_->language; }
std::string_view Words::code() const { return code_of(impl_->language); }

std::string_view code_of(Language language) { return language == Language::fr ? "fr" : "en"; }
Language language_of(std::string_view code) { return code == "en" ? Language::en : Language::fr; }

namespace {

std::string grouped(std::string_view digits, Language language) {
    const std::string_view group = language == Language::fr ? "\u202F" : ",";
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += group;
        out += digits[i];
    }
    return out;
}

}  // namespace

std::string Words::number(std::int64_t value) const {
    const std::string digits = std::to_string(value);
    const bool negative = digits.starts_with('-');
    const std::string text = grouped(std::string_view(digits).substr(negative ? 1 : 0), impl_->language);
    return negative ? "−" + text : text;
}

std::string Words::decimal(double value, int digits) const {
    if (!std::isfinite(value)) return (*this)("number.missing");
    const std::string plain = fmt::format("{:.{}f}", std::abs(value), digits);
    const std::size_t point = plain.find('.');
    std::string out = grouped(std::string_view(plain).substr(0, point), impl_->language);
    if (point != plain.npos) {
        out += impl_->language == Language::fr ? ',' : '.';
        out += plain.substr(point + 1);
    }
    const bool zero = plain.find_first_not_of("0.") == plain.npos;
    return value < 0 && !zero ? "−" + out : out;
}

std::string Words::percent(double share, int digits) const {
    return decimal(share * 100, digits) + (impl_->language == Language::fr ? "\u00A0%" : "%");
}

std::string Words::money(foundation::Cents amount) const {
    const bool whole = amount.value % 100 == 0;
    const std::string text = decimal(static_cast<double>(amount.value) / 100, whole ? 0 : 2);
    return impl_->language == Language::fr ? text + "\u00A0€" : "€" + text;
}

std::string Words::date(foundation::Date day) const {
    return fmt::format("{:02}/{:02}/{:04}", day.day(), day.month(), day.year());
}

namespace {

constexpr const char* french_days[] = {"lundi",    "mardi",  "mercredi", "jeudi",
                                       "vendredi", "samedi", "dimanche"};
constexpr const char* english_days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
constexpr const char* french_months[] = {"janvier",   "février", "mars",     "avril",
                                         "mai",       "juin",    "juillet",  "août",
                                         "septembre", "octobre", "novembre", "décembre"};
constexpr const char* english_months[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};

}  // namespace

std::string Words::date_long(foundation::Date day) const {
    if (impl_->language == Language::en)
        return fmt::format("{} {} {} {}", english_days[day.weekday()], day.day(),
                           english_months[day.month() - 1], day.year());
    const std::string number_of_day = day.day() == 1 ? "1er" : std::to_string(day.day());
    return fmt::format("{} {}\u00A0{} {}", french_days[day.weekday()], number_of_day,
                       french_months[day.month() - 1], day.year());
}

std::string Words::month(foundation::Date day) const {
    const auto& names = impl_->language == Language::fr ? french_months : english_months;
    return fmt::format("{} {}", names[day.month() - 1], day.year());
}

std::string Words::time(foundation::Instant moment) const {
    const auto local = moment + impl_->offset(moment);
    const auto days = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::minutes>(local - days));
    const std::string day = date(foundation::Date::from_days(days));
    if (impl_->language == Language::en)
        return fmt::format("{} at {}:{:02}", day, clock.hours().count(), clock.minutes().count());
    return fmt::format("{} à {}\u00A0h\u00A0{:02}", day, clock.hours().count(), clock.minutes().count());
}

foundation::Date Words::today(foundation::Instant now) const {
    return foundation::Date::from_days(std::chrono::floor<std::chrono::days>(now + impl_->offset(now)));
}

int Words::compare(std::string_view a, std::string_view b) const {
    UErrorCode status = U_ZERO_ERROR;
    return impl_->collator->compareUTF8(icu::StringPiece(a.data(), static_cast<std::int32_t>(a.size())),
                                        icu::StringPiece(b.data(), static_cast<std::int32_t>(b.size())),
                                        status);
}

}  // namespace maillage::platform::i18n
