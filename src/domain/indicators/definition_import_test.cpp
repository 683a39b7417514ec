#include "domain/indicators/definition_import.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/indicators/definition_import_page.hpp"
#include "domain/indicators/definition_import_store.hpp"
#include "domain/indicators/definition_workbook.hpp"
#include "platform/csv/kept_table.hpp"
#include "tests/support/words.hpp"

namespace maillage::indicators {
namespace {

namespace csv = platform::csv;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// A council with two groups, one organisation and one indicator that has a value.
DefinitionGround ground() {
    DefinitionGround made{.catalogues = test::catalogues(),
                          .today = *foundation::Date::create(2026, 11, 30),
                          .groups = {{.code = "G1", .name = "Jeunes", .name_en = "Young people"},
                                     {.code = "G2", .name = "Violences", .name_en = "Violence"}},
                          .owners = {{"ccas", "Centre d’action sociale"}},
                          .known = {}};
    Reading known;
    known.indicator.definition = {.code = "rondes",
                                  .group = "G1",
                                  .name = "Rondes",
                                  .definition = "Rondes faites",
                                  .source = "Registre",
                                  .baseline = 1.0 / 3,
                                  .limits = "Aucune"};
    known.figures = {{.period = Period::year(2024), .value = 12}};
    made.known.emplace("rondes", known);
    return made;
}

const std::string titles =
    "Indicateur;Groupe / Group;Ce qu'il compte;Nature / Kind;measure;Fréquence;Source;Ce qu’il ne dit pas";
const std::string sound = ";Rondes faites;Activité;count;Chaque année;Registre;Aucune";

csv::Table table_of(const std::string& text) { return csv::read_table(text, import_limits).value(); }

DefinitionJudgement judged(const std::string& text) {
    return judge_definitions(ground(), test::french(), table_of(text));
}

// What is said of the cell of the first line.
std::string said_of(const DefinitionJudgement& judgement, std::string_view field) {
    const auto* error = judgement.lines.front().typed.error(field);
    return error == nullptr ? "" : error->message;
}

// A line that is right but for this column more.
std::string said_of_cell(const std::string& title, const std::string& cell, std::string_view field) {
    return said_of(judged(titles + ";" + title + "\r\nVisites;" + sound + ";" + cell + "\r\n"), field);
}

TEST(A_table_of_indicators, has_its_columns_in_either_language_and_its_lists_too) {
    const DefinitionJudgement judgement = judged(titles + "\r\nVisites;jeunes" + sound +
                                                 "\r\nVisits;Young people;Visits;Activity;Number of facts;"
                                                 "Every year;Register;None\r\n");
    EXPECT_EQ(judgement.added, 2) << judgement.lines[1].typed.errors.front().field;
    EXPECT_EQ(judgement.lines[0].after.group, "G1");
    EXPECT_EQ(judgement.lines[0].after.code, "visites");
    EXPECT_EQ(judgement.lines[1].after.frequency, Frequency::year);
    EXPECT_EQ(judgement.lines[1].after.wanted, Wanted::watch);
}

TEST(A_table_of_indicators, names_each_cell_that_cannot_be_read_and_keeps_what_was_typed) {
    EXPECT_THAT(said_of_cell("Cible", "beaucoup", "target"), HasSubstr("nombre en chiffres"));
    EXPECT_THAT(said_of_cell("Cible à atteindre le", "31/02/2027", "target_by"), HasSubstr("date"));
    EXPECT_THAT(said_of_cell("Fourni par", "La Poste", "owner"), HasSubstr("annuaire"));
    EXPECT_THAT(said_of_cell("code", "Rondes à pied", "code"), HasSubstr("minuscules"));
    EXPECT_THAT(said_of_cell("code", "import", "code"), HasSubstr("page de l’application"));
    EXPECT_THAT(said_of(judged(titles + "\r\nMissing;" + sound + "\r\n"), "code"), HasSubstr("missing"));
    EXPECT_EQ(said_of(judged(titles + ";code\r\nMissing;" + sound + ";missing-people\r\n"), "code"), "");
    EXPECT_THAT(said_of_cell("Période de départ", "2025-T7", "baseline_period"), HasSubstr("2025-T1"));
    EXPECT_THAT(said_of_cell("police_initiated", "peut-être", "police_initiated"), HasSubstr("oui ou non"));
    const DefinitionJudgement judgement = judged(titles + "\r\n;G9;;Humeur;;;;\r\n");
    for (const char* field :
         {"name", "group", "definition", "kind", "measure", "frequency", "source", "limits"})
        EXPECT_NE(said_of(judgement, field), "") << field;
    EXPECT_EQ(judgement.lines.front().typed.value("kind"), "Humeur");
    EXPECT_EQ(judgement.lines.front().typed.value("group"), "G9");
}

TEST(A_number_of_a_table, has_a_comma_or_a_point) {
    for (const char* typed : {"1,5", "1.5"}) {
        const auto judgement = judged(titles + ";Cible\r\nVisites;" + sound + ";" + typed + "\r\n");
        ASSERT_FALSE(judgement.lines.front().refused()) << typed;
        EXPECT_EQ(judgement.lines.front().after.target, 1.5) << typed;
    }
}

TEST(A_table_of_indicators, gives_first_values_in_columns_titled_by_their_period) {
    const DefinitionJudgement judgement = judged(titles + ";2024;2025-T1\r\nVisites;" + sound + ";7;\r\n");
    EXPECT_THAT(judgement.lines.front().figures,
                ElementsAre(Figure{.period = Period::year(2024), .value = 7}));
    EXPECT_THAT(said_of_cell("2026", "7", "v-2026"), HasSubstr("pas terminée"));
    EXPECT_THAT(said_of_cell("2024", "sept", "v-2024"), HasSubstr("nombre en chiffres"));
    EXPECT_THAT(said_of_cell("2024", "1,5", "v-2024"), HasSubstr("nombre entier"));
    EXPECT_THAT(mapping_of(test::catalogues(), table_of(titles + ";2024;01/2024-12/2024\r\n")).repeated,
                ElementsAre("01/2024-12/2024"));
}

TEST(A_share_of_a_table, is_a_number_and_its_total) {
    const std::string line = "\r\nSorties;;Sorties;Résultat;Part calculée;Chaque année;Registre;Aucune;";
    const auto figures = [&](const std::string& cell) {
        return judged(titles + ";2024" + line + cell + "\r\n");
    };
    for (const char* typed : {"32 sur 50", "32/50", "32 of 50"}) {
        ASSERT_THAT(figures(typed).lines.front().figures, SizeIs(1)) << typed;
        EXPECT_EQ(figures(typed).lines.front().figures.front().of, 50) << typed;
    }
    EXPECT_THAT(said_of(figures("64 %"), "v-2024"), HasSubstr("32 sur 50"));
    EXPECT_THAT(said_of(figures("60 sur 50"), "v-2024"), HasSubstr("dépasser le total"));
}

TEST(An_indicator_twice_in_a_table, is_refused_the_second_time) {
    const DefinitionJudgement judgement =
        judged(titles + "\r\nVisites;" + sound + "\r\nVisites;" + sound + "\r\n");
    EXPECT_EQ(judgement.added, 1);
    EXPECT_EQ(judgement.refused, 1);
    EXPECT_THAT(judgement.lines[1].typed.error("name")->message, HasSubstr("déjà plus haut"));
}

TEST(An_indicator_that_is_there, changes_where_the_table_says_so_and_keeps_its_values) {
    const auto of = [](const std::string& text) { return judged(text).lines.front(); };
    const DefinitionLine changed = of("code;Indicateur;Cible\r\nrondes;Rondes à pied;40\r\n");
    EXPECT_THAT(changed.changes, SizeIs(2));
    EXPECT_EQ(changed.after.baseline, 1.0 / 3);
    EXPECT_FALSE(of("code;Indicateur\r\nrondes;Rondes\r\n").changes_something());
    EXPECT_NE(of("code;Indicateur;measure\r\nrondes;Rondes;number\r\n").typed.error("measure"), nullptr);
    EXPECT_NE(of("code;Indicateur;group\r\nrondes;Rondes;G2\r\n").typed.error("group"), nullptr);
    EXPECT_THAT(of("code;Indicateur;2024;2025\r\nrondes;Rondes;12;13\r\n").figures, SizeIs(1));
    EXPECT_THAT(of("code;Indicateur;2024\r\nrondes;Rondes;11\r\n").typed.error("v-2024")->message,
                HasSubstr("12"));
}

DefinitionJudgement judged_once_agreed(const std::string& text) {
    DefinitionGround made = ground();
    Indicator& known = made.known.at("rondes").indicator;
    made.known.at("rondes").figures.clear();  // with values, its measure and its unit are fixed
    known.standing = Standing::active;
    known.agreed_on = foundation::Date::create(2026, 9, 14);
    return judge_definitions(made, test::french(), table_of(text));
}

TEST(An_indicator_that_its_group_agreed_on, loses_the_agreement_by_what_would_end_it_in_the_form) {
    for (const auto& [title, cell] : {std::pair("Cible", "40"),
                                      {"Unité", "km"},
                                      {"Nature", "Résultat"},
                                      {"measure", "number"},
                                      {"Ce qu'il compte", "Autre chose"},
                                      {"Cible à atteindre le", "31/12/2027"}})
        EXPECT_EQ(
            judged_once_agreed(std::string("code;Indicateur;") + title + "\r\nrondes;Rondes;" + cell + "\r\n")
                .agreements,
            1)
            << title;
    EXPECT_EQ(judged_once_agreed("code;Indicateur\r\nrondes;Rondes à pied\r\n").agreements, 0) << "its name";
    EXPECT_EQ(judged("code;Indicateur;Cible\r\nrondes;Rondes;40\r\n").agreements, 0) << "a proposition";
}

TEST(A_correction, takes_the_place_of_its_cell_and_gives_a_column_that_was_missing) {
    csv::Table table = table_of("Indicateur;Ce qu'il compte\r\nVisites;x\r\nRondes;y\r\n");
    correct(table, mapping_of(test::catalogues(), table),
            {{.line = 2, .field = "definition", .text = "Visites faites"},
             {.line = 3, .field = "source", .text = "=Registre"},
             {.line = 3, .field = "nothing_such", .text = "z"},
             {.line = 9, .field = "name", .text = "z"}});
    EXPECT_THAT(table.header, ElementsAre("Indicateur", "Ce qu'il compte", "source"));
    EXPECT_THAT(table.lines[0].cells, ElementsAre("Visites", "Visites faites", ""));
    EXPECT_THAT(csv::kept_table(csv::kept_text(table), kept_limits)->lines[1].cells,
                ElementsAre("Rondes", "y", "=Registre"));
}

TEST(The_field_of_a_correction, names_its_line_and_its_cell) {
    const auto cell = corrected_cell(correction_field(4, "v-2024-01_2024-11"));
    ASSERT_TRUE(cell.has_value());
    EXPECT_EQ(cell->line, 4u);
    EXPECT_EQ(cell->field, "v-2024-01_2024-11");
    for (const char* other : {"", "c-", "c-4", "c-x-name", "csrf"})
        EXPECT_FALSE(corrected_cell(other).has_value()) << other;
}

TEST(The_titles_of_the_model, are_read_again) {
    csv::Table table;
    for (const DefinitionColumn& column : definition_columns())
        table.header.push_back(title_of(test::catalogues(), column));
    const DefinitionMapping mapping = mapping_of(test::catalogues(), table);
    EXPECT_THAT(mapping.aside, IsEmpty());
    EXPECT_THAT(mapping.columns, SizeIs(definition_columns().size()));
}

}  // namespace
}  // namespace maillage::indicators
