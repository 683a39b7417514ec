#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace maillage::platform {

// Streaming writer of valid JSON: commas and escapes are its business. Unbalanced use is a Bug.
//
//     JsonWriter json;
//     json.begin_object().key("code").value("PRE-1").key("steps").begin_array().end_array().end_object();
class JsonWriter {
 public:
    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(double number);  // not finite → null
    JsonWriter& value(bool truth);
    JsonWriter& null();
    template <class T>
    JsonWriter& value(const std::optional<T>& maybe) {
        return maybe ? value(*maybe) : null();
    }
    // key + value
    template <class T>
    JsonWriter& member(std::string_view name, const T& content) {
        return key(name).value(content);
    }
    std::string take();

 private:
    void separate();
    void append_string(std::string_view text);

    std::string bytes_;
    std::string open_;  // stack of '{' and '['
    bool first_ = true;
    bool after_key_ = false;
};

}  // namespace maillage::platform
