#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.hpp"

namespace maillage::platform::http {

struct UploadedFile {
    std::string field;
    std::string name;  // as the browser sent it: to guess a type or show back, never to store as a path
    std::string type;
    std::string bytes;
};

struct FormData {
    Fields fields;
    std::vector<UploadedFile> files;
};

enum class FormRefusal { not_a_form, malformed, not_utf8, too_many_fields };

// application/x-www-form-urlencoded or multipart/form-data. Every value is clean UTF-8 with line ends as "\n"
// and no other control character than tabs. At most 500 fields and 20 files; a file input left empty gives
// nothing.
std::expected<FormData, FormRefusal> parse_form(const Request& request);
// "%2F" → "/" and '+' → ' ' (queries and forms); nothing when an escape is broken.
std::optional<std::string> decode_component(std::string_view encoded);
// "%2F" → "/", '+' stays (segments of a path).
std::optional<std::string> decode_escapes(std::string_view encoded);
std::string encode_component(std::string_view text);
// Fields as one text and back, for a form that is kept; what is broken is left out.
std::string encode_fields(const Fields& fields);
Fields decode_fields(std::string_view encoded);

}  // namespace maillage::platform::http
