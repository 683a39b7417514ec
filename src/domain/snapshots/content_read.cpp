#include <boost/json.hpp>

#include "domain/snapshots/content_json.hpp"

namespace maillage::snapshots {
namespace {

namespace json = boost::json;
using indicators::Definition;
using indicators::Figure;
using indicators::Period;

// An object of the document: what it does not hold, or not as it should, reads as empty.
class Members {
 public:
    explicit Members(const json::value& value) : object_(value.if_object()) {}

    std::string text(std::string_view name) const {
        const json::value* found = member(name);
        const json::string* text = found == nullptr ? nullptr : found->if_string();
        return text == nullptr ? std::string() : std::string(*text);
    }
    std::optional<double> number(std::string_view name) const {
        const json::value* found = member(name);
        if (found == nullptr || !found->is_number()) return std::nullopt;
        return found->to_number<double>();
    }
    int whole(std::string_view name) const { return static_cast<int>(number(name).value_or(0)); }
    bool truth(std::string_view name) const {
        const json::value* found = member(name);
        return found != nullptr && found->is_bool() && found->get_bool();
    }
    std::optional<foundation::Date> day(std::string_view name) const {
        return foundation::Date::parse_iso(text(name));
    }
    Members object(std::string_view name) const {
        const json::value* found = member(name);
        return found == nullptr ? Members(json::value()) : Members(*found);
    }
    // Each value of a list, through `read`; a list that is not there has none.
    template <class Read>
    auto list(std::string_view name, Read read) const {
        std::vector<decltype(read(std::declval<const json::value&>()))> values;
        const json::value* found = member(name);
        const json::array* array = found == nullptr ? nullptr : found->if_array();
        if (array == nullptr) return values;
        values.reserve(array->size());
        for (const json::value& each : *array) values.push_back(read(each));
        return values;
    }
    std::vector<std::string> texts(std::string_view name) const {
        return list(name, [](const json::value& each) {
            return each.is_string() ? std::string(each.get_string()) : std::string();
        });
    }

 private:
    const json::value* member(std::string_view name) const {
        return object_ == nullptr ? nullptr : object_->if_contains(name);
    }

    const json::object* object_;
};

InBoth in_both(const Members& said) { return {.fr = said.texts("fr"), .en = said.texts("en")}; }

Definition read_definition(const Members& read) {
    const Definition blank;
    return {.code = read.text("code"),
            .group = read.text("group"),
            .name = read.text("name"),
            .name_en = read.text("name_en"),
            .definition = read.text("definition"),
            .definition_en = read.text("definition_en"),
            .kind = indicators::kind_named(read.text("kind")).value_or(blank.kind),
            .measure = indicators::measure_named(read.text("measure")).value_or(blank.measure),
            .unit = read.text("unit"),
            .unit_en = read.text("unit_en"),
            .source = read.text("source"),
            .source_en = read.text("source_en"),
            .frequency = indicators::frequency_named(read.text("frequency")).value_or(blank.frequency),
            .owner = read.text("owner"),
            .baseline = read.number("baseline"),
            .target = read.number("target"),
            .baseline_period = indicators::parse_period(read.text("baseline_period")),
            .target_by = read.day("target_by"),
            .wanted = indicators::wanted_named(read.text("wanted")).value_or(blank.wanted),
            .method = read.text("method"),
            .method_en = read.text("method_en"),
            .limits = read.text("limits"),
            .limits_en = read.text("limits_en"),
            .computed = indicators::computed_named(read.text("computed")),
            .police_initiated = read.truth("police_initiated"),
            .perimeter = read.text("perimeter"),
            .perimeter_en = read.text("perimeter_en")};
}

std::optional<Figure> read_figure(const json::value& value) {
    const Members read(value);
    const auto period = indicators::parse_period(read.text("period"));
    const auto number = read.number("value");
    if (!period || !number) return std::nullopt;
    return Figure{.period = *period,
                  .perimeter = read.text("perimeter"),
                  .value = *number,
                  .of = read.number("of"),
                  .of_perimeter = read.text("of_perimeter"),
                  .provisional = read.truth("provisional"),
                  .note = read.text("note"),
                  .source_line = read.text("source_line")};
}

FrozenIndicator read_indicator(const json::value& value) {
    const Members read(value);
    FrozenIndicator frozen;
    frozen.indicator.definition = read_definition(read);
    frozen.indicator.owner_name = read.text("owner_name");
    frozen.indicator.standing =
        indicators::standing_named(read.text("standing")).value_or(frozen.indicator.standing);
    frozen.indicator.agreed_on = read.day("agreed_on");
    frozen.indicator.agreed_in = read.text("agreed_in");
    frozen.indicator.version = read.whole("version");
    for (const std::string& month : read.texts("breaks"))
        if (const auto known = indicators::parse_period(month))
            frozen.indicator.breaks.push_back(known->first_month());
    for (auto& figure : read.list("figures", read_figure))
        if (figure) frozen.figures.push_back(*std::move(figure));
    for (const std::string& period : read.texts("missing"))
        if (const auto known = indicators::parse_period(period)) frozen.missing.push_back(*known);
    frozen.said = in_both(read.object("said"));
    return frozen;
}

FrozenGroup read_group(const json::value& value) {
    const Members read(value);
    return {.code = read.text("code"),
            .name = read.text("name"),
            .name_en = read.text("name_en"),
            .faults = in_both(read.object("faults")),
            .indicators = read.list("indicators", read_indicator)};
}

FrozenAction read_action(const json::value& value) {
    const Members read(value);
    return {.code = read.text("code"),
            .title = read.text("title"),
            .title_en = read.text("title_en"),
            .group = read.text("group"),
            .pilot = read.text("pilot"),
            .state = read.text("state"),
            .progress = read.whole("progress"),
            .late = read.truth("late"),
            .fictional = read.truth("fictional"),
            .due = read.day("due"),
            .news_on = read.day("news_on")};
}

}  // namespace

std::optional<Content> read_content(std::string_view document) {
    boost::system::error_code error;
    const json::value whole = json::parse(document, error);
    if (error || !whole.is_object()) return std::nullopt;
    const Members read(whole);
    const int format = read.whole("format");
    if (format < 1 || format > format_of_today) return std::nullopt;
    return Content{.council = read.text("council"),
                   .groups = read.list("groups", read_group),
                   .actions = read.list("actions", read_action)};
}

}  // namespace maillage::snapshots
