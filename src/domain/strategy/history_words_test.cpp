#include "domain/strategy/history_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/words.hpp"

namespace maillage::strategy {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

HistoryLine line(std::string kind, std::string field, std::string before, std::string after) {
    HistoryLine one;
    one.kind = std::move(kind);
    one.author = "Camille Martin";
    one.field = std::move(field);
    one.old_value = std::move(before);
    one.new_value = std::move(after);
    return one;
}

std::string said(const HistoryLine& one) { return history_sentence(test::french(), {}, one); }

TEST(The_history, says_who_did_what) {
    EXPECT_EQ(deed_sentence(test::french(), line("state", "state", "to_start", "done"), Deed::change),
              "Camille Martin a changé l’état");
    EXPECT_EQ(deed_sentence(test::english(), line("import", "code", "", "PRE-1"), Deed::beginning),
              "Camille Martin created the action by importing a file");
}

TEST(The_history, names_the_command_when_nobody_was_signed_in) {
    HistoryLine loaded = line("import", "title", "a", "b");
    loaded.author.clear();
    EXPECT_THAT(deed_sentence(test::french(), loaded, Deed::change),
                StartsWith("Le programme, par la commande"));
    loaded.kind = "undo";
    EXPECT_THAT(deed_sentence(test::french(), loaded, Deed::change), StartsWith("Le programme a annulé"));
}

TEST(The_history, gives_the_label_of_the_field_and_readable_values) {
    EXPECT_THAT(said(line("state", "state", "to_start", "done")), Not(HasSubstr("to_start")));
    EXPECT_EQ(said(line("edit", "due", "", "2027-03-03")), "Échéance : 03/03/2027");
    EXPECT_THAT(said(line("edit", "pilot", "La ville", "")), HasSubstr("La ville"));
}

TEST(The_history, tells_of_a_step_as_a_whole_thing) {
    HistoryLine step = line("steps", "deleted", "yes", "");
    step.step = StepId(4);
    step.step_title = "Choisir le lieu";
    EXPECT_EQ(said(step), "Étape ajoutée : Choisir le lieu");
    step.kind = "undo";
    EXPECT_EQ(said(step), "Étape rétablie : Choisir le lieu");
    step.field = "done_at";
    step.old_value.clear();
    step.new_value = "2026-11-24";
    EXPECT_EQ(said(step), "Étape faite le 24/11/2026 : Choisir le lieu");
}

}  // namespace
}  // namespace maillage::strategy
