#include "platform/markdown/markdown.hpp"

#include <algorithm>
#include <set>

#include "foundation/text.hpp"
#include "platform/markdown/blocks.hpp"
#include "platform/markdown/inline.hpp"

namespace maillage::platform::markdown {
namespace {

using html::a;
using html::el;
using html::Out;

std::string id_of(std::string_view words, std::set<std::string>& taken) {
    std::string id;
    for (const char c : foundation::folded(words)) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept)
            id += c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (id.ends_with('-')) id.pop_back();
    if (id.empty()) id = "section";
    std::string unique = id;
    for (int i = 2; !taken.insert(unique).second; ++i) unique = id + "-" + std::to_string(i);
    return unique;
}

// The blocks of one text, one after the other.
class Renderer {
 public:
    Renderer(Out& out, const Placing& placing) : out_(out), placing_(placing) {}

    void write(const Block& block) {
        const auto words = [&](Out& o) { in_line(o, block.text); };
        switch (block.kind) {
        case BlockKind::heading: return heading(block);
        case BlockKind::paragraph: return el(out_, "p", {}, words);
        case BlockKind::bullets: return el(out_, "ul", {}, [&](Out& o) { items(o, block); });
        case BlockKind::numbers: return el(out_, "ol", {}, [&](Out& o) { items(o, block); });
        case BlockKind::definitions: return definitions(block);
        case BlockKind::table: return table(block);
        case BlockKind::quote:
            return el(out_, "blockquote", {a("class", "quote")}, [&](Out& o) { el(o, "p", {}, words); });
        case BlockKind::code:
            return el(out_, "pre", {a("tabindex", "0")}, [&](Out& o) { el(o, "code", {}, block.text); });
        }
    }

 private:
    void in_line(Out& out, std::string_view text) const { render_inline(out, text, placing_.links); }

    void heading(const Block& block) {
        const std::string id = std::string(placing_.id_prefix) + id_of(plain(block.text), ids_);
        const auto words = [&](Out& o) { in_line(o, block.text); };
        switch (std::clamp(block.level + placing_.shift, 1, 6)) {
        case 1: return el(out_, "h1", {a("id", id)}, words);
        case 2: return el(out_, "h2", {a("id", id)}, words);
        case 3: return el(out_, "h3", {a("id", id)}, words);
        case 4: return el(out_, "h4", {a("id", id)}, words);
        case 5: return el(out_, "h5", {a("id", id)}, words);
        default: return el(out_, "h6", {a("id", id)}, words);
        }
    }

    void items(Out& out, const Block& block) const {
        for (const Item& item : block.items)
            el(out, "li", {}, [&](Out& o) {
                in_line(o, item.text);
                if (item.children.empty()) return;
                el(o, "ul", {}, [&](Out& list) {
                    for (const std::string& child : item.children)
                        el(list, "li", {}, [&](Out& inner) { in_line(inner, child); });
                });
            });
    }

    void definitions(const Block& block) {
        el(out_, "dl", {a("class", "glossary")}, [&](Out& list) {
            for (const Item& item : block.items) {
                el(list, "dt", {}, [&](Out& o) { in_line(o, item.text); });
                for (const std::string& meaning : item.children)
                    el(list, "dd", {}, [&](Out& o) { in_line(o, meaning); });
            }
        });
    }

    void table(const Block& block) {
        const std::vector<std::string>& header = block.rows.front();
        std::string name;
        for (const std::string& cell : header) name += (name.empty() ? "" : ", ") + plain(cell);
        el(out_, "div",
           {a("class", "scroll"), a("tabindex", "0"), a("role", "region"), a("aria-label", name)},
           [&](Out& frame) { el(frame, "table", {}, [&](Out& o) { rows(o, block); }); });
    }

    void rows(Out& out, const Block& block) const {
        el(out, "thead", {}, [&](Out& head) {
            el(head, "tr", {}, [&](Out& row) {
                for (const std::string& cell : block.rows.front())
                    el(row, "th", {a("scope", "col")}, [&](Out& c) { in_line(c, cell); });
            });
        });
        el(out, "tbody", {}, [&](Out& body) {
            for (std::size_t i = 1; i < block.rows.size(); ++i)
                el(body, "tr", {}, [&](Out& row) {
                    for (const std::string& cell : block.rows[i])
                        el(row, "td", {}, [&](Out& c) { in_line(c, cell); });
                });
        });
    }

    Out& out_;
    const Placing& placing_;
    std::set<std::string> ids_;
};

}  // namespace

std::string title_of(std::string_view text) {
    for (const Block& block : blocks_of(text))
        if (block.kind == BlockKind::heading && block.level == 1) return plain(block.text);
    return {};
}

std::vector<Heading> headings_of(std::string_view text) {
    std::vector<Heading> found;
    std::set<std::string> ids;
    for (const Block& block : blocks_of(text)) {
        if (block.kind != BlockKind::heading) continue;
        std::string words = plain(block.text);
        std::string id = id_of(words, ids);
        found.push_back({.level = block.level, .text = std::move(words), .id = std::move(id)});
    }
    return found;
}

void render(Out& out, std::string_view text, int shift) {
    render(out, text, Placing{.shift = shift, .id_prefix = {}});
}

void render(Out& out, std::string_view text, const Placing& placing) {
    Renderer renderer(out, placing);
    for (const Block& block : blocks_of(text)) renderer.write(block);
}

}  // namespace maillage::platform::markdown
