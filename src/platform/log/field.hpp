#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

// What a log line may hold, by type: numbers, words of the program, route patterns, codes. A std::string, a
// foundation::Private or any other text does not convert: it does not compile.
namespace maillage::platform::log {

// A literal of the program in lower case: "request", "duration_ms", "timeout".
struct Word {
    std::string_view text;
    consteval Word(const char* literal) : text(literal) {
        if (text.empty()) throw "an empty word";
        for (const char c : text)
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'))
                throw "a word of the log is in lower case";
    }
};

// A route's pattern ("/{council}/actions/{code}"), never the path. Anything from '?' on is cut.
struct Route {
    std::string_view pattern;
};
// An identifier that names no person: request id, object code, name of a statement, job kind. Letters,
// digits and . _ - only, 64 at most; anything else is logged as "?".
struct Code {
    std::string_view text;
};
// what() of a breakdown thrown by platform/ (which never quotes values): one line, 300 bytes at most.
struct Breakdown {
    std::string_view what;
};

class Field {
 public:
    template <std::integral T>
        requires(!std::same_as<T, bool> && !std::same_as<T, char>)
    Field(Word name, T value) : name_(name.text), json_(std::to_string(value)) {}
    Field(Word name, std::same_as<bool> auto value) : name_(name.text), json_(value ? "true" : "false") {}
    Field(Word name, std::same_as<double> auto value) : Field(name, Decimal{value}) {}
    Field(Word name, Word value);
    Field(Word name, Route value);
    Field(Word name, Code value);
    Field(Word name, Breakdown value);
    // An enum whose names are words of the program: it has std::string_view name_of(E).
    template <class E>
        requires std::is_enum_v<E> && requires(E value) {
            { name_of(value) } -> std::same_as<std::string_view>;
        }
    Field(Word name, E value) : Field(name, Code{name_of(value)}) {}
    // A strong id.
    template <class Id>
        requires requires(const Id& id) {
            { id.value } -> std::convertible_to<std::int64_t>;
        }
    Field(Word name, const Id& id) : Field(name, static_cast<std::int64_t>(id.value)) {}

    std::string_view name() const { return name_; }
    const std::string& json() const { return json_; }

 private:
    struct Decimal {
        double value;
    };
    Field(Word name, Decimal value);

    std::string_view name_;
    std::string json_;
};

}  // namespace maillage::platform::log
