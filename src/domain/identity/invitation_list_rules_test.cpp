#include "domain/identity/invitation_list_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maillage::identity {
namespace {

const std::vector<RoleWord> roles{{"Préfecture", Role::prefect}, {"Maire et élus", Role::elected}};

ListedPerson only(const std::string& line) {
    const auto people = read_list(line, roles);
    EXPECT_EQ(people.size(), 1U) << line;
    return people.empty() ? ListedPerson{} : people.front();
}

TEST(A_pasted_list, is_read_as_mail_programs_and_workbooks_write_it) {
    for (const char* line :
         {"Camille Martin <C.Martin@laval.example>", "Camille Martin; c.martin@laval.example",
          "c.martin@laval.example\tCamille Martin", "Camille Martin, c.martin@laval.example",
          "  \"Camille Martin\" <c.martin@laval.example>,  ", "Camille Martin;;c.martin@laval.example;"}) {
        const ListedPerson person = only(line);
        EXPECT_EQ(person.name, "Camille Martin") << line;
        EXPECT_EQ(person.email, "c.martin@laval.example") << line;
        EXPECT_EQ(person.role, std::nullopt) << line;
        EXPECT_EQ(person.mistake, std::nullopt) << line;
    }
    EXPECT_EQ(only("Martin, Camille <c.martin@laval.example>").name, "Martin, Camille");
}

TEST(A_pasted_list, takes_the_role_of_a_line_however_it_is_accented) {
    EXPECT_EQ(only("Claude Bernard; c.b@prefecture.example; PREFECTURE").role, Role::prefect);
    EXPECT_EQ(only("Claude Bernard <c.b@laval.example> ; maire et elus").role, Role::elected);
    EXPECT_EQ(only("Claude Bernard; c.b@laval.example; roi").mistake, ListMistake::unknown_role);
}

TEST(A_pasted_list, says_what_is_wrong_with_each_line) {
    EXPECT_EQ(only("Camille Martin").mistake, ListMistake::no_address);
    EXPECT_EQ(only("Camille Martin; c.martin@laval").mistake, ListMistake::bad_address);
    EXPECT_EQ(only("c.martin@laval.example").mistake, ListMistake::no_name);
    EXPECT_EQ(only(std::string(121, 'n') + "; c.martin@laval.example").mistake, ListMistake::long_name);
}

TEST(A_pasted_list, counts_who_is_listed_twice_once_and_passes_over_empty_lines) {
    const auto people = read_list(
        "\r\nA <a@laval.example>\r\n\r\n  B <b@laval.example>\r\nAlix <A@laval.example>\r\n", roles);
    ASSERT_EQ(people.size(), 3U);
    EXPECT_EQ(people[0].mistake, std::nullopt);
    EXPECT_EQ(people[1].name, "B");
    EXPECT_EQ(people[2].mistake, ListMistake::twice);
}

RC_GTEST_PROP(A_pasted_list, of_anything_gives_a_person_or_a_mistake_for_each_line,
              (const std::string& text)) {
    for (const ListedPerson& person : read_list(text, roles))
        RC_ASSERT(person.mistake || (!person.name.empty() && !person.email.empty()));
}

}  // namespace
}  // namespace maillage::identity
