#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

// Typed HTML: text put in the wrong context does not compile (tests/compile_fail shows each refusal).
//
//     el(out, "td", {a("class", "n")}, title);                 text, escaped
//     el(out, "ul", {}, [&](Out& o) { el(o, "li", {}, 42); }); nested
//     void_el(out, "input", {a("name", "title"), a("value", typed)});
namespace maillage::platform::html {

// Only compile-time literals may be raw HTML.
struct Raw {
    std::string_view text;
    explicit consteval Raw(const char* literal) : text(literal) {}
};

struct Out {
    std::string bytes;

    void text(std::string_view words);  // escapes & < > " '
    void text(std::int64_t value);
    void raw(Raw literal) { bytes.append(literal.text); }
    // A fragment this builder made: already escaped.
    void append(const Out& fragment) { bytes.append(fragment.bytes); }
};

// A path of our own origin. "//host", "/\host" and control characters are refused: "about:invalid".
class Url {
 public:
    static Url path(std::string_view path);
    // The fragment of this page: "#contenu".
    static Url fragment(std::string_view id);
    // Another site, https only (Légifrance, guides); the link is given rel="noreferrer" by its caller.
    static Url external(std::string_view https_address);
    // mailto: and tel: of a directory's contact.
    static Url mail(std::string_view address);
    static Url telephone(std::string_view number);
    std::string_view value() const { return value_; }

 private:
    explicit Url(std::string value) : value_(std::move(value)) {}
    std::string value_;
};

struct Name {
    const char* text;
    consteval Name(const char* name) : text(name) {
        const std::string_view n(name);
        for (const char c : n)
            if (!((c >= 'a' && c <= 'z') || c == '-' || c == ':' || (c >= '0' && c <= '9') ||
                  (c >= 'A' && c <= 'Z')))  // viewBox
                throw "bad attribute name";
        if (n.starts_with("on") || n.starts_with("hx-on")) throw "no inline handlers";
        for (const std::string_view url : {"href", "src", "action", "formaction", "data", "ping", "poster",
                                           "srcset", "cite", "manifest", "xlink:href", "hx-get", "hx-post"})
            if (n == url) throw "use url()";
        if (n == "style" || n == "srcdoc") throw "forbidden attribute";
    }
};
struct UrlName {
    const char* text;
    consteval UrlName(const char* name) : text(name) {
        const std::string_view n(name);
        for (const std::string_view known : {"href", "src", "action", "formaction", "hx-get", "hx-post"})
            if (n == known) return;
        throw "not a URL attribute";
    }
};

struct Attr {
    const char* name;
    std::string_view value;  // borrowed: must outlive the call
    bool present = true;
};
inline Attr a(Name name, std::string_view value) { return {name.text, value, true}; }
// A boolean attribute (required, checked, hidden…): there or not.
inline Attr flag(Name name, bool present) { return {name.text, "", present}; }
// Present only when `value` is not empty.
inline Attr a_if(Name name, std::string_view value) { return {name.text, value, !value.empty()}; }
inline Attr url(UrlName name, const Url& target) { return {name.text, target.value(), true}; }
Attr url(UrlName name, Url&& target) = delete;  // would dangle

struct Tag {
    const char* text;
    consteval Tag(const char* tag) : text(tag) {
        const std::string_view t(tag);
        if (t == "script" || t == "style") throw "no dynamic script or style";
        for (const std::string_view empty : {"br", "hr", "img", "input", "link", "meta", "col", "wbr"})
            if (t == empty) throw "use void_el()";
    }
};
struct VoidTag {
    const char* text;
    consteval VoidTag(const char* tag) : text(tag) {
        const std::string_view t(tag);
        for (const std::string_view known : {"br", "hr", "img", "input", "link", "meta", "col", "wbr"})
            if (t == known) return;
        throw "not a void element";
    }
};

void open_tag(Out& out, const char* tag, std::initializer_list<Attr> attributes);
void close_tag(Out& out, const char* tag);

template <class Content>
void el(Out& out, Tag tag, std::initializer_list<Attr> attributes, Content&& content) {
    open_tag(out, tag.text, attributes);
    if constexpr (std::is_convertible_v<Content, std::string_view>)
        out.text(std::string_view(content));
    else if constexpr (std::integral<std::remove_cvref_t<Content>>)
        out.text(static_cast<std::int64_t>(content));
    else
        content(out);
    close_tag(out, tag.text);
}
inline void void_el(Out& out, VoidTag tag, std::initializer_list<Attr> attributes) {
    open_tag(out, tag.text, attributes);
}

// <script type="application/json" id=…>: data for an island. `json` is written with '<' as \u003c, so that
// nothing in it can end the element.
void json_data(Out& out, std::string_view id, std::string_view json);

}  // namespace maillage::platform::html
