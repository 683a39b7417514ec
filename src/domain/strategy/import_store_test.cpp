#include "domain/strategy/import_store.hpp"

#include <gtest/gtest.h>

#include "domain/strategy/action_store.hpp"
#include "platform/csv/kept_table.hpp"
#include "tests/support/strategy_town.hpp"
#include "tests/support/words.hpp"

namespace maillage::strategy {
namespace {

namespace csv = platform::csv;

std::string lines(std::size_t count) {
    std::string text = "code;domain;title;pilot;partners\r\n";
    for (std::size_t i = 0; i < count; ++i)
        text += "PRE-" + std::to_string(1000 + i) + ";PRE;Action importée;Service;Association " +
                std::to_string(i % 50) + "\r\n";
    return text;
}

TEST(A_table_to_import, has_5000_lines_beside_its_header_and_no_more) {
    const auto full = csv::read_table(lines(import_lines), import_limits);
    ASSERT_TRUE(full.has_value());
    EXPECT_EQ(full->lines.size(), 5'000u);
    // As it is kept until its confirmation.
    EXPECT_EQ(csv::kept_table(csv::kept_text(*full), import_limits)->lines.size(), 5'000u);
    const auto over = csv::read_table(lines(import_lines + 1), import_limits);
    ASSERT_FALSE(over.has_value());
    EXPECT_EQ(over.error().kind, csv::CsvRefusal::too_many_rows);
}

TEST(A_full_table, is_written_as_one_change_and_found_unchanged_when_it_comes_again) {
    StrategyTest test;
    const auto table = csv::read_table(lines(import_lines), import_limits);
    const ImportMapping mapping = guessed_mapping(test::catalogues(), *table);
    test.write([&](Scope& scope) {
        stage_import(scope, "0123456789abcdef", csv::kept_text(*table), mapping);
        const ImportJudgement judgement = judge_import(scope, test::french(), *table, mapping);
        EXPECT_EQ(judgement.added, 5'000);
        EXPECT_TRUE(apply_import(scope, "0123456789abcdef", judgement).has_value());
    });
    test.read([&](Scope& scope) {
        EXPECT_EQ(judge_import(scope, test::french(), *table, mapping).unchanged, 5'000);
        EXPECT_EQ(find_action(scope, "PRE-5999")->partners, std::vector<std::string>{"Association 49"});
    });
}

TEST(A_table, changes_fields_and_partners_of_actions_that_are_there_and_is_undone) {
    StrategyTest test;
    const auto table = csv::read_table(
        "code;title;pilot;state;due;partners\r\n"
        "VUL-13;Autre titre;Service;done;01/03/2027;Une association\r\n"
        "PRE-1;;;;;\r\n",
        import_limits);
    const ImportMapping mapping = guessed_mapping(test::catalogues(), *table);
    std::optional<ChangeSetId> set;
    test.write([&](Scope& scope) {
        stage_import(scope, "0123456789abcdef", csv::kept_text(*table), mapping);
        const ImportJudgement judgement = judge_import(scope, test::french(), *table, mapping);
        EXPECT_EQ(judgement.changed, 1);
        EXPECT_EQ(judgement.refused, 1);
        set = apply_import(scope, "0123456789abcdef", judgement);
        ASSERT_TRUE(set.has_value());
        const Action written = *find_action(scope, "VUL-13");
        EXPECT_EQ(written.title, "Autre titre");
        EXPECT_EQ(written.progress, 33);  // one step of three
        EXPECT_EQ(written.due, foundation::Date::create(2027, 3, 1));
        EXPECT_EQ(written.partners, std::vector<std::string>{"Une association"});
        EXPECT_EQ(written.next_step_due, foundation::Date::create(2026, 5, 31));
    });
    test.write([&](Scope& scope) {
        EXPECT_EQ(undo(scope, *set)->undone, 1);
        const Action back = *find_action(scope, "VUL-13");
        EXPECT_EQ(back.title, "Faciliter l’accès aux droits et l’aide aux victimes");
        EXPECT_EQ(back.state, State::under_way);
    });
}

TEST(A_table, that_names_a_partner_of_the_directory_joins_it_and_leaves_the_one_before) {
    StrategyTest test;
    test.as_application([](Scope& scope) {
        for (const char* key : {"ccas", "caf"})
            scope.tx.run(
                platform::db::Sql{"test.organisation",
                                  "insert into directory.organisation (council_id, key, name, kind, search) "
                                  "values (1, $1, $1, 'association', $1)"},
                key);
    });
    for (const std::string name : {"ccas", "caf"}) {
        const auto table = csv::read_table("code;partners\r\nVUL-13;" + name + "\r\n", import_limits);
        const ImportMapping mapping = guessed_mapping(test::catalogues(), *table);
        test.write([&](Scope& scope) {
            const std::string id = name + "-0123456789ab";
            stage_import(scope, id, csv::kept_text(*table), mapping);
            const ImportJudgement judgement = judge_import(scope, test::french(), *table, mapping);
            EXPECT_TRUE(apply_import(scope, id, judgement).has_value());
            EXPECT_EQ(find_action(scope, "VUL-13")->organisations, std::vector<std::string>{name});
        });
    }
}

TEST(A_line, of_an_action_that_somebody_else_saved_in_between_is_left_out) {
    StrategyTest test;
    const auto table = csv::read_table("code;pilot\r\nPRE-1;Service\r\nPRE-2;Service\r\n", import_limits);
    const ImportMapping mapping = guessed_mapping(test::catalogues(), *table);
    test.write([&](Scope& scope) {
        stage_import(scope, "0123456789abcdef", csv::kept_text(*table), mapping);
        const ImportJudgement judgement = judge_import(scope, test::french(), *table, mapping);
        const Action before = *find_action(scope, "PRE-1");
        Action after = before;
        after.pilot = "Quelqu'un d'autre";
        Change change(scope, ChangeKind::edit);
        ASSERT_TRUE(change.save_action(before, after));
        change.finish();
        EXPECT_TRUE(apply_import(scope, "0123456789abcdef", judgement).has_value());
        EXPECT_EQ(find_action(scope, "PRE-1")->pilot, "Quelqu'un d'autre");
        EXPECT_EQ(find_action(scope, "PRE-2")->pilot, "Service");
    });
}

}  // namespace
}  // namespace maillage::strategy
