#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/abuse/town.hpp"
#include "tests/journeys/directory.hpp"

// Who would make a right out of a request.
namespace maillage {
namespace {

using test::AttackedTown;
using test::HttpClient;
using test::json_text;
using test::submit;
using test::told;
using testing::HasSubstr;
using testing::Not;

const std::string own = "/laval/access", all = "/laval/accounts/requests";

TEST(Who_manages_accounts, answers_no_request_of_their_own) {
    AttackedTown town;
    HttpClient coordinator = town.laval().signed_in("coordination");
    submit(coordinator, own, own, {{"access_role", "administrator"}, {"access_reason", "Pour tout faire"}});
    const std::string one = all + "/" + json_text(coordinator.get(own + ".json").body, "id");
    const auto shown = coordinator.get(one);
    ASSERT_THAT(shown.body, HasSubstr("Pour tout faire"));
    EXPECT_THAT(shown.body, Not(HasSubstr(one + "/acceptance")));
    const std::string before = town.rows();
    const auto absent = submit(coordinator, own, all + "/00000000-0000-4000-8000-000000000000/acceptance",
                               {{"role", "administrator"}});
    const auto accepted = submit(coordinator, own, one + "/acceptance", {{"role", "administrator"}});
    EXPECT_EQ(accepted.status, 404);
    EXPECT_EQ(told(accepted), told(absent));
    EXPECT_EQ(submit(coordinator, own, one + "/refusal", {{"access_answer", "x"}}).status, 404);
    EXPECT_EQ(town.rows(), before);
}

TEST(A_request, is_not_there_for_others_nor_for_another_council) {
    AttackedTown town;
    HttpClient prosecutor = town.laval().signed_in("parquet"), elected = town.laval().signed_in("elue"),
               stranger = town.stranger();
    const std::string id = json_text(prosecutor.get(own + ".json").body, "id");
    ASSERT_FALSE(id.empty());
    const std::string before = town.rows();
    EXPECT_THAT(elected.get(own + ".json").body, Not(HasSubstr(id)));
    EXPECT_EQ(submit(elected, own, own + "/" + id + "/withdrawal", {}).status, 404);
    EXPECT_EQ(elected.get(all).status, 404);
    EXPECT_EQ(elected.get(all + "/" + id).status, 404);
    const std::string theirs = "/ailleurs/accounts/requests/";
    EXPECT_EQ(told(stranger.get(theirs + id)),
              told(stranger.get(theirs + "00000000-0000-4000-8000-000000000000")));
    EXPECT_EQ(
        submit(stranger, "/ailleurs/access", theirs + id + "/acceptance", {{"role", "prosecutor"}}).status,
        404);
    EXPECT_EQ(town.rows(), before);
}

// R12: what a form does not have changes nothing, whatever it is called.
TEST(Fields_that_a_form_does_not_have, give_nothing) {
    AttackedTown town;
    HttpClient elected = town.laval().signed_in("elue");
    submit(elected, own, own,
           {{"access_role", "prefect"},
            {"access_reason", "Essai"},
            {"state", "granted"},
            {"decided_by", "1"},
            {"account_id", "1"},
            {"council_id", "2"},
            {"role", "coordinator"},
            {"confirmed_at", "2026-01-01"}});
    EXPECT_THAT(elected.get(own + ".json").body, HasSubstr("\"state\":\"open\""));
    EXPECT_EQ(elected.get("/laval/accounts").status, 404);
}

}  // namespace
}  // namespace maillage
