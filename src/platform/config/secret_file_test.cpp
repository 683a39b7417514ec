#include "platform/config/secret_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace maillage::platform::config {
namespace {

std::string file_with(std::string_view content, mode_t mode) {
    const std::string path =
        testing::TempDir() + "secret_" + testing::UnitTest::GetInstance()->current_test_info()->name();
    std::ofstream(path, std::ios::trunc) << content;
    chmod(path.c_str(), mode);
    return path;
}

TEST(A_secret_file, is_read_without_its_last_line_end) {
    const auto secret = read_secret_file(file_with("0123456789abcdef0123456789abcdef\n", 0600));

    ASSERT_TRUE(secret);
    EXPECT_EQ(*secret, "0123456789abcdef0123456789abcdef");
}

TEST(A_secret_file, that_others_may_read_is_refused) {
    const auto secret = read_secret_file(file_with("0123456789abcdef0123456789abcdef\n", 0640));

    ASSERT_FALSE(secret);
    EXPECT_EQ(secret.error(), SecretRefusal::open_to_others);
}

TEST(A_secret_file, that_holds_no_real_secret_is_refused) {
    const auto secret = read_secret_file(file_with("changeme\n", 0600));

    ASSERT_FALSE(secret);
    EXPECT_EQ(secret.error(), SecretRefusal::too_short);
}

TEST(A_secret_file, that_is_too_long_is_refused) {
    const auto secret = read_secret_file(file_with(std::string(5000, 'x'), 0600));

    ASSERT_FALSE(secret);
    EXPECT_EQ(secret.error(), SecretRefusal::too_long);
}

TEST(A_secret_file, that_is_missing_or_no_file_is_refused) {
    EXPECT_EQ(read_secret_file("/nonexistent/key").error(), SecretRefusal::not_readable);
    EXPECT_EQ(read_secret_file("/tmp").error(), SecretRefusal::not_a_file);
}

}  // namespace
}  // namespace maillage::platform::config
