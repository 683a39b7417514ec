#include "platform/files/zip_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/zip_file.hpp"

namespace maillage::platform::files {
namespace {

using test::zip_of;

ZipRefusal refusal_of(std::string_view bytes, const ZipLimits& limits = {}) {
    const auto names = check_zip(bytes, limits);
    EXPECT_FALSE(names.has_value());
    return names ? ZipRefusal{} : names.error();
}

TEST(A_zip, tells_the_names_of_its_entries) {
    const auto names = check_zip(zip_of({{"a.txt", "un"}, {"b/c.txt", "deux"}}));

    ASSERT_TRUE(names);
    EXPECT_THAT(*names, testing::ElementsAre("a.txt", "b/c.txt"));
}

TEST(A_zip, gives_one_small_entry) {
    const std::string zip = zip_of({{"a.txt", "un"}, {"big.txt", std::string(1000, 'x')}});

    EXPECT_EQ(zip_entry(zip, "a.txt", 100), "un");
    EXPECT_EQ(zip_entry(zip, "big.txt", 100), std::nullopt);
    EXPECT_EQ(zip_entry(zip, "absent.txt", 100), std::nullopt);
}

TEST(A_zip, that_is_none_or_is_truncated_is_refused) {
    const std::string zip = zip_of({{"a.txt", std::string(5000, 'x') + "un"}});

    EXPECT_EQ(refusal_of("%PDF-1.7"), ZipRefusal::not_a_zip);
    EXPECT_EQ(refusal_of(zip.substr(0, zip.size() - 10)), ZipRefusal::damaged);
    EXPECT_EQ(refusal_of(zip.substr(0, 40)), ZipRefusal::damaged);
    EXPECT_EQ(refusal_of("PK\x03\x04"), ZipRefusal::damaged);
}

TEST(A_zip, that_grows_too_much_is_refused_before_it_is_unpacked) {
    const std::string bomb = zip_of({{"zeros", std::string(20U << 20U, '\0')}});

    EXPECT_LT(bomb.size(), 100'000U);
    EXPECT_EQ(refusal_of(bomb), ZipRefusal::bomb);
}

TEST(A_zip, whose_entries_are_too_large_together_is_refused) {
    EXPECT_EQ(refusal_of(zip_of({{"a", std::string(60, 'x')}, {"b", std::string(60, 'y')}}), {.bytes = 100}),
              ZipRefusal::too_large);
    EXPECT_EQ(refusal_of(zip_of({{"a", std::string(101, 'x')}}), {.bytes = 100}), ZipRefusal::too_large);
}

TEST(A_zip, with_too_many_entries_is_refused) {
    EXPECT_EQ(refusal_of(zip_of({{"a", ""}, {"b", ""}, {"c", ""}}), {.entries = 2}),
              ZipRefusal::too_many_entries);
}

TEST(A_zip, with_macros_is_refused) {
    EXPECT_EQ(refusal_of(zip_of({{"xl/workbook.xml", ""}, {"xl/vbaProject.bin", "x"}})), ZipRefusal::macros);
    EXPECT_EQ(refusal_of(zip_of({{"mimetype", ""}, {"Basic/Standard/Module1.xml", "x"}})),
              ZipRefusal::macros);
}

}  // namespace
}  // namespace maillage::platform::files
