#include "platform/http/multipart.hpp"

#include "foundation/result.hpp"
#include "foundation/text.hpp"
#include "platform/http/header_parameters.hpp"

namespace maillage::platform::http {
namespace {

constexpr std::size_t most_fields = 500, most_files = 20;
constexpr std::size_t most_header_bytes = 2 * 1024;
constexpr std::size_t most_boundary_bytes = 70;  // RFC 2046 § 5.1.1

std::expected<std::string, FormRefusal> boundary_of(std::string_view content_type) {
    const auto type = parse_parameters(content_type);
    if (!type) return std::unexpected(FormRefusal::malformed);
    const std::string_view boundary = type->parameters.get("boundary");
    const auto allowed = [](char c) { return c > ' ' && c < '\x7F' && c != '"'; };
    if (boundary.empty() || boundary.size() > most_boundary_bytes || !std::ranges::all_of(boundary, allowed))
        return std::unexpected(FormRefusal::malformed);
    return std::string(boundary);
}

// The three characters that browsers escape in names (HTML, "multipart form data"); '%' itself they leave.
std::string unescaped(std::string_view name) {
    std::string text;
    for (; !name.empty(); name.remove_prefix(1)) {
        if (name.starts_with("%22")) {
            text += '"';
        } else if (name.starts_with("%0D") || name.starts_with("%0A")) {
            text += ' ';
        } else {
            text += name.front();
            continue;
        }
        name.remove_prefix(2);
    }
    return text;
}

// Some browsers sent the whole path of the visitor's disk.
std::string_view last_of_path(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

struct PartHead {
    std::string field;
    std::optional<std::string> file_name;
    std::string type;
};

std::expected<PartHead, FormRefusal> read_part_head(std::string_view lines) {
    PartHead head;
    bool named = false;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find("\r\n"));
        lines.remove_prefix(std::min(line.size() + 2, lines.size()));
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) return std::unexpected(FormRefusal::malformed);
        const std::string name = foundation::folded(line.substr(0, colon));
        const std::string_view value = foundation::trimmed(line.substr(colon + 1));
        if (name == "content-type") head.type = value;
        if (name != "content-disposition") continue;
        const auto disposition = parse_parameters(value);
        if (!disposition || disposition->value != "form-data" || named)
            return std::unexpected(FormRefusal::malformed);
        const auto field = disposition->parameters.find("name");
        if (!field) return std::unexpected(FormRefusal::malformed);
        named = true;
        head.field = unescaped(*field);
        if (const auto file = disposition->parameters.find("filename"))
            head.file_name = unescaped(last_of_path(*file));
    }
    if (!named) return std::unexpected(FormRefusal::malformed);
    if (!foundation::is_clean_utf8(head.field) || !foundation::is_clean_utf8(head.file_name.value_or("")) ||
        !foundation::is_clean_utf8(head.type))
        return std::unexpected(FormRefusal::not_utf8);
    return head;
}

std::expected<void, FormRefusal> keep(PartHead head, std::string_view bytes, FormData& form) {
    if (head.file_name) {
        // A file input left empty.
        if (head.file_name->empty() && bytes.empty()) return {};
        if (form.files.size() == most_files) return std::unexpected(FormRefusal::too_many_fields);
        form.files.push_back({.field = std::move(head.field),
                              .name = std::move(*head.file_name),
                              .type = std::move(head.type),
                              .bytes = std::string(bytes)});
        return {};
    }
    if (form.fields.pairs().size() == most_fields) return std::unexpected(FormRefusal::too_many_fields);
    if (!foundation::is_clean_utf8(bytes)) return std::unexpected(FormRefusal::not_utf8);
    form.fields.add(std::move(head.field), std::string(bytes));
    return {};
}

}  // namespace

std::expected<FormData, FormRefusal> parse_multipart(std::string_view content_type, std::string_view body) {
    const std::string mark = "\r\n--" + TRY(boundary_of(content_type));
    const std::string_view opening = std::string_view(mark).substr(2);
    if (!body.starts_with(opening)) return std::unexpected(FormRefusal::malformed);
    body.remove_prefix(opening.size());
    FormData form;
    while (!body.starts_with("--")) {
        if (!body.starts_with("\r\n")) return std::unexpected(FormRefusal::malformed);
        // The line end of the boundary may also be the one that ends an empty list of headers.
        const std::size_t head_end = body.find("\r\n\r\n");
        if (head_end == std::string_view::npos || head_end > most_header_bytes)
            return std::unexpected(FormRefusal::malformed);
        PartHead head = TRY(read_part_head(body.substr(2, std::max<std::size_t>(head_end, 2) - 2)));
        body.remove_prefix(head_end + 4);
        // An empty part may end right after its head.
        const bool empty = body.starts_with(opening);
        const std::size_t end = empty ? 0 : body.find(mark);
        if (end == std::string_view::npos) return std::unexpected(FormRefusal::malformed);
        TRY(keep(std::move(head), body.substr(0, end), form));
        body.remove_prefix(end + (empty ? opening.size() : mark.size()));
    }
    return form;
}

}  // namespace maillage::platform::http
