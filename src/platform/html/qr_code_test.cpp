#include "platform/html/qr_code.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace maillage::platform::html {
namespace {

// "#" for a dark square: the finder of ISO/IEC 18004 § 6.3.3.
std::string corner(const QrCode& code, int top, int left) {
    std::string rows;
    for (int row = top; row < top + 7; ++row) {
        for (int column = left; column < left + 7; ++column)
            rows += code.dark[static_cast<std::size_t>(row * code.width + column)] ? '#' : '.';
        rows += '\n';
    }
    return rows;
}

TEST(A_qr_code, has_its_three_finders_and_grows_with_its_text) {
    const QrCode code = qr_code("otpauth://totp/Maillage:a@b.example?secret=MZXW6YTBOI&issuer=Maillage");
    const std::string finder = "#######\n#.....#\n#.###.#\n#.###.#\n#.###.#\n#.....#\n#######\n";
    EXPECT_EQ(code.width % 4, 1);
    EXPECT_EQ(code.dark.size(), static_cast<std::size_t>(code.width) * static_cast<std::size_t>(code.width));
    EXPECT_EQ(corner(code, 0, 0), finder);
    EXPECT_EQ(corner(code, 0, code.width - 7), finder);
    EXPECT_EQ(corner(code, code.width - 7, 0), finder);
    EXPECT_GT(qr_code(std::string(300, 'x')).width, code.width);
}

TEST(A_qr_code, is_drawn_with_its_quiet_zone_and_says_what_it_holds) {
    Out out;
    qr_figure(out, "x", "Code <à> lire");
    // 21 squares and four on each side.
    EXPECT_THAT(out.bytes, testing::HasSubstr("viewBox=\"0 0 29 29\""));
    EXPECT_THAT(out.bytes, testing::HasSubstr("aria-label=\"Code &lt;à&gt; lire\""));
    EXPECT_THAT(out.bytes, testing::HasSubstr("d=\"M4 4h7v1h-7z"));
}

}  // namespace
}  // namespace maillage::platform::html
