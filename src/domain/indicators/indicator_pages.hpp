#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/indicators/board.hpp"
#include "domain/indicators/comment_store.hpp"
#include "domain/indicators/indicator_charts.hpp"
#include "domain/indicators/series_rules.hpp"
#include "platform/html/form.hpp"
#include "platform/html/page.hpp"

namespace maillage::indicators {

std::string indicator_path(const identity::Call& call, const Indicator& indicator,
                           std::string_view rest = {});
std::string group_path(const identity::Call& call, const strategy::WorkingGroup& group,
                       std::string_view rest = {});
std::string group_name(const platform::i18n::Words& words, const strategy::WorkingGroup& group);

// A form of its own, with its own key; `about` says which for a screen reader.
void button_form(platform::html::Out& out, const identity::Call& call, const std::string& path,
                 const std::string& label, const std::string& about,
                 const std::vector<std::pair<std::string, std::string>>& fields = {});

// The indicators of a section as a table: last figure, what may be said of it, target, what is missing.
void readings_table(platform::html::Out& out, const identity::Call& call, std::string_view caption,
                    const std::vector<Reading>& readings);
// Which rules of EVA-1 a group's set does not satisfy; that it satisfies them, otherwise.
void set_notice(platform::html::Out& out, const platform::i18n::Words& words, const SetJudgement& judged);
// "De 665 (2018) à 812 (2021)": what a drawing of the series says.
std::string first_and_last(const platform::i18n::Words& words, const Definition& said,
                           const FigureSeries& series);

// What was typed in a form of the page that is shown again.
struct Typed {
    std::optional<platform::html::FormState> figure = {}, comment = {};
};
struct IndicatorView {
    const Reading& reading;
    const std::vector<DefinitionVersion>& versions;
    const std::vector<Comment>& comments;
    const Typed& typed;
};
platform::html::Page indicator_page(identity::Call& call, const IndicatorView& view);
// With all that the page needs besides.
platform::html::Page read_indicator_page(platform::db::Tx& tx, identity::Call& call, const Reading& reading,
                                         const Typed& typed = {});

// The form that makes an indicator and changes one; `seen` is the version it began with.
struct IndicatorForm {
    const std::vector<strategy::WorkingGroup>& groups;
    const std::vector<platform::html::Option>& owners;
    const Reading* base = nullptr;  // nothing for a new one
};
platform::html::Page indicator_form_page(identity::Call& call, const IndicatorForm& form,
                                         const platform::html::FormState& state);
platform::html::FormState state_of(const platform::i18n::Words& words, const Indicator& indicator);
// What a value is does not change once there are values: a new indicator says something else.
bool has_values(const IndicatorForm& form);
void break_fields(platform::html::Out& out, const platform::i18n::Words& words, const IndicatorForm& form,
                  const platform::html::FormState& state);
// The first day from which values mean something else; a change of the unit without one is refused.
std::optional<foundation::Date> read_break(const identity::Call& call, const IndicatorForm& form,
                                           const Definition& read, platform::html::FormState& state);
// What was typed, over `base`; the refusals go into `state`.
Definition read_definition_form(const identity::Call& call, const IndicatorForm& form, const Definition& base,
                                platform::html::FormState& state);

// The fields of one figure, and what was typed in them.
void figure_fields(platform::html::Out& out, const platform::i18n::Words& words, const Definition& definition,
                   const platform::html::FormState& state);
// A period that has a figure already: it is named beside the field, unless the form says that it is replaced.
void refuse_taken_period(const platform::i18n::Words& words, const Reading& reading, const Figure& typed,
                         platform::html::FormState& state);
// The box that says so, once the figure was named.
void replacement_choice(platform::html::Out& out, const platform::i18n::Words& words,
                        const platform::html::FormState& state);
Figure read_figure_form(const identity::Call& call, const Definition& definition,
                        platform::html::FormState& state);
// The same of what stands in `state` already.
Figure read_figure(const platform::i18n::Words& words, foundation::Date today, const Definition& definition,
                   platform::html::FormState& state);

}  // namespace maillage::indicators
