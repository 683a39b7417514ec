#include "platform/html/form.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/support/words.hpp"

namespace maillage::platform::html {
namespace {

TEST(A_typed_date, is_understood_in_the_forms_that_people_use) {
    for (const char* typed : {"1/2/26", "01/02/2026", "2026-02-01", "1-2-2026", "1.2.2026", " 01/02/2026 "})
        EXPECT_EQ(parse_typed_date(typed).value().iso(), "2026-02-01") << typed;
    for (const char* typed :
         {"31/02/2026", "1/13/2026", "2026/02/01", "hier", "", "1/2", "1/2/202", "1/2/3/4", "aa/bb/cccc"})
        EXPECT_FALSE(parse_typed_date(typed)) << typed;
}

TEST(A_typed_number, takes_comma_or_point_and_refuses_what_is_ambiguous) {
    EXPECT_EQ(parse_typed_number("1,5"), 1.5);
    EXPECT_EQ(parse_typed_number("1.5"), 1.5);
    EXPECT_EQ(parse_typed_number("1 234,5"), 1234.5);
    EXPECT_EQ(parse_typed_number("1\u202F234\u202F567"), 1234567.0);
    EXPECT_EQ(parse_typed_number("−3"), -3.0);
    for (const char* typed :
         {"1.234,5", "1,2,3", "12 34", "1 2345", "abc", "", ",5", "5,", "1e5", "0x10", "nan", "- 3"})
        EXPECT_FALSE(parse_typed_number(typed)) << typed;
}

TEST(A_form, keeps_what_was_typed_and_says_what_is_wrong_twice) {
    const i18n::Words words = test::french();
    FormState state;
    state.values.add("title", "<b>Café</b>");
    state.refuse("title", "Le titre est trop long : 110 caractères au plus.");
    Out out;
    error_summary(out, words, state);
    text_field(out, words, {.name = "title", .label = "Titre", .required = true}, state);
    EXPECT_NE(out.bytes.find("class=\"summary\" role=\"alert\" tabindex=\"-1\" id=\"es\""), out.bytes.npos);
    EXPECT_NE(out.bytes.find("href=\"#title\""), out.bytes.npos);
    EXPECT_NE(out.bytes.find("value=\"&lt;b&gt;Café&lt;/b&gt;\""), out.bytes.npos);
    EXPECT_NE(out.bytes.find("aria-describedby=\"title-error\""), out.bytes.npos);
    EXPECT_NE(out.bytes.find("aria-invalid=\"true\""), out.bytes.npos);
}

TEST(A_text_area, says_its_limit_and_keeps_a_first_empty_line) {
    FormState state;
    state.values.add("note", "\nun");
    Out out;
    text_field(out, test::french(),
               {.name = "note", .label = "Note", .kind = FieldKind::textarea, .max_length = 2000}, state);
    EXPECT_NE(out.bytes.find("data-max=\"2000\""), out.bytes.npos);
    EXPECT_NE(out.bytes.find("aria-describedby=\"note-limit\""), out.bytes.npos);
    EXPECT_NE(out.bytes.find(">\n\nun</textarea>"), out.bytes.npos);
    EXPECT_NE(out.bytes.find("id=\"note-limit\">2\u202F000 caractères au plus"), out.bytes.npos);
}

TEST(A_group_of_choices, gives_the_field_s_id_to_its_first_choice) {
    FormState state;
    state.values.add("state", "done");
    state.refuse("state", "Choisissez un état.");
    Out out;
    radio_group(out, test::french(),
                {.name = "state", .label = "État", .options = {{"open", "Ouvert"}, {"done", "Fait"}}}, state);
    EXPECT_NE(out.bytes.find("name=\"state\" id=\"state\" value=\"open\""), out.bytes.npos);
    EXPECT_NE(out.bytes.find("id=\"state-done\" value=\"done\" checked=\"\""), out.bytes.npos);
    EXPECT_NE(out.bytes.find("aria-describedby=\"state-error\""), out.bytes.npos);
}

TEST(A_date_field, says_the_date_it_understood) {
    FormState state;
    state.values.add("due", "1/2/26");
    Out out;
    date_field(out, test::french(), {.name = "due", .label = "Échéance"}, state);
    EXPECT_NE(out.bytes.find("Date comprise\u00A0: dimanche 1er\u00A0février 2026"), out.bytes.npos);
    EXPECT_NE(out.bytes.find("value=\"1/2/26\""), out.bytes.npos);
}

TEST(A_form, carries_its_tokens_and_asks_for_no_completion) {
    const Url action = Url::path("/laval/actions");
    Out out;
    form_open(out, action, {.csrf = "c", .idempotency = "k"});
    form_close(out);
    EXPECT_EQ(out.bytes,
              "<form method=\"post\" action=\"/laval/actions\" novalidate=\"\">"
              "<input type=\"hidden\" name=\"csrf\" value=\"c\">"
              "<input type=\"hidden\" name=\"key\" value=\"k\"></form>");
}

TEST(A_form, never_shows_a_typed_password_again) {
    const i18n::Words words = test::french();
    FormState state;
    state.values.add("password", "canary");
    Out out;
    text_field(out, words, {.name = "password", .label = "Mot de passe", .kind = FieldKind::password}, state);
    EXPECT_EQ(out.bytes.find("canary"), out.bytes.npos);
}

RC_GTEST_PROP(A_typed_number, printed_by_the_words_is_read_back, ()) {
    const i18n::Words words = test::french();
    const double value = *rc::gen::inRange(-100000000, 100000000) / 100.0;
    RC_ASSERT(parse_typed_number(words.decimal(value, 2)).value() == value);
}

RC_GTEST_PROP(A_typed_date, printed_by_the_words_is_read_back, ()) {
    const auto date = foundation::Date::create(2000, 1, 1).value().plus_days(*rc::gen::inRange(0, 36524));
    RC_ASSERT(parse_typed_date(test::french().date(date)) == date);
    RC_ASSERT(parse_typed_date(date.iso()) == date);
}

}  // namespace
TEST(A_list_of_boxes, shows_the_chosen_ones_first_and_the_others_in_their_groups) {
    Out out;
    FormState state;
    state.values.add("partners", "sdis");
    checkbox_list(out, test::english(),
                  {.name = "partners",
                   .label = "Partners",
                   .options = {{"ccas", "CCAS", "Social"},
                               {"sdis", "SDIS", "Rescue"},
                               {"croix", "Red Cross", "Rescue"}}},
                  state);
    const auto at = [&](std::string_view text) { return out.bytes.find(text); };
    EXPECT_LT(at(">Chosen<"), at("SDIS"));
    EXPECT_LT(at("SDIS"), at(">Social<"));
    EXPECT_LT(at(">Social<"), at("CCAS"));
    EXPECT_LT(at(">Rescue<"), at("Red Cross"));
    EXPECT_NE(at("id=\"partners\" value=\"sdis\" checked"), std::string::npos);  // where the summary leads
}

}  // namespace maillage::platform::html
