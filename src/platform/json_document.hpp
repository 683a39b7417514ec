#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace maillage::platform {

// Reader of the flat JSON objects that our own code wrote with JsonWriter: a job's payload. Members are texts
// or lists of texts; anything else is skipped.
class JsonDocument {
 public:
    // Nothing when `text` is not one JSON object.
    static std::optional<JsonDocument> parse(std::string_view text);

    // "" when there is no such text.
    std::string_view text(std::string_view name) const;
    std::vector<std::string> texts(std::string_view name) const;

 private:
    using Member = std::variant<std::string, std::vector<std::string>>;
    std::map<std::string, Member, std::less<>> members_;
};

}  // namespace maillage::platform
