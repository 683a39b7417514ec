#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/files/zip_check.hpp"
#include "platform/spreadsheet/spreadsheet_reader.hpp"
#include "platform/spreadsheet/xlsx_writer.hpp"
#include "tests/support/zip_file.hpp"

namespace maillage::platform::spreadsheet {
namespace {

using testing::ElementsAre;

const Sheet actions{.name = "Actions",
                    .columns = {{"Code"}, {"Intitulé", 40}, {"Avancement"}, {"Étapes"}, {"Échéance"}},
                    .rows = {{"PRE-1", "l'œuvre & <co> \"x\"\ndeux", 0.25, std::int64_t{3},
                              *foundation::Date::create(2026, 11, 1)},
                             {"007", "=1+1", std::monostate{}, std::int64_t{0}, std::monostate{}}}};

std::string xlsx(std::initializer_list<Sheet> sheets) {
    const std::vector<Sheet> list(sheets);
    return write_xlsx(list).value_or("refused");
}

SpreadsheetRefusal refusal_of(std::string_view bytes, const ReadOptions& options = {}) {
    const auto table = read_spreadsheet(bytes, options);
    EXPECT_FALSE(table.has_value());
    return table ? SpreadsheetRefusal{} : table.error();
}

TEST(An_exported_workbook, reads_back_as_it_was_written) {
    const auto table = read_spreadsheet(xlsx({actions}), {});

    ASSERT_TRUE(table);
    EXPECT_THAT(table->header, ElementsAre("Code", "Intitulé", "Avancement", "Étapes", "Échéance"));
    ASSERT_EQ(table->lines.size(), 2U);
    EXPECT_THAT(table->lines[0].cells,
                ElementsAre("PRE-1", "l'œuvre & <co> \"x\"\ndeux", "0.25", "3", "2026-11-01"));
    EXPECT_THAT(table->lines[1].cells, ElementsAre("007", "=1+1", "", "0", ""));
    EXPECT_EQ(table->lines[1].number, 3U);
    EXPECT_TRUE(table->ragged.empty());
}

TEST(A_workbook, reports_ragged_rows_and_reads_the_others) {
    const Sheet sheet{.name = "Actions",
                      .columns = {{"Code"}, {"Titre"}, {""}},
                      .rows = {{"PRE-1", "Titre", std::monostate{}},
                               {"PRE-2", std::monostate{}, std::monostate{}},
                               {"PRE-3", "Titre", "de trop"},
                               {std::monostate{}, std::monostate{}, std::monostate{}},
                               {"PRE-4", "Titre", std::monostate{}}}};

    const auto table = read_spreadsheet(xlsx({sheet}), {});

    ASSERT_TRUE(table);
    EXPECT_THAT(table->header, ElementsAre("Code", "Titre"));
    ASSERT_EQ(table->lines.size(), 3U);
    EXPECT_THAT(table->lines[1].cells, ElementsAre("PRE-2", ""));
    EXPECT_EQ(table->lines[2].number, 6U);
    ASSERT_EQ(table->ragged.size(), 1U);
    EXPECT_EQ(table->ragged[0].number, 4U);
    EXPECT_THAT(table->ragged[0].cells, ElementsAre("PRE-3", "Titre", "de trop"));
}

constexpr std::string_view ods_content = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>
<table:table table:name="Actions">
<table:table-row>
<table:table-cell office:value-type="string"><text:p>Code</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Taux</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Jour</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row>
<table:table-row>
<table:table-cell office:value-type="string"><text:p>007</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="12.5"><text:p>12,50</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2026-11-01"><text:p>01/11/26</text:p></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>)";

TEST(An_ods_workbook, gives_the_same_forms_as_an_xlsx_one) {
    const std::string bytes = test::zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                            {"content.xml", std::string(ods_content)}});

    const auto table = read_spreadsheet(bytes, {});

    ASSERT_TRUE(table);
    EXPECT_THAT(table->header, ElementsAre("Code", "Taux", "Jour"));
    ASSERT_EQ(table->lines.size(), 1U);
    EXPECT_THAT(table->lines[0].cells, ElementsAre("007", "12.5", "2026-11-01"));
    EXPECT_EQ(table->lines[0].number, 4U);
}

TEST(An_exported_workbook, is_the_same_bytes_each_time) { EXPECT_EQ(xlsx({actions}), xlsx({actions})); }

TEST(An_exported_workbook, holds_no_formula) {
    const std::string bytes = xlsx({actions});
    const auto page = files::zip_entry(bytes, "xl/worksheets/sheet1.xml", 100'000);
    const auto strings = files::zip_entry(bytes, "xl/sharedStrings.xml", 100'000);

    ASSERT_TRUE(page && strings);
    EXPECT_EQ(page->find("<f>"), std::string::npos);
    EXPECT_NE(strings->find("<t>'=1+1</t>"), std::string::npos);
}

TEST(A_workbook, that_no_spreadsheet_could_hold_is_refused) {
    const auto refusal = [](const Sheet& sheet) { return write_xlsx(std::span(&sheet, 1)).error(); };

    EXPECT_EQ(write_xlsx({}).error(), XlsxRefusal::no_sheet);
    EXPECT_EQ(refusal({.name = "", .columns = {}, .rows = {}}), XlsxRefusal::sheet_name);
    EXPECT_EQ(refusal({.name = "a/b", .columns = {}, .rows = {}}), XlsxRefusal::sheet_name);
    EXPECT_EQ(refusal({.name = std::string(32, 'a'), .columns = {}, .rows = {}}), XlsxRefusal::sheet_name);
    EXPECT_EQ(refusal({.name = "a", .columns = {{"t"}}, .rows = {{std::string(40'000, 'x')}}}),
              XlsxRefusal::text_too_long);
}

TEST(A_workbook_of_several_sheets, is_read_by_the_name_of_one) {
    const Sheet other{.name = "Feuille & 2", .columns = {{"a"}}, .rows = {{"b"}}};
    const std::string bytes = xlsx({actions, other});

    EXPECT_EQ(refusal_of(bytes), SpreadsheetRefusal::several_sheets);
    EXPECT_EQ(refusal_of(bytes, {.sheet = "Autre", .limits = {}, .cancelled = {}}),
              SpreadsheetRefusal::several_sheets);
    const auto table = read_spreadsheet(bytes, {.sheet = "Feuille & 2", .limits = {}, .cancelled = {}});
    const auto names = sheet_names(bytes);

    ASSERT_TRUE(table && names);
    EXPECT_THAT(table->header, ElementsAre("a"));
    EXPECT_THAT(*names, ElementsAre("Actions", "Feuille & 2"));
}

TEST(A_workbook, with_a_header_alone_has_no_line) {
    const auto table =
        read_spreadsheet(xlsx({{.name = "Vide", .columns = {{"Code"}, {"Titre"}}, .rows = {}}}), {});

    ASSERT_TRUE(table);
    EXPECT_EQ(table->header.size(), 2U);
    EXPECT_TRUE(table->lines.empty());
}

TEST(A_workbook, without_even_a_header_is_refused) {
    EXPECT_EQ(refusal_of(xlsx({{.name = "Vide", .columns = {}, .rows = {}}})), SpreadsheetRefusal::empty);
    EXPECT_EQ(refusal_of(""), SpreadsheetRefusal::empty);
}

TEST(A_hostile_workbook, is_refused_with_the_reason) {
    const std::string good = xlsx({actions});

    EXPECT_EQ(refusal_of("code;titre\n"), SpreadsheetRefusal::not_a_spreadsheet);
    EXPECT_EQ(refusal_of(good.substr(0, good.size() / 2)), SpreadsheetRefusal::damaged);
    EXPECT_EQ(refusal_of(test::zip_of({{"[Content_Types].xml", "<x/>"}, {"xl/workbook.xml", "<broken"}})),
              SpreadsheetRefusal::damaged);
    EXPECT_EQ(refusal_of(test::zip_of({{"xl/workbook.xml", std::string(20U << 20U, 'a')}})),
              SpreadsheetRefusal::bomb);
}

TEST(A_workbook, beyond_the_limits_is_refused) {
    EXPECT_EQ(refusal_of(xlsx({actions}), {.sheet = {}, .limits = {.columns = 3}, .cancelled = {}}),
              SpreadsheetRefusal::too_large);
}

}  // namespace
}  // namespace maillage::platform::spreadsheet
