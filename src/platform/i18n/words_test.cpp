#include "platform/i18n/words.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/support/words.hpp"

namespace maillage::platform::i18n {
namespace {

foundation::Date day(std::string_view iso) { return foundation::Date::parse_iso(iso).value(); }
foundation::Instant at(std::string_view iso, int hours, int minutes) {
    return foundation::Instant(day(iso).days()) + std::chrono::hours(hours) + std::chrono::minutes(minutes);
}

TEST(French_words, write_numbers_dates_and_times_as_french_people_do) {
    const Words words = test::french();
    EXPECT_EQ(words.number(1234567), "1\u202F234\u202F567");
    EXPECT_EQ(words.number(-42), "−42");
    EXPECT_EQ(words.number(std::numeric_limits<std::int64_t>::min()),
              "−9\u202F223\u202F372\u202F036\u202F854\u202F775\u202F808");
    EXPECT_EQ(words.decimal(std::nan(""), 1), "n.d.");
    EXPECT_EQ(words.decimal(1e21, 0), "1\u202F000\u202F000\u202F000\u202F000\u202F000\u202F000\u202F000");
    EXPECT_EQ(words.decimal(1234.5, 1), "1\u202F234,5");
    EXPECT_EQ(words.decimal(-0.001, 1), "0,0");
    EXPECT_EQ(words.percent(0.125, 1), "12,5\u00A0%");
    EXPECT_EQ(words.money({123450}), "1\u202F234,50\u00A0€");
    EXPECT_EQ(words.date(day("2026-02-01")), "01/02/2026");
    EXPECT_EQ(words.date_long(day("2026-02-01")), "dimanche 1er\u00A0février 2026");
    EXPECT_EQ(words.month(day("2026-08-15")), "août 2026");
    EXPECT_EQ(words.time(at("2026-11-24", 8, 5)), "24/11/2026 à 9\u00A0h\u00A005");
}

TEST(Words, follow_daylight_saving_time) {
    const Words words = test::english();
    EXPECT_EQ(words.time(at("2027-03-28", 0, 59)), "28/03/2027 at 1:59");
    EXPECT_EQ(words.time(at("2027-03-28", 1, 0)), "28/03/2027 at 3:00");
    EXPECT_EQ(words.today(at("2026-11-24", 23, 30)), day("2026-11-25"));
}

TEST(Words, show_a_key_that_has_no_sentence) { EXPECT_EQ(test::french()("nothing.here"), "⟦nothing.here⟧"); }

TEST(Words, sort_like_the_language) {
    const Words words = test::french();
    EXPECT_LT(words.compare("eau", "école"), 0);
    EXPECT_LT(words.compare("école", "Étienne"), 0);
    EXPECT_LT(words.compare("Étienne", "zoo"), 0);
}

TEST(Words, choose_the_plural_of_the_language) {
    EXPECT_EQ(test::french().plural("form.error_count", 0), "0 erreur");
    EXPECT_EQ(test::french().plural("form.error_count", 2), "2 erreurs");
    EXPECT_EQ(test::english().plural("form.error_count", 0), "0 errors");
    EXPECT_EQ(test::english().plural("form.error_count", 1), "1 error");
}

}  // namespace
}  // namespace maillage::platform::i18n
