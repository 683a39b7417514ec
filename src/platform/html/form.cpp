#include <algorithm>

#include "platform/html/form_parts.hpp"

namespace maillage::platform::html {
namespace {

std::string hint_id(std::string_view name) { return std::string(name) + "-hint"; }
std::string error_id(std::string_view name) { return std::string(name) + "-error"; }

}  // namespace

void hint_and_error(Out& out, std::string_view name, std::string_view hint, const FieldError* error) {
    const std::string hint_name = hint_id(name), error_name = error_id(name);
    if (!hint.empty()) el(out, "p", {a("class", "hint"), a("id", hint_name)}, hint);
    if (error != nullptr) el(out, "p", {a("class", "error"), a("id", error_name)}, error->message);
}

std::string described_by(std::string_view name, std::string_view hint, const FieldError* error) {
    std::string ids;
    if (!hint.empty()) ids = hint_id(name);
    if (error != nullptr) ids += (ids.empty() ? "" : " ") + error_id(name);
    return ids;
}

namespace {

// Label, hint and error above the control: read in that order by a screen reader.
void label(Out& out, const i18n::Words& words, std::string_view name, std::string_view text, bool required) {
    el(out, "label", {a("for", name)}, [&](Out& o) {
        o.text(text);
        if (required) {
            o.text(" ");
            el(o, "span", {a("class", "muted")}, "(" + words("form.required") + ")");
        }
    });
}

const char* input_type(FieldKind kind) {
    switch (kind) {
    case FieldKind::text: return "text";
    case FieldKind::email: return "email";
    case FieldKind::password: return "password";
    case FieldKind::search: return "search";
    case FieldKind::number: return "text";
    case FieldKind::textarea: return "";
    }
    __builtin_unreachable();
}

template <class Content>
void field_box(Out& out, const FieldError* error, Content&& content) {
    el(out, "div", {a("class", error == nullptr ? "field" : "field wrong")}, std::forward<Content>(content));
}

}  // namespace

const FieldError* FormState::error(std::string_view field) const {
    for (const FieldError& found : errors)
        if (found.field == field) return &found;
    return nullptr;
}

namespace {

void hidden_tokens(Out& out, const FormTokens& tokens) {
    void_el(out, "input", {a("type", "hidden"), a("name", "csrf"), a("value", tokens.csrf)});
    void_el(out, "input", {a("type", "hidden"), a("name", "key"), a("value", tokens.idempotency)});
}

}  // namespace

void form_open(Out& out, const Url& action, const FormTokens& tokens, bool multipart) {
    open_tag(out, "form",
             {a("method", "post"), url("action", action), flag("novalidate", true),
              a_if("enctype", multipart ? "multipart/form-data" : "")});
    hidden_tokens(out, tokens);
}

void draft_form_open(Out& out, const Url& action, const FormTokens& tokens, const Url& draft) {
    open_tag(out, "form",
             {a("method", "post"), url("action", action), flag("novalidate", true),
              a("data-draft", draft.value())});
    hidden_tokens(out, tokens);
}

void draft_line(Out& out, const i18n::Words& words) {
    const std::string saved = words("form.draft_saved"), failed = words("form.draft_failed");
    el(out, "p",
       {a("class", "draft muted"), a("role", "status"), a("data-saved", saved), a("data-failed", failed)},
       "");
}

void form_close(Out& out) { close_tag(out, "form"); }

void error_summary(Out& out, const i18n::Words& words, const FormState& state) {
    if (state.valid()) return;
    const std::string announced =
        words.plural("form.error_count", static_cast<std::int64_t>(state.errors.size()));
    el(out, "div",
       {a("class", "summary"), a("role", "alert"), a("tabindex", "-1"), a("id", "es"),
        flag("data-focus", true), a("data-announce", announced)},
       [&](Out& o) {
           el(o, "h2", {}, words("form.error_heading"));
           el(o, "ul", {}, [&](Out& list) {
               for (const FieldError& error : state.errors) {
                   const Url target = Url::fragment(error.field);
                   const std::string said =
                       error.label.empty()
                           ? error.message
                           : words("form.error_of", {{"field", error.label}, {"message", error.message}});
                   el(list, "li", {}, [&](Out& item) { el(item, "a", {url("href", target)}, said); });
               }
           });
       });
}

namespace {

// The limit is said from the start, for those who have no script to count.
void character_limit(Out& out, const i18n::Words& words, const TextField& field, std::string_view id) {
    el(out, "p", {a("class", "hint"), a("id", id)},
       words("form.characters", {{"n", words.number(field.max_length)}}));
}

}  // namespace

void text_field(Out& out, const i18n::Words& words, const TextField& field, const FormState& state) {
    const FieldError* error = state.error(field.name);
    const bool area = field.kind == FieldKind::textarea;
    std::string described = described_by(field.name, field.hint, error);
    const std::string most = std::to_string(field.max_length), limit = field.name + "-limit";
    if (area) described += (described.empty() ? "" : " ") + limit;
    const std::string_view typed =
        field.kind == FieldKind::password ? std::string_view() : state.value(field.name);
    const std::string_view invalid = error == nullptr ? "" : "true";
    const std::string_view required = field.required ? "true" : "";
    field_box(out, error, [&](Out& o) {
        label(o, words, field.name, field.label, field.required);
        hint_and_error(o, field.name, field.hint, error);
        if (area) {
            character_limit(o, words, field, limit);
            el(o, "textarea",
               {a("name", field.name), a("id", field.name), a("rows", "4"), a("data-max", most),
                a("autocomplete", field.autocomplete), a("aria-describedby", described),
                a_if("aria-invalid", invalid), a_if("aria-required", required)},
               [&](Out& content) {
                   // A line end right after the tag is dropped by browsers: this one is, not the first typed.
                   content.raw(Raw("\n"));
                   content.text(typed);
               });
            return;
        }
        void_el(o, "input",
                {a("type", input_type(field.kind)), a("name", field.name), a("id", field.name),
                 a("value", typed), a("autocomplete", field.autocomplete),
                 a_if("inputmode", field.kind == FieldKind::number ? "decimal" : ""),
                 a_if("aria-describedby", described), a_if("aria-invalid", invalid),
                 a_if("aria-required", required)});
    });
}

// The empty choice says "choose", unless the options bring their own: "all" in a filter.
namespace {

void select_options(Out& list, const std::vector<Option>& options, std::string_view chosen) {
    const auto one = [chosen](Out& out, const Option& option) {
        el(out, "option", {a("value", option.value), flag("selected", chosen == option.value)}, option.label);
    };
    for (auto option = options.begin(); option != options.end();) {
        if (option->group.empty()) {
            one(list, *option++);
            continue;
        }
        const std::string& group = option->group;
        el(list, "optgroup", {a("label", group)}, [&](Out& inside) {
            for (; option != options.end() && option->group == group; ++option) one(inside, *option);
        });
    }
}

}  // namespace

void select_field(Out& out, const i18n::Words& words, const SelectField& field, const FormState& state) {
    const FieldError* error = state.error(field.name);
    const std::string described = described_by(field.name, field.hint, error);
    field_box(out, error, [&](Out& o) {
        label(o, words, field.name, field.label, field.required);
        hint_and_error(o, field.name, field.hint, error);
        el(o, "select",
           {a("name", field.name), a("id", field.name), a_if("aria-describedby", described),
            a_if("aria-invalid", error == nullptr ? "" : "true"),
            a_if("aria-required", field.required ? "true" : "")},
           [&](Out& list) {
               const bool own = std::ranges::any_of(field.options, &std::string::empty, &Option::value);
               if (!own) el(list, "option", {a("value", "")}, words("form.choose"));
               select_options(list, field.options, state.value(field.name));
           });
    });
}

void date_field(Out& out, const i18n::Words& words, const TextField& field, const FormState& state) {
    TextField shown = field;
    const auto understood = parse_typed_date(state.value(field.name));
    shown.hint += (shown.hint.empty() ? "" : " ");
    shown.hint += understood ? words("form.date_understood", {{"date", words.date_long(*understood)}})
                             : words("form.date_hint");
    text_field(out, words, shown, state);
}

void file_field(Out& out, const i18n::Words& words, const TextField& field, std::string_view accept,
                const FormState& state) {
    const FieldError* error = state.error(field.name);
    const std::string described = described_by(field.name, field.hint, error);
    field_box(out, error, [&](Out& o) {
        label(o, words, field.name, field.label, field.required);
        hint_and_error(o, field.name, field.hint, error);
        void_el(o, "input",
                {a("type", "file"), a("name", field.name), a("id", field.name), a("accept", accept),
                 a_if("aria-describedby", described), a_if("aria-invalid", error == nullptr ? "" : "true")});
    });
}

void submit(Out& out, std::string_view text) {
    el(out, "button", {a("type", "submit"), a("class", "btn")}, text);
}

}  // namespace maillage::platform::html
