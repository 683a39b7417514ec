#include <algorithm>

#include "platform/html/form_parts.hpp"

// Radios and boxes: a few, or a list of them in groups.
namespace maillage::platform::html {
namespace {

template <class Content>
void fieldset(Out& out, const i18n::Words& words, const SelectField& field, const FormState& state,
              std::string_view filter, Content&& content) {
    const FieldError* error = state.error(field.name);
    const std::string described = described_by(field.name, field.hint, error);
    el(out, "fieldset",
       {a("class", error == nullptr ? "field" : "field wrong"), a_if("aria-describedby", described),
        a_if("data-filter", filter)},
       [&](Out& o) {
           el(o, "legend", {}, [&](Out& l) {
               l.text(field.label);
               if (field.required) el(l, "span", {a("class", "muted")}, " (" + words("form.required") + ")");
           });
           hint_and_error(o, field.name, field.hint, error);
           content(o);
       });
}

// The first choice bears the field's own id: the link of the error summary gives it the focus.
void choice(Out& out, const char* type, const SelectField& field, const Option& option, bool checked) {
    const std::string& name = field.name;
    const std::string id = &option == field.options.data() ? name : name + "-" + option.value;
    el(out, "div", {a("class", "choice")}, [&](Out& o) {
        void_el(o, "input",
                {a("type", type), a("name", name), a("id", id), a("value", option.value),
                 flag("checked", checked)});
        el(o, "label", {a("for", id)}, option.label);
    });
}

bool holds(const std::vector<std::string_view>& chosen, std::string_view value) {
    return std::ranges::find(chosen, value) != chosen.end();
}

// Groups under their names, in a frame of its own that scrolls; the columns are of what is inside it.
void boxes_in_groups(Out& out, const SelectField& field, const std::vector<std::string_view>& chosen) {
    const auto groups = [&](Out& columns) {
        for (auto option = field.options.begin(); option != field.options.end();) {
            const std::string& group = option->group;
            const std::string id = field.name + "-of-" + option->value;
            el(columns, "div", {a("role", "group"), a("aria-labelledby", id)}, [&](Out& box) {
                el(box, "p", {a("id", id), a("class", "group")}, group);
                for (; option != field.options.end() && option->group == group; ++option)
                    choice(box, "checkbox", field, *option, holds(chosen, option->value));
            });
        }
    };
    el(out, "div", {a("class", "choice-list")}, [&](Out& frame) { el(frame, "div", {}, groups); });
}

}  // namespace

void radio_group(Out& out, const i18n::Words& words, const SelectField& field, const FormState& state) {
    fieldset(out, words, field, state, {}, [&](Out& o) {
        for (const Option& option : field.options)
            choice(o, "radio", field, option, state.value(field.name) == option.value);
    });
}

void checkbox(Out& out, std::string_view name, std::string_view text, bool checked, std::string_view value) {
    const std::string id(name);
    el(out, "div", {a("class", "choice")}, [&](Out& o) {
        void_el(o, "input",
                {a("type", "checkbox"), a("name", name), a("id", id), a("value", value),
                 flag("checked", checked)});
        el(o, "label", {a("for", id)}, text);
    });
}

void checkbox_group(Out& out, const i18n::Words& words, const SelectField& field, const FormState& state) {
    const auto chosen = state.values.all(field.name);
    fieldset(out, words, field, state, {}, [&](Out& o) {
        for (const Option& option : field.options)
            choice(o, "checkbox", field, option, holds(chosen, option.value));
    });
}

void checkbox_list(Out& out, const i18n::Words& words, const SelectField& field, const FormState& state) {
    SelectField ordered = field;
    const auto chosen = state.values.all(field.name);
    ordered.options.clear();
    for (const Option& option : field.options)
        if (holds(chosen, option.value))
            ordered.options.push_back({option.value, option.label, words("form.chosen")});
    for (const Option& option : field.options)
        if (!holds(chosen, option.value)) ordered.options.push_back(option);
    fieldset(out, words, ordered, state, words("form.filter"),
             [&](Out& o) { boxes_in_groups(o, ordered, chosen); });
}

}  // namespace maillage::platform::html
