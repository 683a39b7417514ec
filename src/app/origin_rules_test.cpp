#include "app/origin_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::app {
namespace {

TEST(A_form, is_accepted_from_our_own_pages_alone) {
    EXPECT_TRUE(comes_from_us({.fetch_site = "same-origin", .host = "m.example"}));
    EXPECT_TRUE(comes_from_us({.origin = "https://m.example", .host = "m.example"}));
    EXPECT_TRUE(comes_from_us({.origin = "http://127.0.0.1:8080", .host = "127.0.0.1:8080"}));
    EXPECT_FALSE(
        comes_from_us({.fetch_site = "cross-site", .origin = "https://m.example", .host = "m.example"}));
    EXPECT_FALSE(comes_from_us({.fetch_site = "same-site", .host = "m.example"}));
    EXPECT_FALSE(comes_from_us({.fetch_site = "none", .host = "m.example"}));
    EXPECT_FALSE(comes_from_us({.origin = "https://m.example.evil", .host = "m.example"}));
    EXPECT_FALSE(comes_from_us({.origin = "null", .host = "m.example"}));
    EXPECT_FALSE(comes_from_us({.host = "m.example"}));
}

}  // namespace
}  // namespace maillage::app
