#include "platform/markdown/inline.hpp"

#include <optional>

#include "platform/html/components.hpp"

namespace maillage::platform::markdown {
namespace {

// A mark at the start of a text: what it encloses and how many bytes it takes in all.
struct Span {
    std::string_view inside;
    std::string_view address = {};
    std::size_t length = 0;
};

// "**words**": not empty, no space just inside the marks ("2 * 3 * 4" is arithmetic).
std::optional<Span> enclosed(std::string_view text, std::string_view mark) {
    if (!text.starts_with(mark)) return std::nullopt;
    const std::size_t end = text.find(mark, mark.size());
    if (end == text.npos || end == mark.size()) return std::nullopt;
    const std::string_view inside = text.substr(mark.size(), end - mark.size());
    if (inside.front() == ' ' || inside.back() == ' ') return std::nullopt;
    return Span{.inside = inside, .length = end + mark.size()};
}

std::optional<Span> linked(std::string_view text) {
    if (!text.starts_with('[')) return std::nullopt;
    const std::size_t middle = text.find("](");
    if (middle == text.npos || middle == 1 || text.substr(1, middle - 1).find('[') != text.npos)
        return std::nullopt;
    const std::size_t end = text.find(')', middle);
    if (end == text.npos) return std::nullopt;
    return Span{.inside = text.substr(1, middle - 1),
                .address = text.substr(middle + 2, end - middle - 2),
                .length = end + 1};
}

// Our own paths, fragments, https, telephone numbers: nothing else is a link.
std::optional<html::Url> target_of(std::string_view address) {
    const html::Url target = address.starts_with('#')          ? html::Url::fragment(address.substr(1))
                             : address.starts_with("https://") ? html::Url::external(address)
                             : address.starts_with("tel:")     ? html::Url::telephone(address.substr(4))
                                                               : html::Url::path(address);
    if (target.value() == "about:invalid") return std::nullopt;
    return target;
}

// Marks within marks, to a depth that no honest text reaches.
constexpr int deepest = 4;

class Writer {
 public:
    Writer(html::Out& out, Links links) : out_(out), links_(links) {}

    void write(std::string_view text, int depth) {
        std::size_t done = 0;
        for (std::size_t at = 0; at < text.size();) {
            const std::string_view pending = text.substr(done, at - done);
            const std::size_t taken = depth < deepest ? span(text.substr(at), pending, depth) : 0;
            if (taken == 0) {
                ++at;
                continue;
            }
            at += taken;
            done = at;
        }
        html::text_with_codes(out_, text.substr(done));
    }

 private:
    // Writes the text before the mark, then the mark; 0 when `text` starts with none.
    std::size_t span(std::string_view text, std::string_view pending, int depth) {
        if (const auto code = enclosed(text, "`")) {
            html::text_with_codes(out_, pending);
            html::el(out_, "code", {}, code->inside);
            return code->length;
        }
        if (const auto strong = enclosed(text, "**")) {
            html::text_with_codes(out_, pending);
            html::el(out_, "strong", {}, [&](html::Out&) { write(strong->inside, depth + 1); });
            return strong->length;
        }
        if (const auto emphasis = enclosed(text, "*"); emphasis && !text.starts_with("**")) {
            html::text_with_codes(out_, pending);
            html::el(out_, "em", {}, [&](html::Out&) { write(emphasis->inside, depth + 1); });
            return emphasis->length;
        }
        if (const auto link = linked(text)) {
            const auto target = target_of(link->address);
            if (!target) return 0;
            html::text_with_codes(out_, pending);
            const bool elsewhere = link->address.starts_with("https://");
            if (!elsewhere && links_ == Links::other_sites) {
                write(link->inside, deepest);
                return link->length;
            }
            html::el(out_, "a",
                     {html::url("href", *target), html::a_if("rel", elsewhere ? "noreferrer" : "")},
                     [&](html::Out&) { write(link->inside, deepest); });
            return link->length;
        }
        return 0;
    }

    html::Out& out_;
    Links links_;
};

}  // namespace

void render_inline(html::Out& out, std::string_view text, Links links) { Writer(out, links).write(text, 0); }

std::string plain(std::string_view text) {
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (const auto link = linked(rest)) {
            words += link->inside;
            at += link->length;
        } else if (rest[0] == '*' || rest[0] == '`') {
            ++at;
        } else {
            words += rest[0];
            ++at;
        }
    }
    return words;
}

}  // namespace maillage::platform::markdown
