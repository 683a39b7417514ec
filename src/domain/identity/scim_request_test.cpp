#include "domain/identity/scim_request.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maillage::identity {
namespace {

std::string user(const std::string& more) {
    return R"({"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a@b.fr",)" + more + "}";
}
std::string patch(const std::string& operations) {
    return R"({"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[)" + operations +
           "]}";
}

TEST(A_name, is_the_one_displayed_then_the_whole_then_its_parts) {
    EXPECT_EQ(read_scim_user(user(R"("name":{"formatted":"A B"},"displayName":"D")"))->name, "D");
    EXPECT_EQ(read_scim_user(user(R"("name":{"formatted":"A B","givenName":"C","familyName":"E"})"))->name,
              "A B");
    EXPECT_EQ(read_scim_user(user(R"("name":{"givenName":"C","familyName":"E"})"))->name, "C E");
    EXPECT_FALSE(read_scim_user(user(R"("name":{"givenName":"C"})"))->name);
}

TEST(What_a_user_does_not_say, stays_as_it_is) {
    const auto read = read_scim_user(user(R"("displayName":"D")"));
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->active);
    EXPECT_FALSE(read->external_id);
    const auto cleared = read_scim_user(user(R"("externalId":null)"))->external_id;
    ASSERT_TRUE(cleared);
    EXPECT_FALSE(*cleared);
}

TEST(Operations, are_read_as_directories_write_them) {
    const auto read = read_scim_patch(
        patch(R"({"op":"Replace","path":"active","value":"False"},)"
              R"({"op":"add","path":"urn:ietf:params:scim:schemas:core:2.0:User:displayName","value":"D"},)"
              R"({"op":"replace","path":"emails[type eq \"work\"].value","value":"x@y.fr"},)"
              R"({"op":"remove","path":"externalId"},)"
              R"({"op":"replace","value":{"userName":"N@b.fr","phoneNumbers":[{"value":"1"}]}})"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->active, false);
    EXPECT_EQ(read->name, "D");
    EXPECT_EQ(read->address, "n@b.fr");
    ASSERT_TRUE(read->external_id);
    EXPECT_FALSE(*read->external_id);
}

struct Refused {
    const char* operation;
    ScimRefusal why;
};

TEST(Operations, that_nobody_can_follow_say_which_rule_they_break) {
    for (const auto& [operation, why] : {
             Refused{R"({"op":"move","path":"active"})", ScimRefusal::bad_operation},
             Refused{R"({"op":"remove"})", ScimRefusal::no_target},
             Refused{R"({"op":"remove","path":"active"})", ScimRefusal::not_removable},
             Refused{R"({"op":"replace","path":"active","value":"maybe"})", ScimRefusal::bad_active},
             Refused{R"({"op":"replace","path":"active"})", ScimRefusal::bad_operation},
             Refused{R"({"op":"replace","value":3})", ScimRefusal::bad_operation},
             Refused{R"({"op":"replace","path":"emails[","value":1})", ScimRefusal::bad_path},
             Refused{R"({"op":"replace","path":"a b","value":1})", ScimRefusal::bad_path},
             Refused{R"({"op":"replace","path":"colour","value":1})", ScimRefusal::unknown_attribute},
             Refused{R"({"op":"replace","path":"userName","value":"nobody"})", ScimRefusal::bad_address},
             Refused{R"({"op":"replace","path":"displayName","value":"a\nb"})", ScimRefusal::bad_name},
             Refused{R"({"op":"remove","path":"roles"})", ScimRefusal::gives_rights},
             Refused{R"({"op":"add","path":"roles","value":[{"value":"coordinator"}]})",
                     ScimRefusal::gives_rights},
         }) {
        const auto read = read_scim_patch(patch(operation));
        ASSERT_FALSE(read) << operation;
        EXPECT_EQ(read.error(), why) << operation;
    }
}

RC_GTEST_PROP(A_request_of_a_directory, is_read_or_refused_whatever_its_bytes, (std::string text)) {
    RC_ASSERT(!read_scim_user(text));
    RC_ASSERT(!read_scim_patch(text));
}

}  // namespace
}  // namespace maillage::identity
