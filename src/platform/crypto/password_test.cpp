#include "platform/crypto/password.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "platform/crypto/bytes.hpp"

namespace maillage::platform::crypto {
namespace {

constexpr PasswordCost cheap{.passes = 1, .memory_bytes = 64 * 1024};
constexpr std::string_view secret = "correct cheval pile agrafe é";

std::string sixteen_known_bytes(std::size_t) { return "sixteen bytes ok"; }

std::string hex_of(const SecretKey& key) {
    return hex({reinterpret_cast<const char*>(key.bytes().data()), SecretKey::size});
}

// Known answers: Argon2id by the reference implementation's own program, the rest by Python's hashlib.
TEST(A_password, gives_the_known_verifier_and_unwrap_key) {
    PasswordHasher hasher({.cost = cheap}, sixteen_known_bytes);

    const auto made = hasher.hash(secret);

    ASSERT_TRUE(made);
    EXPECT_EQ(hex(made->record.verifier_hash),
              "df8a21cdf3250737549a5a7e5232237e0c7212bec8e3ec72ce347fe5f44059bf");
    EXPECT_EQ(hex_of(made->unwrap_key), "f3727a9bb766fc76acda84c22df9bae3c4dffa9be63578211b88d2ab13e57b9e");
}

TEST(A_password, gives_the_known_answer_at_the_cost_of_production) {
    PasswordHasher hasher({}, sixteen_known_bytes);

    const auto made = hasher.hash(secret);

    ASSERT_TRUE(made);
    EXPECT_EQ(made->record.cost.memory_bytes, 64U * 1024 * 1024);
    EXPECT_EQ(hex(made->record.verifier_hash),
              "70b284937d92a444fd20191ed049181bf2553825f92e394c8b7e7a199e29fb2f");
    EXPECT_EQ(hex_of(made->unwrap_key), "044e61061277dfe14c49f0cd47576eda2a62b7b4d843a336bbbd57c7a34a610f");
}

TEST(A_password, is_recognised_and_opens_the_same_key) {
    PasswordHasher hasher({.cost = cheap}, random_bytes);
    const auto made = hasher.hash(secret);
    ASSERT_TRUE(made);

    const auto recognised = hasher.verify(secret, made->record);

    ASSERT_TRUE(recognised);
    EXPECT_EQ(hex_of(recognised->unwrap_key), hex_of(made->unwrap_key));
    EXPECT_FALSE(recognised->outdated);
}

TEST(A_password, is_refused_when_one_letter_differs) {
    PasswordHasher hasher({.cost = cheap}, random_bytes);
    const auto made = hasher.hash(secret);
    ASSERT_TRUE(made);

    const auto verified = hasher.verify("correct cheval pile agrafe e", made->record);

    ASSERT_FALSE(verified);
    EXPECT_EQ(verified.error(), PasswordRefusal::wrong);
}

TEST(A_password, of_a_name_that_no_account_has_is_refused_alike) {
    PasswordHasher hasher({.cost = cheap}, random_bytes);

    EXPECT_EQ(hasher.verify_nobody(secret), PasswordRefusal::wrong);
}

TEST(A_password, hashed_at_yesterdays_cost_is_recognised_as_outdated) {
    PasswordHasher yesterday({.cost = cheap}, random_bytes);
    const auto made = yesterday.hash(secret);
    ASSERT_TRUE(made);
    PasswordHasher today({.cost = {.passes = 2, .memory_bytes = 64 * 1024}}, random_bytes);

    const auto recognised = today.verify(secret, made->record);

    ASSERT_TRUE(recognised);
    EXPECT_TRUE(recognised->outdated);
}

TEST(A_password, is_never_in_what_is_stored) {
    PasswordHasher hasher({.cost = cheap}, random_bytes);
    const auto made = hasher.hash(secret);
    ASSERT_TRUE(made);

    EXPECT_EQ(as_text(made->record).find(secret), std::string::npos);
    EXPECT_EQ(as_text(made->record).find(hex_of(made->unwrap_key)), std::string::npos);
}

TEST(A_password_record, reads_back_from_its_text) {
    const PasswordRecord record{
        .cost = cheap, .salt = "sixteen bytes ok", .verifier_hash = std::string(32, 'v')};

    const auto read = parse_password_record(as_text(record));

    ASSERT_TRUE(read);
    EXPECT_EQ(read->cost, record.cost);
    EXPECT_EQ(read->salt, record.salt);
    EXPECT_EQ(read->verifier_hash, record.verifier_hash);
}

TEST(A_password_record, is_refused_when_it_was_tampered_with) {
    const std::string good =
        as_text({.cost = cheap, .salt = "sixteen bytes ok", .verifier_hash = std::string(32, 'v')});

    EXPECT_FALSE(parse_password_record(""));
    EXPECT_FALSE(parse_password_record(good + "$"));
    EXPECT_FALSE(parse_password_record(good.substr(0, good.size() - 3)));
    EXPECT_FALSE(parse_password_record("argon2i" + good.substr(8)));
    EXPECT_FALSE(parse_password_record("argon2id$1$99999999999$" + good.substr(17)));
    EXPECT_FALSE(parse_password_record("argon2id$99$65536$" + good.substr(17)));
}

TEST(Password_hashes, beyond_the_queue_are_turned_away) {
    BoundedGate gate(1, 1);
    auto working = gate.enter();
    ASSERT_TRUE(working);
    std::atomic<bool> served{false};
    std::jthread waiting([&] { served = gate.enter().has_value(); });
    while (gate.has_room()) std::this_thread::yield();

    EXPECT_FALSE(gate.enter());

    working.reset();
    waiting.join();
    EXPECT_TRUE(served);
    EXPECT_TRUE(gate.enter());
}

TEST(Password_hashes, report_busy_when_the_queue_is_full) {
    PasswordHasher hasher({.cost = cheap, .at_once = 0, .queue = 0}, random_bytes);

    const auto made = hasher.hash(secret);

    ASSERT_FALSE(made);
    EXPECT_EQ(made.error(), PasswordRefusal::busy);
    EXPECT_EQ(hasher.verify_nobody(secret), PasswordRefusal::busy);
}

}  // namespace
}  // namespace maillage::platform::crypto
