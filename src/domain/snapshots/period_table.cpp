#include "domain/snapshots/period_table.hpp"

#include <map>
#include <set>

namespace maillage::snapshots {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using indicators::Definition;
using indicators::Figure;
using indicators::FigureSeries;
using platform::i18n::Words;

std::string month_in_short(const Words& words, int month) {
    constexpr platform::i18n::Key names[] = {
        "snapshots.month.1", "snapshots.month.2",  "snapshots.month.3",  "snapshots.month.4",
        "snapshots.month.5", "snapshots.month.6",  "snapshots.month.7",  "snapshots.month.8",
        "snapshots.month.9", "snapshots.month.10", "snapshots.month.11", "snapshots.month.12"};
    return words(names[month % 12]);
}

// "janv.", "janv.–mars"; "année" for whole ones.
std::string column_name(const Words& words, int first_month, int months) {
    if (months == 12 && first_month == 0) return words("snapshots.month.all");
    const std::string first = month_in_short(words, first_month);
    return months == 1 ? first : first + "–" + month_in_short(words, first_month + months - 1);
}

using Year =
    std::map<int, const std::optional<Figure>*>;  // by the month of the year that its period begins with

void cell(Out& row, const Words& words, const Definition& said, const std::optional<Figure>* figure) {
    if (figure == nullptr) return el(row, "td", {}, "");
    if (!*figure) return el(row, "td", {a("class", "n")}, words("snapshots.figure.not_available"));
    const bool counts_alone =
        (*figure)->withheld || ((*figure)->of && *(*figure)->of < indicators::least_base);  // R-STA-2
    const std::string value = counts_alone ? value_in_words(words, said.measure, **figure)
                                           : number_in_words(words, said.measure, (*figure)->shown());
    el(row, "td", {a("class", "n")},
       (*figure)->provisional ? value + words("snapshots.figure.provisional_mark") : value);
}

}  // namespace

void period_table(Out& out, const Words& words, const Definition& said, const FigureSeries& series) {
    std::map<int, Year> years;
    std::set<int> columns;
    for (std::size_t i = 0; i < series.periods.size(); ++i) {
        const int first = series.periods[i].first_month();
        years[first / 12][first % 12] = &series.figures[i];
        columns.insert(first % 12);
    }
    el(out, "table", {a("class", "by-year")}, [&](Out& table) {
        el(table, "caption", {}, words("snapshots.figure.by_year"));
        el(table, "thead", {}, [&](Out& head) {
            el(head, "tr", {}, [&](Out& row) {
                el(row, "th", {a("scope", "col")}, words("snapshots.column.year"));
                for (const int month : columns)
                    el(row, "th", {a("scope", "col"), a("class", "n")},
                       column_name(words, month, series.months));
            });
        });
        el(table, "tbody", {}, [&](Out& body) {
            for (const auto& [year, figures] : years)
                el(body, "tr", {}, [&](Out& row) {
                    el(row, "th", {a("scope", "row")}, std::to_string(year));
                    for (const int month : columns) {
                        const auto found = figures.find(month);
                        cell(row, words, said, found == figures.end() ? nullptr : found->second);
                    }
                });
        });
    });
}

}  // namespace maillage::snapshots
