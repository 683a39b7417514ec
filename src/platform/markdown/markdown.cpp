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

void heading(Out& out, int level, std::string_view id, std::string_view text) {
    const auto words = [&](Out& o) { render_inline(o, text); };
    switch (std::clamp(level, 1, 6)) {
    case 1: return el(out, "h1", {a("id", id)}, words);
    case 2: return el(out, "h2", {a("id", id)}, words);
    case 3: return el(out, "h3", {a("id", id)}, words);
    case 4: return el(out, "h4", {a("id", id)}, words);
    case 5: return el(out, "h5", {a("id", id)}, words);
    default: return el(out, "h6", {a("id", id)}, words);
    }
}

void items(Out& out, const Block& block) {
    for (const Item& item : block.items)
        el(out, "li", {}, [&](Out& o) {
            render_inline(o, item.text);
            if (item.children.empty()) return;
            el(o, "ul", {}, [&](Out& list) {
                for (const std::string& child : item.children)
                    el(list, "li", {}, [&](Out& inner) { render_inline(inner, child); });
            });
        });
}

void definitions(Out& out, const Block& block) {
    el(out, "dl", {a("class", "glossary")}, [&](Out& list) {
        for (const Item& item : block.items) {
            el(list, "dt", {}, [&](Out& o) { render_inline(o, item.text); });
            for (const std::string& meaning : item.children)
                el(list, "dd", {}, [&](Out& o) { render_inline(o, meaning); });
        }
    });
}

void table(Out& out, const Block& block) {
    const std::vector<std::string>& header = block.rows.front();
    std::string name;
    for (const std::string& cell : header) name += (name.empty() ? "" : ", ") + plain(cell);
    el(out, "div", {a("class", "scroll"), a("tabindex", "0"), a("role", "region"), a("aria-label", name)},
       [&](Out& frame) {
           el(frame, "table", {}, [&](Out& o) {
               el(o, "thead", {}, [&](Out& head) {
                   el(head, "tr", {}, [&](Out& row) {
                       for (const std::string& cell : header)
                           el(row, "th", {a("scope", "col")}, [&](Out& c) { render_inline(c, cell); });
                   });
               });
               el(o, "tbody", {}, [&](Out& body) {
                   for (std::size_t i = 1; i < block.rows.size(); ++i)
                       el(body, "tr", {}, [&](Out& row) {
                           for (const std::string& cell : block.rows[i])
                               el(row, "td", {}, [&](Out& c) { render_inline(c, cell); });
                       });
               });
           });
       });
}

void write(Out& out, const Block& block, int shift, std::set<std::string>& ids) {
    const auto words = [&](Out& o) { render_inline(o, block.text); };
    switch (block.kind) {
    case BlockKind::heading:
        return heading(out, block.level + shift, id_of(plain(block.text), ids), block.text);
    case BlockKind::paragraph: return el(out, "p", {}, words);
    case BlockKind::bullets: return el(out, "ul", {}, [&](Out& o) { items(o, block); });
    case BlockKind::numbers: return el(out, "ol", {}, [&](Out& o) { items(o, block); });
    case BlockKind::definitions: return definitions(out, block);
    case BlockKind::table: return table(out, block);
    case BlockKind::quote:
        return el(out, "blockquote", {a("class", "quote")}, [&](Out& o) { el(o, "p", {}, words); });
    case BlockKind::code:
        return el(out, "pre", {a("tabindex", "0")}, [&](Out& o) { el(o, "code", {}, block.text); });
    }
}

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
    std::set<std::string> ids;
    for (const Block& block : blocks_of(text)) write(out, block, shift, ids);
}

}  // namespace maillage::platform::markdown
