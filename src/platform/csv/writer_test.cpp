#include "platform/csv/writer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "platform/csv/guard.hpp"
#include "platform/csv/reader.hpp"

namespace maillage::platform::csv {
namespace {

using Rows = std::vector<std::vector<std::string>>;

TEST(A_csv_export, for_french_excel_has_a_bom_semicolons_and_decimal_commas) {
    Writer csv(Dialect::french_excel);
    csv.text("Code").text("Avancement").text("Échéance").end_row();
    csv.text("PRE-1").number(0.25).date(*foundation::Date::create(2026, 11, 24)).end_row();

    EXPECT_EQ(csv.take(),
              "\xEF\xBB\xBF"
              "Code;Avancement;Échéance\r\nPRE-1;0,25;2026-11-24\r\n");
}

TEST(A_csv_export, for_exchange_has_neither_bom_nor_decimal_comma) {
    Writer csv(Dialect::exchange);
    csv.text("a,b").number(-1234.5).number(std::int64_t{-7}).empty().end_row();

    EXPECT_EQ(csv.take(), "\"a,b\",-1234.5,-7,\r\n");
}

TEST(A_csv_export, leaves_a_number_that_is_none_empty) {
    Writer csv(Dialect::exchange);
    csv.number(std::numeric_limits<double>::quiet_NaN())
        .number(std::numeric_limits<double>::infinity())
        .end_row();

    EXPECT_EQ(csv.take(), ",\r\n");
}

TEST(Text_that_looks_like_a_formula, is_guarded_and_numbers_are_not) {
    Writer csv(Dialect::french_excel);
    csv.text("=1+1")
        .text("+33 2 43")
        .text("-x")
        .text("@a")
        .text("\tb")
        .text("'=c")
        .text("l'eau")
        .number(-5)
        .end_row();

    EXPECT_EQ(csv.take(), "\xEF\xBB\xBF'=1+1;'+33 2 43;'-x;'@a;\"'\tb\";''=c;l'eau;-5\r\n");
}

RC_GTEST_PROP(The_guard, leaves_no_formula_and_is_taken_off_exactly, ()) {
    const auto text =
        *rc::gen::container<std::string>(rc::gen::element('\'', '=', '+', '-', '@', '\t', '\r', '\0', 'a'));

    RC_ASSERT(!looks_like_formula(guarded(text)));
    RC_ASSERT(unguarded(guarded(text)) == text);
}

RC_GTEST_PROP(Any_table, reads_back_as_it_was_written, (bool french)) {
    const auto cell = rc::gen::container<std::string>(
        rc::gen::element('a', '\xE9', ';', ',', '\t', '"', '\n', '\r', ' ', '=', '\'', '0'));
    const auto pairs =
        *rc::gen::container<std::vector<std::pair<std::string, std::string>>>(rc::gen::pair(cell, cell));

    // The header decides which separator is found: plain titles, as every export of ours has.
    Rows written{{"premier", "second", "fin"}};
    for (const auto& [first, second] : pairs)
        written.push_back({utf_8_of_windows_1252(first), utf_8_of_windows_1252(second), "fin"});
    Writer csv(french ? Dialect::french_excel : Dialect::exchange);
    for (const auto& row : written) {
        for (const std::string& text : row) csv.text(text);
        csv.end_row();
    }
    const std::string bytes = csv.take();

    Rows read;
    auto reader = Reader::open(bytes);
    RC_ASSERT(reader.has_value());
    for (auto row = reader->next(); row.has_value() && row->has_value(); row = reader->next()) {
        read.emplace_back();
        for (const std::string_view text : (*row)->cells) read.back().emplace_back(unguarded(text));
    }
    RC_ASSERT(read == written);
}

}  // namespace
}  // namespace maillage::platform::csv
