#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/instant.hpp"
#include "foundation/money.hpp"

namespace maillage::platform::db {

struct Bytes {
    std::string_view raw;  // a bytea parameter
};

// One parameter of a statement, in PostgreSQL's wire form. Built implicitly from the types below and from
// optionals of them; strong ids convert through their `.value`.
class Value {
 public:
    Value(std::nullopt_t) {}
    Value(bool value);
    template <std::integral T>
        requires(!std::same_as<T, bool>)
    Value(T value) : Value(Integer{static_cast<std::int64_t>(value)}) {}
    Value(double value);
    Value(std::string_view value);
    Value(const std::string& value) : Value(std::string_view(value)) {}
    Value(const char* value) : Value(std::string_view(value)) {}
    Value(Bytes value);
    Value(foundation::Date value);
    Value(foundation::Instant value);
    Value(foundation::Cents value) : Value(Integer{value.value}) {}
    Value(std::span<const std::string> values);  // text[]
    Value(const std::vector<std::string>& values) : Value(std::span<const std::string>(values)) {}
    Value(std::span<const std::int64_t> values);  // bigint[]
    Value(const std::vector<std::int64_t>& values) : Value(std::span<const std::int64_t>(values)) {}
    template <class T>
        requires requires(const T& id) {
            { id.value } -> std::convertible_to<std::int64_t>;
        }
    Value(const T& id) : Value(Integer{static_cast<std::int64_t>(id.value)}) {}
    template <class T>
    Value(const std::optional<T>& value) {
        if (value) *this = Value(*value);
    }

    bool is_null() const { return !present_; }
    const std::string& bytes() const { return bytes_; }
    unsigned type() const { return type_; }  // OID, 0 = let the server infer
    int format() const { return format_; }   // 0 text, 1 binary

 private:
    struct Integer {
        std::int64_t value;
    };
    explicit Value(Integer value);

    std::string bytes_;
    unsigned type_ = 0;
    int format_ = 0;
    bool present_ = false;
};

}  // namespace maillage::platform::db
