#include "domain/strategy/evidence_store.hpp"

#include <gtest/gtest.h>

#include "domain/strategy/action_store.hpp"
#include "tests/support/strategy_town.hpp"

namespace maillage::strategy {
namespace {

using documents::Presence;
using identity::Actor;
using identity::Role;

Actor actor_of(std::int64_t council, std::int64_t account, Role role) {
    Actor actor{.account = identity::AccountId(account), .council = territory::CouncilId(council)};
    actor.roles = {role};
    return actor;
}

std::string same_bytes(std::size_t count) { return std::string(count, '\x5a'); }

EvidenceId attached(Scope& scope, ActionId action) {
    const Actor coordinator = actor_of(1, 1, Role::coordinator);
    return attach_evidence(scope, coordinator, action,
                           {.title = " Délibération ", .name = "x.pdf", .bytes = "%PDF-1.7\n1 0 obj\n"},
                           same_bytes)
        .value();
}

TEST(Evidence_of_an_action, is_kept_with_its_title_its_author_and_its_file) {
    StrategyTest test;
    test.write([&](Scope& scope) {
        scope.may_attach = true;
        const ActionId action = find_action(scope, "PRE-1")->id;
        attached(scope, action);
        const std::vector<Evidence> pieces = read_evidence(scope, action);

        ASSERT_EQ(pieces.size(), 1u);
        EXPECT_EQ(pieces[0].title, "Délibération");
        EXPECT_EQ(pieces[0].author, "Camille");
        EXPECT_EQ(pieces[0].kind, "pdf");
        EXPECT_EQ(find_action(scope, "PRE-1")->news_at, scope.now);
    });
}

TEST(Evidence_of_an_action, is_of_no_other_action_and_of_no_other_council) {
    StrategyTest test;
    ActionId action{0}, other{0};
    EvidenceId piece{0};
    test.write([&](Scope& scope) {
        scope.may_attach = true;
        action = find_action(scope, "PRE-1")->id;
        other = find_action(scope, "PRE-2")->id;
        piece = attached(scope, action);
        EXPECT_FALSE(
            set_evidence_presence(scope, actor_of(1, 1, Role::coordinator), other, piece, Presence::removed));
    });
    const Actor stranger = actor_of(2, 1, Role::coordinator);
    test.database().pool().transaction(test::member_of(2, 1), [&](platform::db::Tx& tx) {
        Scope scope = scope_of_application(tx, stranger.council, test.now, test.today);
        scope.account = stranger.account;
        EXPECT_TRUE(read_evidence(scope, action).empty());
        EXPECT_FALSE(set_evidence_presence(scope, stranger, action, piece, Presence::removed));
    });
}

TEST(Evidence_of_an_action, that_is_refused_leaves_nothing_behind) {
    StrategyTest test;
    test.write([&](Scope& scope) {
        const ActionId action = find_action(scope, "PRE-1")->id;
        const auto refused =
            attach_evidence(scope, actor_of(1, 1, Role::coordinator), action,
                            {.title = "x", .name = "x.pdf", .bytes = "<script>"}, same_bytes);
        EXPECT_EQ(refused.error(), documents::FileRefusal::content_disagrees);
        EXPECT_EQ(attach_evidence(scope, actor_of(1, 3, Role::elected), action,
                                  {.title = "x", .name = "x.pdf", .bytes = "%PDF-1.7\n"}, same_bytes)
                      .error(),
                  documents::FileRefusal::not_allowed);
        EXPECT_TRUE(read_evidence(scope, action).empty());
    });
}

}  // namespace
}  // namespace maillage::strategy
