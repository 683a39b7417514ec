#include "domain/indicators/table_columns.hpp"

#include <algorithm>

#include "foundation/text.hpp"

namespace maillage::indicators {
namespace {

using platform::i18n::Catalogues;
using platform::i18n::Key;
using platform::i18n::Language;

bool is(const Catalogues& catalogues, std::string_view text, Key key) {
    const std::string wanted = foundation::folded(foundation::trimmed(text));
    return std::ranges::any_of(std::initializer_list{Language::fr, Language::en}, [&](Language language) {
        return foundation::folded(catalogues.of(language)(key)) == wanted;
    });
}

}  // namespace

TableColumns columns_of(const Catalogues& catalogues, const platform::csv::Table& table) {
    TableColumns found;
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const std::string& title = table.header[i];
        const auto named = [&](Key key) { return is(catalogues, title, key); };
        if (named("indicators.table.code"))
            found.code = i;
        else if (named("indicators.field.unit"))
            found.unit = i;
        else if (named("indicators.table.line"))
            found.line = i;
        else if (named("indicators.table.provisional"))
            found.provisional = i;
        else if (title != number_title && !named("indicators.field.name") &&
                 !named("indicators.table.moment"))
            others.push_back(i);
    }
    if (!found.code) {
        // The first column that is none of ours, the number of the row put aside.
        const std::size_t first = !table.header.empty() && table.header[0] == number_title ? 1 : 0;
        found.code = first;
        std::erase(others, first);
    }
    for (const std::size_t column : others)
        if (!foundation::trimmed(table.header[column]).empty()) found.periods.push_back(column);
    return found;
}

bool is_whole(const Catalogues& catalogues, std::string_view line) {
    return is(catalogues, line, "indicators.table.whole");
}

}  // namespace maillage::indicators
