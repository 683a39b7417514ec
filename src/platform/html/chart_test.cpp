#include "platform/html/chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "platform/html/chart_parts.hpp"
#include "tests/support/words.hpp"

namespace maillage::platform::html {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr double infinity = std::numeric_limits<double>::infinity();

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
}

ChartText text() {
    return {.id = "g1",
            .title = "Cambriolages",
            .subtitle = "faits par trimestre",
            .sentence = "De 61 à 46, en baisse",
            .source = "SSMSI, 2026"};
}

LineChart quarters() {
    return {.text = text(),
            .labels = {"T1", "T2", "T3", "T4"},
            .series = {{.label = "Laval",
                        .values = {61, std::nullopt, 1250, 46},
                        .low = {50, std::nullopt, 1190, 38},
                        .high = {72, std::nullopt, 1310, 54},
                        .missing_reason = "secret statistique"},
                       {.label = "Moyenne", .values = {60, 58, 57, 55}, .low = {}, .high = {}}},
            .target = 40};
}

std::string drawn_line(const LineChart& chart) {
    Out out;
    line_chart(out, test::french(), chart);
    return out.bytes;
}

TEST(A_line_chart, says_itself_in_a_sentence_a_table_and_two_drawings) {
    const std::string html = drawn_line(quarters());

    EXPECT_THAT(html,
                HasSubstr("<figure class=\"chart\" id=\"g1\" role=\"figure\" aria-labelledby=\"g1-t\">"));
    EXPECT_EQ(count(html, "role=\"img\" aria-label=\"De 61 à 46, en baisse\""), 2U);
    EXPECT_THAT(html, HasSubstr("class=\"c-wide\"><svg class=\"plot\" viewBox=\"0 0 640 280\""));
    EXPECT_THAT(html, HasSubstr("class=\"c-narrow\"><svg class=\"plot\" viewBox=\"0 0 360 240\""));
    EXPECT_THAT(html, HasSubstr("Voir les chiffres de «\u00A0Cambriolages\u00A0»"));
    EXPECT_THAT(html, HasSubstr("<td class=\"n\">1\u202F250 (1\u202F190 à 1\u202F310)</td>"));
    EXPECT_THAT(html, HasSubstr("Source\u00A0: SSMSI, 2026"));
    EXPECT_THAT(html, HasSubstr("objectif\u00A0: 40"));
}

TEST(A_line_chart, leaves_a_gap_where_a_value_is_missing_and_says_why) {
    const std::string html = drawn_line(quarters());

    const std::size_t path = html.find("class=\"s-line c1\" d=\"");
    const std::string line = html.substr(path, html.find('>', path) - path);
    EXPECT_EQ(count(line, "M"), 2U);
    EXPECT_EQ(count(html, "class=\"band c1\""), 4U);  // two runs in each drawing
    EXPECT_THAT(html, HasSubstr("<td class=\"n\">n.d.</td>"));
    EXPECT_THAT(html, HasSubstr("n.d.\u00A0: secret statistique"));
}

TEST(A_line_chart, tells_its_second_series_by_dashes_too_and_paints_by_attributes) {
    const std::string html = drawn_line(quarters());

    EXPECT_THAT(html, HasSubstr("stroke=\"#8a4b08\" stroke-width=\"2\" stroke-linejoin=\"round\" "
                                "stroke-dasharray=\"7 4\""));
    EXPECT_THAT(html, Not(HasSubstr("style=")));
    for (const char* shape : {"<rect ", "<path ", "<circle ", "<text "})
        for (std::size_t at = html.find(shape); at != html.npos; at = html.find(shape, at + 1))
            EXPECT_THAT(html.substr(at, html.find('>', at) - at), HasSubstr("fill="));
}

TEST(A_chart, escapes_hostile_labels) {
    LineChart chart = quarters();
    const std::string hostile = "</title><script>alert('1')</script>\"";
    chart.text = {
        .id = "g\"1", .title = hostile, .subtitle = hostile, .sentence = hostile, .source = hostile};
    chart.labels[0] = chart.series[0].label = chart.series[0].missing_reason = hostile;
    const std::string html = drawn_line(chart);

    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("alert('")));
}

TEST(A_chart, of_degenerate_data_never_prints_a_number_that_is_none) {
    using Values = std::vector<std::optional<double>>;
    const Values cases[] = {{},
                            {7},
                            {std::nullopt, std::nullopt},
                            {5, 5, 5},
                            {0, 0},
                            {-3, -8, 4},
                            {1e308, -1e308},
                            {1e-308, 0},
                            {std::nan(""), infinity, -infinity, 1},
                            {0.001, 0.0004}};
    for (const Values& values : cases)
        for (const bool stacked : {false, true}) {
            const std::vector<std::string> labels(values.size(), stacked ? "x" : std::string(40, 'x'));
            const Series series{.label = "s", .values = values, .low = values, .high = values};
            Out out;
            line_chart(out, test::french(),
                       {.text = text(), .labels = labels, .series = {series}, .target = infinity});
            bar_chart(out, test::french(),
                      {.text = text(), .labels = labels, .series = {series, series}, .stacked = stacked});
            line_chart(out, test::french(), {.text = text(), .labels = {}, .series = {}});
            std::vector<double> known;
            for (const auto& value : values) known.push_back(value.value_or(std::nan("")));
            sparkline(out, known);
            for (const char* bad : {"nan", "inf\"", "inf ", "-0\"", "e+"})
                EXPECT_THAT(out.bytes, Not(HasSubstr(bad)));
        }
}

TEST(A_bar_chart, outlines_its_bars_and_writes_what_is_missing) {
    Out out;
    bar_chart(out, test::french(),
              {.text = text(),
               .labels = {"oct.", "nov."},
               .series = {{.label = "Reçus", .values = {143, 87}, .low = {}, .high = {}},
                          {.label = "Traités", .values = {128, std::nullopt}, .low = {}, .high = {}}}});
    EXPECT_EQ(count(out.bytes, "<rect class=\"bar c1\" x="), 5U);  // two a drawing and the legend's
    EXPECT_EQ(count(out.bytes, "<rect class=\"bar c3\" x="), 3U);
    EXPECT_EQ(count(out.bytes, ">n.d.</text>"), 2U);
    EXPECT_THAT(out.bytes, HasSubstr("fill=\"#f2b134\" stroke=\"#1a2130\""));
    EXPECT_THAT(out.bytes, HasSubstr("<title>Reçus, nov.\u00A0: 87</title>"));
}

TEST(A_bar_chart, draws_what_remains_of_a_stack_pale_and_nothing_for_a_part_of_zero) {
    Out out;
    bar_chart(
        out, test::french(),
        {.text = text(),
         .labels = {"G1", "G2"},
         .series = {{.label = "Terminées", .values = {0, 2}, .low = {}, .high = {}},
                    {.label = "Autres", .values = {3, 1}, .low = {}, .high = {}, .part = Series::Part::rest}},
         .stacked = true});
    EXPECT_EQ(count(out.bytes, "<rect class=\"bar c1\" x="), 3U);  // one a drawing and the legend's
    EXPECT_EQ(count(out.bytes, "<rect class=\"bar rest\" x="), 5U);
}

TEST(A_bar_chart, lies_down_when_its_names_are_long) {
    Out out;
    bar_chart(
        out, test::french(),
        {.text = text(),
         .labels = {"Centre-ville rive droite", "Saint-Nicolas", "Les Pommeraies", "Les Fourches", "Gare"},
         .series = {{.label = "Reçus", .values = {4, 3, 2, 1, std::nullopt}, .low = {}, .high = {}}}});
    for (const char* label : {">Centre-ville rive droite</text>", ">Les Fourches</text>", ">Gare</text>"})
        EXPECT_EQ(count(out.bytes, label), 2U);
    EXPECT_EQ(count(out.bytes, ">n.d.</text>"), 2U);
    EXPECT_THAT(out.bytes, HasSubstr("viewBox=\"0 0 360 226\""));
}

TEST(A_stacked_bar, stands_on_the_one_below) {
    Out out;
    bar_chart(out, test::french(),
              {.text = text(),
               .labels = {"nov."},
               .series = {{.label = "a", .values = {50}, .low = {}, .high = {}},
                          {.label = "b", .values = {50}, .low = {}, .high = {}}},
               .stacked = true});
    // The scale goes to 100: each bar is half of the plot, 236 units high.
    EXPECT_THAT(out.bytes, HasSubstr("y=\"132\" width"));
    EXPECT_THAT(out.bytes, HasSubstr("y=\"14\" width"));
    EXPECT_EQ(count(out.bytes, "height=\"118\""), 2U);
}

foundation::Date day(const char* iso) { return foundation::Date::parse_iso(iso).value(); }

TEST(A_gantt_chart, shows_today_lateness_in_words_and_rows_without_dates) {
    Out out;
    gantt_chart(
        out, test::french(),
        {.text = text(),
         .rows = {{.label = "Médiation",
                   .path = "/laval/actions/1",
                   .start = day("2026-01-10"),
                   .due = day("2026-10-15"),
                   .progress = 0.4,
                   .state = "En cours",
                   .late = true},
                  {.label = "Charte <b>",
                   .path = "",
                   .start = {},
                   .due = {},
                   .progress = std::nan(""),
                   .state = "À démarrer"},
                  {.label = "Ouverte", .path = "//evil", .start = day("2020-01-01"), .due = {}, .state = ""}},
         .from = day("2026-01-01"),
         .to = day("2026-12-31"),
         .today = day("2026-11-24")});
    EXPECT_THAT(out.bytes, HasSubstr("class=\"g-today\""));
    EXPECT_THAT(out.bytes, HasSubstr("aujourd’hui, 24/11/2026"));
    EXPECT_EQ(count(out.bytes, ">en retard</text>"), 2U);
    EXPECT_EQ(count(out.bytes, ">sans date</text>"), 2U);
    EXPECT_THAT(out.bytes, HasSubstr("<td>En cours, en retard</td>"));
    EXPECT_THAT(out.bytes, HasSubstr("<time datetime=\"2026-10-15\">15/10/2026</time>"));
    EXPECT_THAT(out.bytes, HasSubstr("role=\"group\""));
    EXPECT_THAT(out.bytes, HasSubstr("about:invalid"));
    for (const char* bad : {"nan", "<b>", "evil"}) EXPECT_THAT(out.bytes, Not(HasSubstr(bad)));
}

TEST(A_gantt_chart, of_nothing_or_of_a_reversed_period_still_draws) {
    Out out;
    gantt_chart(out, test::french(),
                {.text = text(),
                 .rows = {},
                 .from = day("2026-12-31"),
                 .to = day("2026-01-01"),
                 .today = day("2026-06-01")});
    gantt_chart(
        out, test::french(),
        {.text = text(),
         .rows =
             {{.label = "x", .path = "", .start = day("2026-05-01"), .due = day("2026-04-01"), .state = ""}},
         .from = day("1900-01-01"),
         .to = day("2100-01-01"),
         .today = day("2026-06-01")});
    EXPECT_THAT(out.bytes, HasSubstr("Aucune donnée"));
    EXPECT_THAT(out.bytes, Not(HasSubstr("=\"-")));
}

TEST(A_scale, has_round_steps_and_always_shows_zero) {
    const Scale some = Scale::covering(0, 230);
    EXPECT_EQ(some.ticks(), (std::vector<double>{0, 100, 200, 300}));
    const Scale both = Scale::covering(-8, 4);
    EXPECT_EQ(both.ticks(), (std::vector<double>{-10, -5, 0, 5}));
    EXPECT_EQ(Scale::covering(0, 0.9).digits, 2);
    EXPECT_EQ(Scale::covering(0, 0).ticks().size(), 5U);
}

TEST(A_label, too_wide_is_cut_between_characters) {
    EXPECT_EQ(fitted("été", 100), "été");
    EXPECT_EQ(fitted("éééééééééé", 27), "ééé…");
}

}  // namespace
}  // namespace maillage::platform::html
