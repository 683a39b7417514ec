#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "platform/html/builder.hpp"
#include "platform/http/message.hpp"
#include "platform/i18n/words.hpp"

// Forms that keep what was typed, say what is wrong beside the field and in one summary, and need no script.
namespace maillage::platform::html {

struct FieldError {
    std::string field;    // name of the input, also its id
    std::string message;  // in the user's language: what to do
    // The field's label, for a message that several fields share: the summary names it.
    std::string label = {};
};

// What a form shows: the values typed (or stored) and what is wrong with them.
struct FormState {
    http::Fields values;
    std::vector<FieldError> errors;

    std::string_view value(std::string_view field) const { return values.get(field); }
    const FieldError* error(std::string_view field) const;
    bool valid() const { return errors.empty(); }
    void refuse(std::string field, std::string message, std::string label = {}) {
        errors.push_back({std::move(field), std::move(message), std::move(label)});
    }
};

// What every POST form carries: the session's CSRF token and a fresh idempotency key.
struct FormTokens {
    std::string csrf;
    std::string idempotency;
};

enum class FieldKind { text, email, password, search, number, textarea };

struct TextField {
    std::string name;
    std::string label;
    std::string hint = {};
    FieldKind kind = FieldKind::text;
    bool required = false;
    int max_length = 200;  // characters; a textarea shows the count
    std::string autocomplete = "off";
};
struct Option {
    std::string value;
    std::string label;
    std::string group = {};  // neighbours of one group are shown under its name
};
struct SelectField {
    std::string name;
    std::string label;
    std::vector<Option> options;
    std::string hint = {};
    bool required = false;
};

// <form method=post action=…> with the hidden tokens around `content`.
void form_open(Out& out, const Url& action, const FormTokens& tokens, bool multipart = false);
// The same, saved by a script at `draft` while somebody types, with the line that says so before
// form_close().
void draft_form_open(Out& out, const Url& action, const FormTokens& tokens, const Url& draft);
void draft_line(Out& out, const i18n::Words& words);
void form_close(Out& out);

// The alert on top that takes the focus: nothing when the state is valid. The caller answers 422 and prefixes
// the title with words("form.error_title").
void error_summary(Out& out, const i18n::Words& words, const FormState& state);
void text_field(Out& out, const i18n::Words& words, const TextField& field, const FormState& state);
void select_field(Out& out, const i18n::Words& words, const SelectField& field, const FormState& state);
void radio_group(Out& out, const i18n::Words& words, const SelectField& field, const FormState& state);
void checkbox(Out& out, std::string_view name, std::string_view label, bool checked,
              std::string_view value = "1");
void checkbox_group(Out& out, const i18n::Words& words, const SelectField& field, const FormState& state);
// Many boxes, in the groups of their options, those that are chosen first: a frame that scrolls, which a
// script gives a field that filters it.
void checkbox_list(Out& out, const i18n::Words& words, const SelectField& field, const FormState& state);
// One text input that takes 24/11/2026, 1/2/26 or 2026-02-01, echoed in full once understood.
void date_field(Out& out, const i18n::Words& words, const TextField& field, const FormState& state);
void file_field(Out& out, const i18n::Words& words, const TextField& field, std::string_view accept,
                const FormState& state);
void submit(Out& out, std::string_view label);

// The forms of a date that people type: 24/11/2026, 1/2/26, 24-11-2026, 24.11.2026, 2026-11-24.
std::optional<foundation::Date> parse_typed_date(std::string_view typed);
// 1 234,5 · 1234.5 · 1 234 (with ordinary, U+00A0 or U+202F spaces); nothing for anything else.
std::optional<double> parse_typed_number(std::string_view typed);

}  // namespace maillage::platform::html
