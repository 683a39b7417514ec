#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace maillage::platform::mail {

// Text that may stand in a header: UTF-8 of one line. There is no other way into a header, so none in which a
// line end or a control character could open a header of somebody else's.
class HeaderText {
 public:
    static constexpr std::size_t most_bytes = 400;
    static std::optional<HeaderText> create(std::string_view utf8);
    const std::string& text() const { return text_; }

 private:
    explicit HeaderText(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

// As it stands after "Name: ", for a name of `name_width` characters: itself where it is short ASCII, else
// encoded words of RFC 2047 (Q), folded, none of them with half a character.
std::string header_value(const HeaderText& text, std::size_t name_width);

}  // namespace maillage::platform::mail
