#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/audit/sql.hpp"
#include "domain/documents/api.hpp"
#include "domain/documents/sql.hpp"
#include "domain/identity/sql.hpp"
#include "domain/territory/sql.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/errors.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"
#include "tests/support/words.hpp"

namespace maillage::documents {
namespace {

namespace db = platform::db;
using identity::Actor;
using identity::Role;
using testing::IsEmpty;
using testing::SizeIs;

Actor actor_of(std::int64_t council, Role role) {
    Actor actor{.account = identity::AccountId(7), .council = territory::CouncilId(council)};
    actor.roles = {role};
    return actor;
}
const Actor partner = actor_of(1, Role::local_partner);
const Actor elected = actor_of(1, Role::elected);
const Actor administrator = actor_of(1, Role::administrator);
const Actor stranger = actor_of(2, Role::coordinator);
const foundation::Instant noon =
    std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::hours(12);
const std::string pdf = "%PDF-1.7\n1 0 obj\n";

class An_attached_file : public testing::Test {
 protected:
    An_attached_file()
        : database_({platform::sql::migrations(), audit::sql::migrations(), territory::sql::migrations(),
                     identity::sql::migrations(), sql::migrations()}) {}

    template <class Work>
    auto as(const Actor& actor, Work&& work) {
        return database_.pool().transaction(test::member_of(actor.council.value, actor.account.value),
                                            [&](db::Tx& tx) { return work(tx); });
    }
    std::expected<FileId, FileRefusal> attach(const Actor& actor, std::string_view name,
                                              std::string_view bytes,
                                              const std::string& title = "Compte rendu") {
        return as(actor, [&](db::Tx& tx) {
            return store(tx, actor, {.title = title, .name = name, .bytes = bytes},
                         platform::crypto::random_bytes, noon);
        });
    }
    // As the worker settles it.
    FileId attach_checked(const Actor& actor, std::string_view name, const std::string& bytes,
                          std::string_view refusal = {}) {
        FileId id = attach(actor, name, bytes).value();
        const bool settled = settle(test::application(), id, bytes, refusal);
        EXPECT_TRUE(settled);
        return id;
    }
    bool settle(const db::Context& who, const FileId& id, const std::string& bytes,
                std::string_view refusal) {
        const std::string fingerprint = platform::crypto::sha256(bytes);
        return database_.pool().transaction(who, [&](db::Tx& tx) {
            return tx.single(
                sql::settle_file, [](db::Row& row) { return row.boolean(); }, 1, id.text, refusal,
                db::Bytes{bytes}, db::Bytes{fingerprint});
        });
    }
    std::optional<FileContent> read_as(const Actor& actor, const FileId& id) {
        return as(actor, [&](db::Tx& tx) { return read(tx, actor, id); });
    }

    test::TestDatabase database_;
};

TEST_F(An_attached_file, is_read_back_byte_for_byte) {
    const std::string bytes = pdf + std::string("\0\xff\r\n", 4);
    const FileId id = attach_checked(partner, "compte rendu.pdf", bytes);
    const auto content = read_as(elected, id);

    ASSERT_TRUE(content.has_value());
    EXPECT_EQ(content->bytes, bytes);
    EXPECT_EQ(content->kind, FileKind::pdf);
}

TEST_F(An_attached_file, has_a_random_address_and_keeps_nothing_of_its_name) {
    const FileId first = attach(partner, "../../etc/passwd.pdf", pdf).value();
    const FileId second = attach(partner, "../../etc/passwd.pdf", pdf).value();
    const auto listed = as(elected, [&](db::Tx& tx) { return list(tx, elected, {first, second}); });

    EXPECT_NE(first, second);
    EXPECT_TRUE(file_id(first.text).has_value());
    EXPECT_EQ(first.text[14], '4');
    ASSERT_THAT(listed, SizeIs(2));
    EXPECT_EQ(listed[0].title, "Compte rendu");
    EXPECT_EQ(listed[0].size_bytes, static_cast<std::int64_t>(pdf.size()));
}

TEST_F(An_attached_file, of_another_type_without_title_or_too_large_is_refused) {
    EXPECT_EQ(attach(partner, "page.html", "<script>").error(), FileRefusal::unknown_kind);
    EXPECT_EQ(attach(partner, "page.pdf", "<script>").error(), FileRefusal::content_disagrees);
    EXPECT_EQ(attach(partner, "x.txt", std::string(largest_file_bytes + 1, 'a')).error(),
              FileRefusal::too_large);
    EXPECT_EQ(attach(partner, "x.pdf", pdf, "  ").error(), FileRefusal::no_title);
    EXPECT_EQ(attach(partner, "x.pdf", pdf, std::string(201, 'a')).error(), FileRefusal::title_too_long);
}

TEST_F(An_attached_file, is_attached_by_who_reports_and_read_by_no_administrator) {
    const FileId id = attach_checked(partner, "x.pdf", pdf);

    EXPECT_EQ(attach(elected, "x.pdf", pdf).error(), FileRefusal::not_allowed);
    EXPECT_FALSE(read_as(administrator, id).has_value());
    EXPECT_FALSE(as(elected, [&](db::Tx& tx) { return set_presence(tx, elected, id, Presence::removed); }));
}

TEST_F(An_attached_file, of_another_council_does_not_exist) {
    const FileId id = attach_checked(partner, "x.pdf", pdf);

    EXPECT_FALSE(read_as(stranger, id).has_value());
    EXPECT_THAT(as(stranger, [&](db::Tx& tx) { return list(tx, stranger, {id}); }), IsEmpty());
    EXPECT_FALSE(as(stranger, [&](db::Tx& tx) { return set_presence(tx, stranger, id, Presence::removed); }));
    EXPECT_TRUE(read_as(elected, id).has_value());
}

TEST_F(An_attached_file, that_is_removed_is_out_of_sight_until_it_is_brought_back) {
    const FileId id = attach_checked(partner, "x.pdf", pdf);
    const auto set = [&](Presence presence) {
        return as(partner, [&](db::Tx& tx) { return set_presence(tx, partner, id, presence); });
    };

    EXPECT_TRUE(set(Presence::removed));
    EXPECT_FALSE(read_as(elected, id).has_value());
    EXPECT_FALSE(set(Presence::removed));
    EXPECT_TRUE(set(Presence::current));
    EXPECT_TRUE(read_as(elected, id).has_value());
}

TEST_F(An_attached_file, is_given_to_nobody_before_it_is_checked_nor_once_it_is_refused) {
    const FileId waiting = attach(partner, "x.pdf", pdf).value();
    const FileId refused = attach_checked(partner, "x.pdf", pdf, "documents.refusal.infected");

    EXPECT_FALSE(read_as(partner, waiting).has_value());
    EXPECT_FALSE(read_as(partner, refused).has_value());
    EXPECT_EQ(as(partner, [&](db::Tx& tx) { return list(tx, partner, {waiting, refused}); }).size(), 2U);
}

TEST_F(An_attached_file, is_settled_once_and_by_the_application_alone) {
    const FileId id = attach(partner, "x.pdf", pdf).value();

    EXPECT_THROW(settle(test::member_of(1, 7), id, pdf, ""), db::StatementFailed);
    EXPECT_TRUE(settle(test::application(), id, pdf + "cleaned", ""));
    EXPECT_FALSE(settle(test::application(), id, "again", ""));
    EXPECT_EQ(read_as(partner, id)->bytes, pdf + "cleaned");
}

TEST_F(An_attached_file, has_a_content_that_the_application_cannot_change) {
    attach(partner, "x.pdf", pdf).value();
    db::Connection application(database_.connection("maillage_app"));
    EXPECT_THROW(application.command("update documents.file set bytes = 'x'"), db::StatementFailed);
    EXPECT_THROW(application.command("delete from documents.file"), db::StatementFailed);
    EXPECT_THROW(application.command("update documents.file set state = 'ready'"), db::StatementFailed);
    EXPECT_THROW(
        application.command("insert into documents.file (id, council_id, title, kind, size_bytes, sha256,"
                            " bytes, uploaded_by, state) values (gen_random_uuid(), 1, 'x', 'txt', 1,"
                            " sha256('x'), 'x', 1, 'ready')"),
        db::StatementFailed);
}

TEST(The_address_of_a_file, is_refused_unless_it_is_a_UUID_in_lower_case) {
    for (const std::string_view text :
         {"", "1", "../../../etc/passwd", "00000000-0000-4000-8000-00000000000",
          "00000000-0000-4000-8000-00000000000G", "00000000x0000-4000-8000-000000000000",
          "ABCDEF00-0000-4000-8000-000000000000"})
        EXPECT_FALSE(file_id(text).has_value()) << text;
    EXPECT_TRUE(file_id("00000000-0000-4000-8000-000000000000").has_value());
}

TEST(A_refused_file, is_explained_in_both_languages) {
    EXPECT_NE(sentence(test::french(), FileRefusal::too_large),
              sentence(test::english(), FileRefusal::too_large));
    EXPECT_THAT(sentence(test::french(), FileRefusal::unknown_kind), testing::Not(testing::HasSubstr("⟦")));
}

}  // namespace
}  // namespace maillage::documents
