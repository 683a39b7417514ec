#include "platform/config/value_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "foundation/text.hpp"
#include "platform/toml/parser.hpp"

namespace maillage::platform::config {
namespace {

constexpr std::size_t most_characters = 4096;

struct At {
    const Key& key;
    const ::toml::node& node;
    Reading& reading;

    void problem(Problem::Kind kind, std::string detail) const {
        reading.problems.push_back({.kind = kind,
                                    .key = std::string(key.name),
                                    .line = node.source().begin.line,
                                    .detail = std::move(detail)});
    }
    void wrong_type(std::string expected) const { problem(Problem::Kind::wrong_type, std::move(expected)); }
    void out_of_range(std::string allowed) const { problem(Problem::Kind::out_of_range, std::move(allowed)); }
};

bool is_loopback(std::string_view address) {
    return address == "::1" || address == "localhost" || address.starts_with("127.");
}

bool has_password(std::string_view connection) {
    const std::string lowered = foundation::folded(connection);
    return lowered.find("password") != lowered.npos || lowered.find("://") != lowered.npos;
}

bool is_plain(std::string_view text) {
    return text.size() <= most_characters && std::ranges::none_of(text, [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
           });
}

void read(const TextKey& text, const At& at) {
    const auto value = at.node.value<std::string>();
    if (!value || !at.node.is_string()) return at.wrong_type("text");
    if (!is_plain(*value)) return at.problem(Problem::Kind::not_plain, "");
    if (text.meaning == TextKey::Meaning::loopback && !is_loopback(*value))
        return at.out_of_range("127.0.0.1, ::1");
    if (text.meaning == TextKey::Meaning::connection && has_password(*value))
        return at.problem(Problem::Kind::secret_in_the_file, "");
    text.at(at.reading.configuration) = *value;
}

void read(const ChoiceKey& choice, const At& at) {
    const auto value = at.node.value<std::string>();
    if (!value || !at.node.is_string()) return at.wrong_type("text");
    const auto allowed = foundation::split(choice.allowed, ' ');
    if (std::ranges::find(allowed, *value) == allowed.end())
        return at.out_of_range(fmt::format("{}", fmt::join(allowed, ", ")));
    choice.at(at.reading.configuration) = *value;
}

void read(const NumberKey& number, const At& at) {
    if (!at.node.is_integer()) return at.wrong_type("integer");
    const std::int64_t value = at.node.as_integer()->get();
    if (value < number.least || value > number.most)
        return at.out_of_range(fmt::format("{} … {}", number.least, number.most));
    number.at(at.reading.configuration) = value;
}

void read(const FlagKey& flag, const At& at) {
    if (!at.node.is_boolean()) return at.wrong_type("boolean");
    flag.at(at.reading.configuration) = at.node.as_boolean()->get();
}

void read(const ListKey& list, const At& at) {
    const ::toml::array* array = at.node.as_array();
    if (array == nullptr) return at.wrong_type("list");
    std::vector<std::string> values;
    for (const ::toml::node& element : *array) {
        const auto value = element.value<std::string>();
        if (!value || !element.is_string()) return at.wrong_type("list");
        if (value->empty() || !is_plain(*value)) return at.problem(Problem::Kind::not_plain, "");
        values.push_back(*value);
    }
    list.at(at.reading.configuration) = std::move(values);
}

}  // namespace

void read_value(const Key& key, const ::toml::node& node, Reading& reading) {
    const At at{.key = key, .node = node, .reading = reading};
    std::visit([&](const auto& kind) { read(kind, at); }, key.value);
}

}  // namespace maillage::platform::config
