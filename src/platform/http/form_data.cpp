#include "platform/http/form_data.hpp"

#include "foundation/result.hpp"
#include "foundation/text.hpp"
#include "platform/http/header_parameters.hpp"
#include "platform/http/multipart.hpp"
#include "platform/http/target.hpp"

namespace maillage::platform::http {
namespace {

constexpr std::size_t most_fields = 500;

FormRefusal form_refusal(TargetRefusal refusal) {
    switch (refusal) {
    case TargetRefusal::not_utf8: return FormRefusal::not_utf8;
    case TargetRefusal::query_too_long: return FormRefusal::too_many_fields;
    case TargetRefusal::not_origin_form:
    case TargetRefusal::bad_character:
    case TargetRefusal::bad_escape:
    case TargetRefusal::not_canonical: return FormRefusal::malformed;
    }
    __builtin_unreachable();
}

// Line ends as '\n'; other control characters, which nobody sees and which a spreadsheet or a PDF refuses,
// go.
std::string as_text(std::string_view value) {
    std::string text;
    text.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (c == '\r') {
            if (i + 1 == value.size() || value[i + 1] != '\n') text += '\n';
        } else if (c == '\n' || c == '\t' || (c & '\x80') != 0 || (c >= ' ' && c != '\x7F')) {
            text += c;
        }
    }
    return text;
}

Fields as_text(const Fields& fields) {
    Fields cleaned;
    for (const auto& [name, value] : fields.pairs()) cleaned.add(name, as_text(value));
    return cleaned;
}

}  // namespace

std::expected<FormData, FormRefusal> parse_form(const Request& request) {
    const std::string_view header = request.headers.get("content-type");
    const auto type = parse_parameters(header);
    if (!type) return std::unexpected(FormRefusal::not_a_form);
    if (type->value == "multipart/form-data") {
        FormData form = TRY(parse_multipart(header, request.body));
        form.fields = as_text(form.fields);
        return form;
    }
    if (type->value != "application/x-www-form-urlencoded") return std::unexpected(FormRefusal::not_a_form);
    if (const auto charset = type->parameters.find("charset");
        charset && foundation::folded(*charset) != "utf-8")
        return std::unexpected(FormRefusal::not_utf8);
    auto pairs = parse_pairs(request.body, most_fields);
    if (!pairs) return std::unexpected(form_refusal(pairs.error()));
    return FormData{.fields = as_text(*pairs), .files = {}};
}

}  // namespace maillage::platform::http
