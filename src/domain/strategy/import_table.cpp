#include <algorithm>

#include "domain/strategy/import_rows.hpp"
#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"

// Which column of an imported table is which field.
namespace maillage::strategy {

using platform::csv::Table;

ImportMapping guessed_mapping(const platform::i18n::Catalogues& catalogues, const Table& table) {
    using platform::i18n::Language;
    ImportMapping mapping;
    for (const std::string_view field : import_fields) {
        auto column = table.column(field);
        for (const Language language : {Language::fr, Language::en})
            if (!column) column = table.column(field_word(catalogues.of(language), field));
        if (column) mapping[std::string(field)] = *column;
    }
    return mapping;
}

std::vector<std::string> left_aside(const ImportMapping& mapping, const Table& table) {
    std::vector<std::string> headers;
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        const bool read = std::ranges::any_of(mapping, [&](const auto& one) { return one.second == column; });
        if (!read && !table.header[column].empty()) headers.push_back(table.header[column]);
    }
    return headers;
}

std::string as_text(const ImportMapping& mapping) {
    std::string text;
    for (const auto& [field, column] : mapping) text += field + "=" + std::to_string(column) + ";";
    return text;
}

ImportMapping mapping_from(std::string_view text) {
    ImportMapping mapping;
    for (const std::string_view pair : foundation::split(text, ';')) {
        const std::size_t equals = pair.find('=');
        if (equals == pair.npos) continue;
        const auto column = foundation::whole_number<std::size_t>(pair.substr(equals + 1));
        if (column) mapping[std::string(pair.substr(0, equals))] = *column;
    }
    return mapping;
}

}  // namespace maillage::strategy
