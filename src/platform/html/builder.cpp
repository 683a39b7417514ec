#include "platform/html/builder.hpp"

#include <charconv>

namespace maillage::platform::html {
namespace {

// The five characters that mean something in text or in a quoted attribute.
const char* escape_of(char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return nullptr;
    }
}

bool printable_ascii(std::string_view text) {
    for (const char c : text)
        if (c <= ' ' || c == 0x7f || c == '"' || c == '\'' || c == '<' || c == '>' || c == '\\' || c == '`' ||
            (c & '\x80') != 0)
            return false;
    return true;
}

constexpr const char* refused = "about:invalid";

}  // namespace

void Out::text(std::string_view words) {
    std::size_t done = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char* escaped = escape_of(words[i]);
        if (escaped == nullptr) continue;
        bytes.append(words, done, i - done);
        bytes.append(escaped);
        done = i + 1;
    }
    bytes.append(words, done);
}

void Out::text(std::int64_t value) {
    char digits[24];
    bytes.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

Url Url::path(std::string_view path) {
    const bool ours = path.starts_with('/') && !path.starts_with("//") && printable_ascii(path);
    return Url(ours ? std::string(path) : refused);
}

Url Url::fragment(std::string_view id) {
    return Url(!id.empty() && printable_ascii(id) ? "#" + std::string(id) : refused);
}

Url Url::external(std::string_view https_address) {
    const bool https = https_address.starts_with("https://") && https_address.size() > 8;
    return Url(https && printable_ascii(https_address) ? std::string(https_address) : refused);
}

Url Url::mail(std::string_view address) {
    const bool plausible = address.find('@') != address.npos && address.find('?') == address.npos;
    return Url(plausible && printable_ascii(address) ? "mailto:" + std::string(address) : refused);
}

Url Url::telephone(std::string_view number) {
    std::string digits;
    for (const char c : number)
        if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) digits += c;
    return Url(digits.empty() ? refused : "tel:" + digits);
}

void open_tag(Out& out, const char* tag, std::initializer_list<Attr> attributes) {
    out.bytes += '<';
    out.bytes += tag;
    for (const Attr& attribute : attributes) {
        if (!attribute.present) continue;
        out.bytes += ' ';
        out.bytes += attribute.name;
        out.bytes += "=\"";
        out.text(attribute.value);
        out.bytes += '"';
    }
    out.bytes += '>';
}

void close_tag(Out& out, const char* tag) {
    out.bytes += "</";
    out.bytes += tag;
    out.bytes += '>';
}

void json_data(Out& out, std::string_view id, std::string_view json) {
    out.bytes += "<script type=\"application/json\" id=\"";
    out.text(id);
    out.bytes += "\">";
    for (const char c : json) {
        if (c == '<')
            out.bytes += "\\u003c";
        else
            out.bytes += c;
    }
    out.bytes += "</script>";
}

}  // namespace maillage::platform::html
