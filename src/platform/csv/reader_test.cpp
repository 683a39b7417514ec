#include "platform/csv/reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace maillage::platform::csv {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view bytes) {
    Rows rows;
    auto reader = Reader::open(bytes);
    if (!reader) return {{"refused"}};
    for (;;) {
        const auto row = reader->next();
        if (!row) return {{"refused"}};
        if (!*row) return rows;
        rows.emplace_back((*row)->cells.begin(), (*row)->cells.end());
    }
}

CsvProblem problem_of(std::string_view bytes, const CsvLimits& limits = {}) {
    auto reader = Reader::open(bytes, limits);
    if (!reader) return reader.error();
    for (;;) {
        const auto row = reader->next();
        if (!row) return row.error();
        if (!*row) return {.kind = CsvRefusal::empty, .line = 9999};
    }
}

TEST(A_csv_file, is_read_whatever_its_separator) {
    const Rows expected{{"nom", "valeur"}, {"Bourg", "1,5"}};

    EXPECT_EQ(rows_of("nom;valeur\nBourg;1,5\n"), expected);
    EXPECT_EQ(rows_of("nom,valeur\nBourg,\"1,5\"\n"), expected);
    EXPECT_EQ(rows_of("nom\tvaleur\nBourg\t1,5\n"), expected);
    EXPECT_EQ(rows_of("sep=,\r\nnom,valeur\r\nBourg,\"1,5\"\r\n"), expected);
}

TEST(A_csv_file, with_decimal_commas_on_every_line_is_still_cut_at_semicolons) {
    EXPECT_EQ(rows_of("a,b;c\n1,5;2\n3,5;4\n"), (Rows{{"a,b", "c"}, {"1,5", "2"}, {"3,5", "4"}}));
    EXPECT_EQ(rows_of("taux;total\n1,5;2,5\n3,5;4,5\n"),
              (Rows{{"taux", "total"}, {"1,5", "2,5"}, {"3,5", "4,5"}}));
}

TEST(A_csv_file, with_semicolons_inside_quotes_is_cut_at_commas) {
    EXPECT_EQ(rows_of("a,b\n\"x;y;z\",1\n\"u;v;w\",2\n"), (Rows{{"a", "b"}, {"x;y;z", "1"}, {"u;v;w", "2"}}));
}

TEST(A_csv_file, is_read_whatever_ends_its_lines) {
    const Rows expected{{"a", "b"}, {"1", "2"}, {"3", ""}};

    EXPECT_EQ(rows_of("a;b\r\n1;2\r\n3;\r\n"), expected);
    EXPECT_EQ(rows_of("a;b\n1;2\n3;"), expected);
    EXPECT_EQ(rows_of("a;b\r1;2\r3;\r"), expected);
    EXPECT_EQ(rows_of("\n\na;b\n\n1;2\n3;\n\n"), expected);
}

TEST(A_csv_file, in_utf_8_or_windows_1252_gives_the_same_text) {
    const Rows expected{{"été", "coût"}, {"l’œuvre", "5 €"}};

    EXPECT_EQ(rows_of("\xEF\xBB\xBFété;coût\nl’œuvre;5 €"), expected);
    EXPECT_EQ(rows_of("été;coût\nl’œuvre;5 €"), expected);
    EXPECT_EQ(rows_of("\xE9t\xE9;co\xFBt\nl\x92\x9Cuvre;5 \x80"), expected);
    EXPECT_EQ(rows_of("\"\xE9t\xE9\";co\xFBt\n\"l\x92\x9Cuvre\";\"5 \x80\""), expected);
}

TEST(A_quoted_cell, keeps_separators_quotes_and_line_ends) {
    EXPECT_EQ(rows_of("a;b\n\"un;\"\"deux\"\"\r\ntrois\";\"\"\n"),
              (Rows{{"a", "b"}, {"un;\"deux\"\r\ntrois", ""}}));
}

TEST(A_quote, in_the_middle_of_a_cell_is_a_character_like_another) {
    EXPECT_EQ(rows_of("a;b\n5\" pouces;x\n"), (Rows{{"a", "b"}, {"5\" pouces", "x"}}));
}

TEST(Row_numbers, are_lines_of_the_file_as_an_editor_shows_them) {
    auto reader = Reader::open("a;b\r\n\r\n\"x\ny\";1\r\nz;2\r\n");
    ASSERT_TRUE(reader);

    std::vector<std::size_t> lines;
    for (auto row = reader->next(); row && *row; row = reader->next()) lines.push_back((*row)->line);

    EXPECT_THAT(lines, testing::ElementsAre(1, 3, 5));
}

TEST(Cells, point_into_the_file_where_nothing_had_to_be_decoded) {
    const std::string bytes = "abc;\"de\"\"f\"";
    auto reader = Reader::open(bytes);
    ASSERT_TRUE(reader);

    const auto row = reader->next();

    ASSERT_TRUE(row && *row);
    EXPECT_EQ((*row)->cells[0].data(), bytes.data());
    EXPECT_EQ((*row)->cells[1], "de\"f");
}

TEST(A_csv_file, made_by_a_program_of_ours_is_not_guessed_at) {
    auto reader = Reader::open_made_by_us("a;b,c\n\nsep=;", ',');
    ASSERT_TRUE(reader);

    Rows rows;
    for (auto row = reader->next(); row && *row; row = reader->next())
        rows.emplace_back((*row)->cells.begin(), (*row)->cells.end());

    EXPECT_EQ(rows, (Rows{{"a;b", "c"}, {""}, {"sep=;"}}));
}

TEST(A_csv_file, that_is_not_one_is_refused_with_the_reason) {
    EXPECT_EQ(problem_of("").kind, CsvRefusal::empty);
    EXPECT_EQ(problem_of("\xEF\xBB\xBF \r\n").kind, CsvRefusal::empty);
    EXPECT_EQ(problem_of(std::string_view("a;b\nx\0;y", 8)).kind, CsvRefusal::not_text);
    EXPECT_EQ(problem_of(std::string_view("a;b\nx\0;y", 8)).line, 2U);
    EXPECT_EQ(problem_of("a;b\n\nx\x81;y\xE9").kind, CsvRefusal::not_text);
    EXPECT_EQ(problem_of("a;b\n\nx\x81;y\xE9").line, 3U);
    EXPECT_EQ(problem_of(std::string_view("\xFF\xFE"
                                          "a\0;\0",
                                          6))
                  .kind,
              CsvRefusal::utf_16);
    EXPECT_EQ(problem_of("\xEF\xBB\xBF"
                         "co\xFBt")
                  .kind,
              CsvRefusal::broken_utf_8);
}

TEST(A_csv_file, with_broken_quotes_is_refused_with_the_line_where_the_row_begins) {
    EXPECT_EQ(problem_of("a;b\n1;2\nx;\"y\n3;4\n").kind, CsvRefusal::unclosed_quote);
    EXPECT_EQ(problem_of("a;b\n1;2\nx;\"y\n3;4\n").line, 3U);
    EXPECT_EQ(problem_of("a;b\n\"x\"y;2\n").kind, CsvRefusal::text_after_quote);
    EXPECT_EQ(problem_of("a;b\n\"x\"y;2\n").line, 2U);
}

TEST(A_csv_file, beyond_the_limits_is_refused) {
    EXPECT_EQ(problem_of("a;b\n1;2\n", {.bytes = 7}).kind, CsvRefusal::too_big);
    EXPECT_EQ(problem_of("a;b\n1;2\n3;4", {.rows = 2}).kind, CsvRefusal::too_many_rows);
    EXPECT_EQ(problem_of("a;b\n1;2;3\n", {.columns = 2}).kind, CsvRefusal::too_many_columns);
    EXPECT_EQ(problem_of("a;b\nxxxx;2\n", {.cell_bytes = 3}).kind, CsvRefusal::cell_too_long);
}

}  // namespace
}  // namespace maillage::platform::csv
