#include <algorithm>
#include <array>

#include "domain/indicators/computed_rules.hpp"
#include "domain/indicators/definition_cells.hpp"
#include "domain/indicators/definition_fields.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "foundation/text.hpp"
#include "platform/csv/guard.hpp"

// One line of a table of indicators.
namespace maillage::indicators {
namespace {

namespace html = platform::html;
using platform::csv::Table;
using platform::i18n::Language;
using platform::i18n::Words;

bool is_code(std::string_view text) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= 61 && plain(text[0]) &&
           std::ranges::all_of(text, [&](char c) { return plain(c) || c == '-'; });
}

bool is_yes_or_no(std::string_view typed, std::string& value) {
    for (const std::string_view yes : {"1", "x", "true", "vrai", "oui", "yes"})
        if (typed == yes) return value = "1", true;
    for (const std::string_view no : {"", "0", "false", "faux", "non", "no"})
        if (typed == no) return value.clear(), true;
    return false;
}

// "32 sur 50", "32/50" or "32 of 50", in two.
std::optional<std::pair<std::string, std::string>> part_and_whole(const std::string& typed) {
    for (const std::string_view between : {"/", "sur", "of"}) {
        const std::size_t at = typed.find(between);
        if (at == typed.npos || typed.find(between, at + 1) != typed.npos) continue;
        return std::pair(typed.substr(0, at), typed.substr(at + between.size()));
    }
    return std::nullopt;
}

class LineReader {
 public:
    LineReader(const DefinitionGround& ground, const Words& words, const DefinitionMapping& mapping)
        : ground_(ground), words_(words), mapping_(mapping) {}

    DefinitionLine read(const Table::Line& line) {
        read_.number = line.number;
        for (const auto& [field, column] : mapping_.columns)
            read_.typed.values.add(
                field, std::string(platform::csv::unguarded(foundation::trimmed(line.cells[column]))));
        find_the_known_one();
        understand_cells();
        const IndicatorForm form{.groups = ground_.groups, .owners = ground_.owners, .base = base_};
        read_.after = read_definition(
            words_, form, base_ == nullptr ? Definition() : base_->indicator.definition, understood_);
        keep_what_has_no_column();
        check_code();
        check_owner();
        check_police();
        check_computed();
        check_what_is_fixed(form);
        read_.typed.errors = std::move(understood_.errors);
        if (read_.typed.error("measure") == nullptr)
            for (const auto& [field, period] : mapping_.values) read_figure_cell(field, period);
        compare();
        return std::move(read_);
    }

 private:
    bool has(std::string_view field) const { return mapping_.columns.contains(field); }
    std::string typed(std::string_view field) const { return std::string(read_.typed.value(field)); }
    void refuse(std::string_view field, std::string why) {
        understood_.refuse(std::string(field), std::move(why), label_of(words_, field));
    }

    void find_the_known_one() {
        const std::string code = typed("code").empty() ? code_of(typed("name")) : typed("code");
        const auto known = ground_.known.find(code);
        if (known == ground_.known.end()) return;
        base_ = &known->second;
        read_.before = base_->indicator;
    }

    // The name behind a word of either language; what was typed when nothing is.
    std::string understood(std::string_view field, const std::string& text) const {
        const std::string wanted = foundation::folded(text);
        if (field == "police_initiated") {
            std::string value;
            return is_yes_or_no(wanted, value) ? value : text;
        }
        for (const Language language : {Language::fr, Language::en})
            for (const auto& one : choices_of(ground_.catalogues.of(language), ground_, field))
                if (foundation::folded(one.value) == wanted || foundation::folded(one.label) == wanted)
                    return one.value;
        if (field == "group")
            for (const strategy::WorkingGroup& group : ground_.groups)
                if (foundation::folded(group.name) == wanted || foundation::folded(group.name_en) == wanted)
                    return group.code;
        return text;
    }

    void understand_cells() {
        const html::FormState stored =
            base_ == nullptr ? html::FormState() : state_of(words_, base_->indicator);
        for (const DefinitionColumn& column : definition_columns()) {
            const std::string_view field = column.field;
            std::string value =
                has(field) ? understood(field, typed(field)) : std::string(stored.value(field));
            if (field == "wanted" && value.empty()) value = name_of(Wanted::watch);
            understood_.values.add(std::string(field), std::move(value));
        }
    }

    // The form writes numbers with two decimals: what is not in the table stays as exact as it was.
    void keep_what_has_no_column() {
        if (base_ == nullptr) return;
        const Definition& stored = base_->indicator.definition;
        if (!has("baseline")) read_.after.baseline = stored.baseline;
        if (!has("target")) read_.after.target = stored.target;
    }

    void check_code() {
        const std::string code = typed("code");
        if (base_ != nullptr) return;
        if (!code.empty() && !is_code(code)) return refuse("code", words_("indicators.import.bad_code"));
        if (!code.empty()) read_.after.code = code;
        if (is_page(read_.after.code))
            refuse("code", words_("indicators.refusal.code_of_page", {{"code", read_.after.code}}));
    }

    void check_owner() {
        const std::string& owner = read_.after.owner;
        if (owner.empty() || (base_ != nullptr && base_->indicator.definition.owner == owner)) return;
        if (std::ranges::find(ground_.owners, owner, &html::Option::value) == ground_.owners.end())
            refuse("owner", words_("indicators.import.no_such_owner"));
    }

    void check_police() {
        const std::string_view value = understood_.value("police_initiated");
        if (!value.empty() && value != "1") refuse("police_initiated", words_("indicators.import.yes_or_no"));
    }

    void check_computed() {
        if (!has("computed") || base_ != nullptr) return;
        const std::string name(understood_.value("computed"));
        if (name.empty()) return;
        read_.after.computed = computed_named(name);
        if (!read_.after.computed) return refuse("computed", words_("indicators.refusal.choose"));
        // What is computed is a share or a mean: its values could not be read as anything else.
        const Measure measure = measure_of(*read_.after.computed);
        if (read_.after.measure != measure && understood_.error("measure") == nullptr)
            refuse("measure",
                   words_("indicators.import.computed_measure", {{"measure", in_words(words_, measure)}}));
    }

    void check_what_is_fixed(const IndicatorForm& form) {
        if (base_ == nullptr) return;
        const Definition& stored = base_->indicator.definition;
        const auto keep = [&](std::string_view field, std::string_view value) {
            if (has(field) && understood_.value(field) != value)
                refuse(field, words_("indicators.import.fixed", {{"value", text_of(words_, stored, field)}}));
        };
        keep("group", stored.group);
        // Another unit would need a break of the series, which has its own form.
        if (has_values(form)) {
            keep("measure", name_of(stored.measure));
            keep("unit", stored.unit);
        }
        keep("computed", stored.computed ? name_of(*stored.computed) : std::string_view());
    }

    void refuse_figure(const std::string& field, std::string why) {
        read_.typed.refuse(field, std::move(why), label_of(words_, field));
    }

    void read_figure_cell(const std::string& field, const Period& period) {
        const std::string text = typed(field);
        if (text.empty()) return;
        if (read_.after.computed) return refuse_figure(field, words_("indicators.import.computed_value"));
        html::FormState cell;
        cell.values.add("period", written(period));
        cell.values.add("perimeter", read_.after.perimeter);
        std::string value = text;
        if (read_.after.measure == Measure::share) {
            const auto both = part_and_whole(text);
            if (!both) return refuse_figure(field, words_("indicators.import.share"));
            value = both->first;
            cell.values.add("of", both->second);
        }
        cell.values.add("value", value);
        const Figure figure = read_figure(words_, ground_.today, read_.after, cell);
        if (!cell.valid()) return refuse_figure(field, cell.errors.front().message);
        const Figure* const there = figure_of(figure);
        if (there == nullptr)
            read_.figures.push_back(figure);
        else if (there->value != figure.value || there->of != figure.of)
            refuse_figure(field, words_("indicators.import.figure_there",
                                        {{"value", value_in_words(words_, read_.after.measure, *there)}}));
    }

    const Figure* figure_of(const Figure& asked) const {
        if (base_ == nullptr) return nullptr;
        const auto found = std::ranges::find_if(base_->figures, [&](const Figure& one) {
            return one.period == asked.period && one.perimeter == asked.perimeter;
        });
        return found == base_->figures.end() ? nullptr : &*found;
    }

    void compare() {
        if (base_ == nullptr || base_->indicator.definition == read_.after) return;
        for (const DefinitionColumn& column : definition_columns()) {
            std::string before = text_of(words_, base_->indicator.definition, column.field),
                        after = text_of(words_, read_.after, column.field);
            if (before != after)
                read_.changes.push_back({std::string(column.field), std::move(before), std::move(after)});
        }
    }

    const DefinitionGround& ground_;
    const Words& words_;
    const DefinitionMapping& mapping_;
    const Reading* base_ = nullptr;  // the indicator that has this code already
    html::FormState understood_;     // the cells with the names that the form sends
    DefinitionLine read_;
};

}  // namespace

DefinitionLine read_line(const DefinitionGround& ground, const Words& words, const DefinitionMapping& mapping,
                         const Table::Line& line) {
    return LineReader(ground, words, mapping).read(line);
}

}  // namespace maillage::indicators
