#include "tests/journeys/charter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::publish_charter;
using test::sign_the_charter;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
constexpr auto stop = test::Redirects::stop;

const std::string own = "/laval/charter", all = "/laval/accounts/charter";

TEST(Before_any_charter, nothing_is_asked_of_anybody) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue"), coordinator = laval.signed_in("coordination");
    EXPECT_EQ(elected.get("/laval/actions").status, 200);
    EXPECT_THAT(elected.get(own).body, HasSubstr("Aucune charte n’est en vigueur"));
    EXPECT_THAT(coordinator.get("/laval/accounts").body, HasSubstr("href=\"" + all + "\""));
    EXPECT_THAT(coordinator.get(all).body, HasSubstr("href=\"" + all + "/new\""));
}

TEST(A_member, is_led_to_the_new_charter_signs_it_and_goes_on_where_they_were_going) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue"), coordinator = laval.signed_in("coordination");
    const HttpAnswer published = publish_charter(coordinator);
    EXPECT_THAT(published.body, AllOf(HasSubstr("signée par vous"), HasSubstr("accès suspendu")));
    EXPECT_EQ(coordinator.get("/laval/actions").status, 200) << "its author signed by publishing";
    const HttpAnswer led = elected.get("/laval/actions?size=200");
    EXPECT_THAT(led.path, HasSubstr(own));
    EXPECT_THAT(led.body,
                AllOf(HasSubstr("Votre accès attend votre signature"),
                      HasSubstr("<strong>ne sort pas</strong>"), HasSubstr("Charte de déontologie")));
    EXPECT_THAT(elected.get("/laval").path, HasSubstr(own));
    EXPECT_EQ(elected.get("/laval/profile").status, 200) << "one's own account stays";
    const HttpAnswer gone_on = submit(elected, led.path, own + "/signature",
                                      {{"charter_version", "1"}, {"next", test::hidden(led.body, "next")}});
    EXPECT_EQ(gone_on.path, "/laval/actions?size=200");
    EXPECT_EQ(gone_on.status, 200);
    EXPECT_THAT(elected.get(own).body, HasSubstr("Signée par vous"));
}

TEST(A_signature, is_withdrawn_and_a_new_version_wants_one_of_its_own) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue"), coordinator = laval.signed_in("coordination");
    publish_charter(coordinator);
    sign_the_charter(elected);
    ASSERT_EQ(elected.get("/laval/actions", stop).status, 200);
    submit(elected, own, own + "/withdrawal", {{"charter_version", "1"}});
    EXPECT_EQ(elected.get("/laval/actions", stop).status, 303);
    sign_the_charter(elected);
    ASSERT_EQ(elected.get("/laval/actions", stop).status, 200);
    publish_charter(coordinator, "24/11/2026", "Un autre texte.");
    EXPECT_EQ(elected.get("/laval/actions", stop).status, 303);
    EXPECT_EQ(sign_the_charter(elected, "1").status, 404) << "the old one is not signed any more";
    EXPECT_THAT(elected.get(own + "?version=1").body, HasSubstr("ne sort pas")) << "but still read";
    sign_the_charter(elected, "2");
    EXPECT_EQ(elected.get("/laval/actions", stop).status, 200);
    const std::string journal = coordinator.get("/laval/journal.json?act=identity.charter").body;
    EXPECT_THAT(journal, AllOf(HasSubstr("identity.charter.publish"), HasSubstr("identity.charter.sign"),
                               HasSubstr("identity.charter.withdraw")));
}

TEST(A_charter_of_a_later_day, is_signed_beforehand_and_suspends_nobody_until_then) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue"), coordinator = laval.signed_in("coordination");
    publish_charter(coordinator, "01/12/2026");
    EXPECT_EQ(elected.get("/laval/actions", stop).status, 200);
    EXPECT_THAT(elected.get(own).body,
                AllOf(HasSubstr("en vigueur à partir du"), Not(HasSubstr("attend votre signature"))));
    EXPECT_THAT(coordinator.get(all).body, HasSubstr("Pas encore signée"));
    sign_the_charter(elected);
    EXPECT_THAT(coordinator.get(all + ".json").body, HasSubstr("\"signed_early\":2"));
    EXPECT_THAT(coordinator.get(all + ".json").body, HasSubstr("\"signed\":0"));
}

TEST(Who_publishes, is_told_what_to_mend_and_loses_nothing_typed) {
    DemoTown laval;
    HttpClient coordinator = laval.signed_in("coordination");
    const std::string form = all + "/new";
    const HttpAnswer mistaken = submit(coordinator, form, all,
                                       {{"charter_after", "0"},
                                        {"charter_title", ""},
                                        {"charter_text", "Un long texte"},
                                        {"charter_from", "23/11/2026"}});
    EXPECT_EQ(mistaken.status, 422);
    EXPECT_THAT(mistaken.body, AllOf(HasSubstr("Donnez un titre"), HasSubstr("Un long texte"),
                                     HasSubstr("ne vaut pas pour le passé"), HasSubstr("Cochez")));
    publish_charter(coordinator);
    const HttpAnswer overtaken = submit(coordinator, form, all,
                                        {{"charter_after", "0"},
                                         {"charter_title", "Charte"},
                                         {"charter_text", "Écrit en même temps"},
                                         {"charter_from", "24/11/2026"},
                                         {"charter_signed", "1"}});
    EXPECT_EQ(overtaken.status, 422);
    EXPECT_THAT(overtaken.body, AllOf(HasSubstr("Une autre version"), HasSubstr("Écrit en même temps")));
    EXPECT_EQ(test::hidden(overtaken.body, "charter_after"), "1");
}

}  // namespace
}  // namespace maillage
