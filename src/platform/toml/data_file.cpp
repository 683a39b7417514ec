#include "platform/toml/data_file.hpp"

#include <algorithm>
#include <set>

#include "platform/i18n/words.hpp"
#include "platform/toml/parser.hpp"

namespace maillage::platform::toml {

struct DataFile::Impl {
    ::toml::table root;
    std::vector<Problem> noted;
    std::set<const ::toml::node*> asked;

    void list_unknown(const ::toml::node& node, const std::string& path, std::vector<Problem>& found) const {
        if (const ::toml::array* array = node.as_array()) {
            for (const ::toml::node& item : *array)
                if (item.is_table()) list_unknown(item, path, found);
            return;
        }
        const ::toml::table* table = node.as_table();
        if (table == nullptr) return;
        for (const auto& [key, child] : *table) {
            const std::string name =
                path.empty() ? std::string(key.str()) : path + "." + std::string(key.str());
            if (asked.contains(&child))
                list_unknown(child, name, found);
            else
                found.push_back(
                    {Problem::Kind::unknown_key, static_cast<int>(key.source().begin.line), name});
        }
    }
};

namespace {

const ::toml::node* as_node(const void* node) { return static_cast<const ::toml::node*>(node); }
int line_of(const ::toml::node* node) { return static_cast<int>(node->source().begin.line); }

}  // namespace

DataFile::DataFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
DataFile::~DataFile() = default;

std::expected<std::unique_ptr<DataFile>, Problem> DataFile::parse(std::string_view text) {
    ::toml::parse_result result = ::toml::parse(text);
    if (!result)
        return std::unexpected(Problem{Problem::Kind::syntax,
                                       static_cast<int>(result.error().source().begin.line),
                                       std::string(result.error().description())});
    auto impl = std::make_unique<Impl>();
    impl->root = std::move(result).table();
    return std::unique_ptr<DataFile>(new DataFile(std::move(impl)));
}

Table DataFile::root() { return {this, static_cast<const ::toml::node*>(&impl_->root), ""}; }

std::vector<Problem> DataFile::problems() const {
    std::vector<Problem> found = impl_->noted;
    impl_->list_unknown(impl_->root, "", found);
    std::ranges::sort(found, {}, [](const Problem& problem) { return std::pair(problem.line, problem.key); });
    return found;
}

const void* Table::find(std::string_view key) const {
    const ::toml::node* found = as_node(node_)->as_table()->get(key);
    if (found != nullptr) file_->impl_->asked.insert(found);
    return found;
}

const void* Table::require(std::string_view key) const {
    const void* found = find(key);
    if (found == nullptr) note(Problem::Kind::missing, key);
    return found;
}

void Table::wrong_type(const void* node, std::string_view key) const {
    note(Problem::Kind::wrong_type, key);
    file_->impl_->noted.back().line = line_of(as_node(node));
}

void Table::note(Problem::Kind kind, std::string_view key) const {
    const ::toml::node* value = as_node(node_)->as_table()->get(key);
    file_->impl_->noted.push_back({kind, value == nullptr ? line() : line_of(value),
                                   path_.empty() ? std::string(key) : path_ + "." + std::string(key)});
}

int Table::line() const { return line_of(as_node(node_)); }

std::string Table::text(std::string_view key) const {
    const void* node = require(key);
    if (node == nullptr) return {};
    const auto value = as_node(node)->value_exact<std::string>();
    if (!value) wrong_type(node, key);
    if (value && value->empty()) note(Problem::Kind::missing, key);
    return value.value_or("");
}

std::int64_t Table::integer(std::string_view key, std::int64_t at_least) const {
    const void* node = require(key);
    if (node == nullptr) return 0;
    const auto value = as_node(node)->value_exact<std::int64_t>();
    if (!value)
        wrong_type(node, key);
    else if (*value < at_least)
        note(Problem::Kind::out_of_range, key);
    return value.value_or(0);
}

double Table::number(std::string_view key) const {
    const void* node = require(key);
    if (node == nullptr) return 0;
    const auto value = as_node(node)->is_number() ? as_node(node)->value<double>() : std::nullopt;
    if (!value) wrong_type(node, key);
    return value.value_or(0);
}

std::optional<double> Table::number_or_null(std::string_view key) const {
    if (find(key) == nullptr) return std::nullopt;
    return number(key);
}

std::string Table::text_or(std::string_view key, std::string_view otherwise) const {
    return text_or_null(key).value_or(std::string(otherwise));
}

std::optional<std::string> Table::text_or_null(std::string_view key) const {
    const void* node = find(key);
    if (node == nullptr) return std::nullopt;
    const auto value = as_node(node)->value_exact<std::string>();
    if (!value) wrong_type(node, key);
    return value;
}

bool Table::boolean_or(std::string_view key, bool otherwise) const {
    const void* node = find(key);
    if (node == nullptr) return otherwise;
    const auto value = as_node(node)->value_exact<bool>();
    if (!value) wrong_type(node, key);
    return value.value_or(otherwise);
}

std::optional<std::int64_t> Table::integer_or_null(std::string_view key) const {
    const void* node = find(key);
    if (node == nullptr) return std::nullopt;
    const auto value = as_node(node)->value_exact<std::int64_t>();
    if (!value) wrong_type(node, key);
    return value;
}

std::optional<foundation::Date> Table::date_or_null(std::string_view key) const {
    const void* node = find(key);
    if (node == nullptr) return std::nullopt;
    const auto value = as_node(node)->value_exact<::toml::date>();
    if (!value) {
        wrong_type(node, key);
        return std::nullopt;
    }
    return foundation::Date::create(value->year, value->month, value->day);
}

std::vector<std::string> Table::texts(std::string_view key) const {
    std::vector<std::string> values;
    const void* node = find(key);
    if (node == nullptr) return values;
    const ::toml::array* array = as_node(node)->as_array();
    if (array == nullptr || (!array->empty() && !array->is_homogeneous<std::string>())) {
        wrong_type(node, key);
        return values;
    }
    for (const ::toml::node& item : *array) values.push_back(item.value_or(std::string()));
    return values;
}

std::vector<double> Table::numbers(std::string_view key) const {
    std::vector<double> values;
    const void* node = find(key);
    if (node == nullptr) return values;
    const ::toml::array* array = as_node(node)->as_array();
    if (array == nullptr) {
        wrong_type(node, key);
        return values;
    }
    for (const ::toml::node& item : *array) {
        if (!item.is_number()) wrong_type(&item, key);
        values.push_back(item.value_or(0.0));
    }
    return values;
}

std::vector<Table> Table::tables(std::string_view key) const {
    std::vector<Table> values;
    const void* node = find(key);
    if (node == nullptr) return values;
    const ::toml::array* array = as_node(node)->as_array();
    if (array == nullptr || (!array->empty() && !array->is_array_of_tables())) {
        wrong_type(node, key);
        return values;
    }
    const std::string path = path_.empty() ? std::string(key) : path_ + "." + std::string(key);
    for (const ::toml::node& item : *array) values.push_back(Table(file_, &item, path));
    return values;
}

std::optional<Table> Table::table(std::string_view key) const {
    const void* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (!as_node(node)->is_table()) {
        wrong_type(node, key);
        return std::nullopt;
    }
    return Table(file_, node, path_.empty() ? std::string(key) : path_ + "." + std::string(key));
}

namespace {

std::string what_is_wrong(const i18n::Words& words, const Problem& problem) {
    const std::initializer_list<i18n::Words::Arg> arguments{{"line", words.number(problem.line)},
                                                            {"key", problem.key}};
    switch (problem.kind) {
    case Problem::Kind::syntax: return words("toml.problem.syntax", arguments);
    case Problem::Kind::missing: return words("toml.problem.missing", arguments);
    case Problem::Kind::wrong_type: return words("toml.problem.wrong_type", arguments);
    case Problem::Kind::out_of_range: return words("toml.problem.out_of_range", arguments);
    case Problem::Kind::unknown_key: return words("toml.problem.unknown_key", arguments);
    case Problem::Kind::unknown_value: return words("toml.problem.unknown_value", arguments);
    case Problem::Kind::repeated: return words("toml.problem.repeated", arguments);
    case Problem::Kind::reserved: return words("toml.problem.reserved", arguments);
    case Problem::Kind::mismatch: return words("toml.problem.mismatch", arguments);
    case Problem::Kind::absent_file: return words("toml.problem.absent_file");
    case Problem::Kind::empty_file: return words("toml.problem.empty_file");
    }
    __builtin_unreachable();
}

}  // namespace

std::string sentence(const i18n::Words& words, const Problem& problem) {
    if (problem.file.empty()) return what_is_wrong(words, problem);
    return words("toml.problem.in_file",
                 {{"file", problem.file}, {"problem", what_is_wrong(words, problem)}});
}

}  // namespace maillage::platform::toml
