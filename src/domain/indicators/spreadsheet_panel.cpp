#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/table_pages.hpp"
#include "platform/html/components.hpp"

namespace maillage::indicators {

namespace html = platform::html;
using html::el;
using html::Out;
using identity::Call;
using platform::i18n::Words;

void spreadsheet_panel(Out& out, const Call& call, const Section& section, const html::FormState& state) {
    const Words& words = call.words;
    html::panel(out, "spreadsheet", words("indicators.table.panel"), [&](Out& o) {
        const html::Url workbook = html::Url::path(group_path(call, section.group, "/entry.xlsx"));
        el(o, "p", {}, words("indicators.table.panel_why"));
        el(o, "p", {}, [&](Out& p) {
            el(p, "a", {url("href", workbook), html::flag("download", true)},
               words("indicators.table.download"));
        });
        const html::Url target = html::Url::path(group_path(call, section.group, "/entry/tables"));
        html::form_open(o, target, fresh_tokens(call), true);
        html::file_field(o, words,
                         {.name = "file",
                          .label = words("indicators.table.file"),
                          .hint = words("indicators.table.file_hint")},
                         ".xlsx,.ods", state);
        html::text_field(
            o, words,
            {.name = "pasted",
             .label = words("indicators.table.pasted"),
             .hint = words("indicators.table.pasted_hint",
                           {{"rows", words.number(static_cast<std::int64_t>(table_limits.rows))},
                            {"columns", words.number(static_cast<std::int64_t>(table_limits.columns))}}),
             .kind = html::FieldKind::textarea,
             .max_length = 100'000},
            state);
        html::submit(o, words("indicators.table.preview"));
        html::form_close(o);
    });
}

}  // namespace maillage::indicators
