#pragma once

#include "domain/indicators/figure_table.hpp"
#include "domain/indicators/sent_table_store.hpp"
#include "platform/html/form.hpp"
#include "platform/html/page.hpp"

namespace maillage::indicators {

// Under the entry grid: its workbook, and the form that takes a workbook or a pasted table back.
void spreadsheet_panel(platform::html::Out& out, const identity::Call& call, const Section& section,
                       const platform::html::FormState& state);

struct TableView {
    const Section& section;
    const std::string& id;
    const SentTable& sent;
    const TableJudgement& judged;
    const platform::html::FormState& state;  // the refusals of a confirmation
};
// What would change, cell by cell, what stands in the way, and the form that confirms.
platform::html::Page table_page(identity::Call& call, const TableView& view);
// Until the worker has read the workbook.
platform::html::Page waiting_page(identity::Call& call, const Section& section, const SentTable& sent);
// What an earlier confirmation corrected and no input of the page holds any more, as hidden fields.
void earlier_corrections(platform::html::Out& out, const TableView& view);
// Every problem of the table, beside the input that corrects it.
void refuse_problems(const platform::i18n::Words& words, const TableJudgement& judged,
                     platform::html::FormState& state);

// The input of a column's title or of a row's indicator, with its error beside it.
void name_input(platform::html::Out& out, const std::string& field, const std::string& label,
                const platform::html::FormState& state);

std::string table_path(const identity::Call& call, const Section& section, std::string_view id,
                       std::string_view rest = {});
std::string entry_title(const platform::i18n::Words& words, const Section& section);

}  // namespace maillage::indicators
