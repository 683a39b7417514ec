#include "domain/indicators/definition_columns.hpp"

#include <algorithm>
#include <array>

#include "foundation/text.hpp"

namespace maillage::indicators {
namespace {

using platform::i18n::Catalogues;
using platform::i18n::Language;
using platform::i18n::Words;

// A title typed by hand has the straight apostrophe, ours the curved one.
std::string plain(std::string_view title) {
    std::string text = foundation::folded(title);
    constexpr std::string_view curved = "’";
    for (std::size_t at = text.find(curved); at != text.npos; at = text.find(curved, at))
        text.replace(at, curved.size(), "'");
    return text;
}

bool is_titled(const Catalogues& catalogues, const DefinitionColumn& column, const std::string& title) {
    return title == column.field || title == plain(title_of(catalogues, column)) ||
           std::ranges::any_of(std::array{Language::fr, Language::en}, [&](Language language) {
               return title == plain(catalogues.of(language)(column.label));
           });
}

std::optional<std::string> field_titled(const Catalogues& catalogues, const std::string& title) {
    const auto found = std::ranges::find_if(definition_columns(), [&](const DefinitionColumn& column) {
        return is_titled(catalogues, column, plain(title));
    });
    if (found == definition_columns().end()) return std::nullopt;
    return std::string(found->field);
}

}  // namespace

const std::vector<DefinitionColumn>& definition_columns() {
    static const std::vector<DefinitionColumn> all{
        {"code", "indicators.field.code"},
        {"name", "indicators.field.name", true, 40},
        {"name_en", "indicators.field.name_en", false, 40},
        {"group", "indicators.field.group"},
        {"definition", "indicators.field.definition", true, 50},
        {"definition_en", "indicators.field.definition_en", false, 50},
        {"kind", "indicators.field.kind", true},
        {"measure", "indicators.field.measure", true, 22},
        {"unit", "indicators.field.unit"},
        {"unit_en", "indicators.field.unit_en"},
        {"frequency", "indicators.field.frequency", true, 22},
        {"owner", "indicators.field.owner", false, 28},
        {"source", "indicators.field.source", true, 40},
        {"source_en", "indicators.field.source_en", false, 40},
        {"perimeter", "indicators.field.perimeter", false, 24},
        {"perimeter_en", "indicators.field.perimeter_en", false, 24},
        {"baseline", "indicators.field.baseline"},
        {"baseline_period", "indicators.field.baseline_period"},
        {"target", "indicators.field.target"},
        {"target_by", "indicators.field.target_by"},
        {"wanted", "indicators.field.wanted"},
        {"method", "indicators.field.method", false, 50},
        {"method_en", "indicators.field.method_en", false, 50},
        {"limits", "indicators.field.limits", true, 50},
        {"limits_en", "indicators.field.limits_en", false, 50},
        {"police_initiated", "indicators.field.police_initiated", false, 24},
        {"computed", "indicators.field.computed", false, 24},
    };
    return all;
}

std::string title_of(const Catalogues& catalogues, const DefinitionColumn& column) {
    const std::string french = catalogues.of(Language::fr)(column.label),
                      english = catalogues.of(Language::en)(column.label);
    return french == english ? french : french + " / " + english;
}

std::string label_of(const Words& words, std::string_view field) {
    const auto found = std::ranges::find(definition_columns(), field, &DefinitionColumn::field);
    if (found != definition_columns().end()) return words(found->label);
    std::string period(field.substr(field.starts_with("v-") ? 2 : 0));
    std::ranges::replace(period, '_', '/');
    return period;
}

std::string value_field(const Period& period) {
    std::string text = written(period);
    std::ranges::replace(text, '/', '_');
    return "v-" + text;
}

DefinitionMapping mapping_of(const Catalogues& catalogues, const platform::csv::Table& table) {
    DefinitionMapping mapping;
    for (std::size_t at = 0; at < table.header.size(); ++at) {
        const std::string& title = table.header[at];
        if (title.empty()) continue;
        auto field = field_titled(catalogues, title);
        const auto period = field ? std::nullopt : parse_period(title);
        if (period) field = value_field(*period);
        if (!field)
            mapping.aside.push_back(title);
        else if (!mapping.columns.emplace(*field, at).second)
            mapping.repeated.push_back(title);
        else if (period)
            mapping.values.emplace_back(*field, *period);
    }
    return mapping;
}

}  // namespace maillage::indicators
