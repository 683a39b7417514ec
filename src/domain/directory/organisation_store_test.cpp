#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "domain/audit/sql.hpp"
#include "domain/directory/contact_store.hpp"
#include "domain/directory/sql.hpp"
#include "domain/identity/sql.hpp"
#include "domain/territory/sql.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"

namespace maillage::directory {
namespace {

namespace db = platform::db;
using identity::Actor;
using identity::Role;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string data(const std::string& name) {
    std::ifstream file(std::string(MAILLAGE_SOURCE_DIR) + "/data/" + name);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

Actor actor_of(std::int64_t council, Role role) {
    Actor actor{.account = identity::AccountId(7), .council = territory::CouncilId(council)};
    actor.roles = {role};
    return actor;
}
const Actor coordinator = actor_of(1, Role::coordinator);
const Actor partner = actor_of(1, Role::local_partner);
const Actor administrator = actor_of(1, Role::administrator);
const Actor stranger = actor_of(2, Role::coordinator);

class An_organisation_of_the_directory : public testing::Test {
 protected:
    An_organisation_of_the_directory()
        : database_({platform::sql::migrations(), audit::sql::migrations(), territory::sql::migrations(),
                     identity::sql::migrations(), sql::migrations()}) {}

    template <class Work>
    auto as(const Actor& actor, Work&& work) {
        return database_.pool().transaction(test::member_of(actor.council.value, actor.account.value),
                                            [&](db::Tx& tx) { return work(tx); });
    }
    void load_laval() {
        database_.pool().transaction(test::application(1), [&](db::Tx& tx) {
            report_ =
                load_organisations(tx, territory::CouncilId(1), data("councils/laval/organisations.toml"),
                                   territory::Inventions::kept)
                    .value();
        });
    }
    std::string create(std::string name) {
        return as(coordinator,
                  [&](db::Tx& tx) {
                      return create_organisation(tx, coordinator,
                                                 {.name = std::move(name), .kind = "association"});
                  })
            .value();
    }
    OrganisationList list(const Actor& actor, const ListQuestion& question) {
        return as(actor, [&](db::Tx& tx) { return list_organisations(tx, actor, question); });
    }

    test::TestDatabase database_;
    LoadReport report_;
};
using A_contact_of_the_directory = An_organisation_of_the_directory;

TEST_F(An_organisation_of_the_directory, of_the_strategy_document_is_in_the_directory_of_Laval) {
    load_laval();

    EXPECT_EQ(report_.networks, 3);
    EXPECT_GE(report_.organisations, 12);
    EXPECT_THAT(list(partner, {.words = "INALTA"}).rows, SizeIs(1));
}

TEST_F(An_organisation_of_the_directory, is_loaded_again_without_doubles) {
    load_laval();
    const std::int64_t before = list(partner, {}).total;
    load_laval();

    EXPECT_EQ(list(partner, {}).total, before);
    EXPECT_EQ(report_.contacts, 0);
}

TEST_F(An_organisation_of_the_directory, is_found_by_words_without_accents_by_kind_and_by_network) {
    load_laval();

    EXPECT_THAT(list(partner, {.words = "prefecture"}).rows, SizeIs(1));
    EXPECT_THAT(list(partner, {.words = "PRÉFECTURE "}).rows, SizeIs(1));
    EXPECT_THAT(list(partner, {.kind = "rescue"}).rows, SizeIs(1));
    EXPECT_GE(list(partner, {.network = "vif"}).total, 5);
    EXPECT_THAT(list(partner, {.words = "%"}).rows, IsEmpty());
    EXPECT_THAT(list(partner, {.words = "' or 1=1 --"}).rows, IsEmpty());
}

TEST_F(An_organisation_of_the_directory, gets_a_key_of_its_own_from_its_name) {
    EXPECT_EQ(create("Les Amis"), "les-amis");
    EXPECT_EQ(create("Les amis !"), "les-amis-2");
    EXPECT_EQ(create("New"), "new-2");
}

TEST_F(An_organisation_of_the_directory, changed_by_somebody_else_meanwhile_is_not_overwritten) {
    const std::string key = create("Les Amis");
    const auto update = [&](std::int64_t version) {
        return as(coordinator, [&](db::Tx& tx) {
            return update_organisation(tx, coordinator, key, version,
                                       {.name = "Les Amies", .kind = "association"});
        });
    };

    EXPECT_TRUE(update(1).has_value());
    EXPECT_EQ(update(1).error(), Refusal::changed_meanwhile);
}

TEST_F(An_organisation_of_the_directory, that_is_archived_leaves_the_list_and_the_pickers_and_comes_back) {
    const std::string key = create("Les Amis");
    const auto archive = [&](Presence presence) {
        return as(coordinator,
                  [&](db::Tx& tx) { return archive_organisation(tx, coordinator, key, presence); });
    };
    const auto choices = [&] {
        return as(partner, [&](db::Tx& tx) { return organisation_choices(tx, partner); });
    };

    EXPECT_TRUE(archive(Presence::put_away).has_value());
    EXPECT_THAT(list(partner, {}).rows, IsEmpty());
    EXPECT_THAT(list(partner, {.archived = true}).rows, SizeIs(1));
    EXPECT_THAT(choices(), IsEmpty());
    EXPECT_FALSE(archive(Presence::put_away).has_value());
    EXPECT_TRUE(archive(Presence::current).has_value());
    EXPECT_THAT(choices(), SizeIs(1));
}

TEST_F(An_organisation_of_the_directory, is_changed_by_the_coordinator_only_and_read_by_no_administrator) {
    const std::string key = create("Les Amis");

    EXPECT_FALSE(as(partner, [&](db::Tx& tx) {
                     return create_organisation(tx, partner, {.name = "X", .kind = "association"});
                 }).has_value());
    EXPECT_FALSE(as(partner, [&](db::Tx& tx) {
                     return update_organisation(tx, partner, key, 1, {.name = "X", .kind = "association"});
                 }).has_value());
    EXPECT_THAT(list(administrator, {}).rows, IsEmpty());
    EXPECT_FALSE(
        as(administrator, [&](db::Tx& tx) { return find_organisation(tx, administrator, key); }).has_value());
}

TEST_F(An_organisation_of_the_directory, of_another_council_does_not_exist) {
    const std::string key = create("Les Amis");

    EXPECT_FALSE(as(stranger, [&](db::Tx& tx) { return find_organisation(tx, stranger, key); }).has_value());
    EXPECT_EQ(
        as(stranger, [&](db::Tx& tx) { return archive_organisation(tx, stranger, key, Presence::put_away); })
            .error(),
        Refusal::not_found);
    EXPECT_FALSE(as(stranger, [&](db::Tx& tx) {
                     return create_contact(tx, stranger, key, {.function = "F"});
                 }).has_value());
}

TEST_F(An_organisation_of_the_directory, keeps_a_script_in_its_name_as_the_text_it_is) {
    const std::string key = create("<script>alert(1)</script>");
    const auto found = as(partner, [&](db::Tx& tx) { return find_organisation(tx, partner, key); });

    EXPECT_EQ(found.value().fields.name, "<script>alert(1)</script>");
    EXPECT_EQ(key, "script-alert-1-script");
}

TEST_F(An_organisation_of_the_directory, joins_the_networks_of_its_council_only) {
    load_laval();
    const std::string key =
        as(coordinator, [&](db::Tx& tx) {
            return create_organisation(tx, coordinator,
                                       {.name = "X", .kind = "association", .networks = {"vif", "nowhere"}});
        }).value();
    const auto found = as(partner, [&](db::Tx& tx) { return find_organisation(tx, partner, key); });

    EXPECT_THAT(found.value().fields.networks, ElementsAre("vif"));
}

TEST_F(A_contact_of_the_directory, is_added_changed_removed_and_restored) {
    const std::string key = create("Les Amis");
    const auto organisation =
        as(partner, [&](db::Tx& tx) { return find_organisation(tx, partner, key); }).value();
    const auto listed = [&] {
        return as(partner, [&](db::Tx& tx) { return contacts(tx, partner, organisation.id); });
    };
    const ContactId id = as(coordinator, [&](db::Tx& tx) {
                             return create_contact(tx, coordinator, key, {.function = "Présidente"});
                         }).value();

    EXPECT_TRUE(as(coordinator, [&](db::Tx& tx) {
                    return update_contact(tx, coordinator, key, id, {.function = "Président"});
                }).has_value());
    EXPECT_EQ(listed().at(0).fields.function, "Président");
    EXPECT_TRUE(as(coordinator, [&](db::Tx& tx) {
                    return remove_contact(tx, coordinator, key, id, Presence::put_away);
                }).has_value());
    EXPECT_THAT(listed(), IsEmpty());
    EXPECT_FALSE(as(partner, [&](db::Tx& tx) { return find_contact(tx, partner, key, id); }).has_value());
    EXPECT_TRUE(as(coordinator, [&](db::Tx& tx) {
                    return remove_contact(tx, coordinator, key, id, Presence::current);
                }).has_value());
    EXPECT_THAT(listed(), SizeIs(1));
}

TEST_F(A_contact_of_the_directory, is_reached_through_its_own_organisation_only) {
    const std::string key = create("Les Amis"), other = create("Les Autres");
    const ContactId id = as(coordinator, [&](db::Tx& tx) {
                             return create_contact(tx, coordinator, key, {.function = "Présidente"});
                         }).value();

    EXPECT_FALSE(as(coordinator, [&](db::Tx& tx) {
                     return update_contact(tx, coordinator, other, id, {.function = "X"});
                 }).has_value());
    EXPECT_FALSE(as(coordinator, [&](db::Tx& tx) {
                     return remove_contact(tx, coordinator, other, id, Presence::put_away);
                 }).has_value());
}

TEST_F(A_contact_of_the_directory, of_the_demonstration_is_marked_as_fictional) {
    load_laval();
    for (const OrganisationRow& row : list(partner, {}).rows)
        for (const Contact& contact :
             as(partner, [&](db::Tx& tx) { return contacts(tx, partner, row.organisation.id); }))
            EXPECT_TRUE(contact.fictional && contact.fields.email.ends_with(".example"))
                << row.organisation.key;
}

TEST(A_directory_file, with_a_mistake_is_refused_whole) {
    test::TestDatabase database({platform::sql::migrations(), audit::sql::migrations(),
                                 territory::sql::migrations(), identity::sql::migrations(),
                                 sql::migrations()});
    const auto refused = database.pool().transaction(test::application(1), [&](db::Tx& tx) {
        return load_organisations(
            tx, territory::CouncilId(1),
            "[[organisation]]\nkey = \"a\"\nname = \"A\"\nkind = \"spies\"\nwebsite = \"http://a.fr\"\n"
            "networks = [\"nowhere\"]\n",
            territory::Inventions::kept);
    });

    ASSERT_FALSE(refused.has_value());
    EXPECT_THAT(refused.error(), SizeIs(3));
}

}  // namespace
}  // namespace maillage::directory
