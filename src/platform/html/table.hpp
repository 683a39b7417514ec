#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "platform/html/builder.hpp"
#include "platform/http/message.hpp"
#include "platform/i18n/words.hpp"

// Tables that turn into cards on a phone, with a caption, scopes, and headers that sort by links.
//
//     table(out, words, {.caption = …, .columns = {{"Action", "title"}, {"Montant", "amount", true}}},
//     actions,
//           [&](Row& row, const Action& action) {
//               row.heading([&](Out& o) { … });
//               row.cell(words.money(action.budget));
//           });
namespace maillage::platform::html {

struct Column {
    std::string label;
    std::string sort = {};  // key of ?sort=, empty when the column does not sort
    bool number = false;
};
// Where sorting leads: the list's address; what it is sorted by comes from ?sort= ("due", "-due" descending).
struct Sorting {
    std::string path;
    const http::Fields* query = nullptr;
    std::string usual = {};  // the order without ?sort=
};
struct Table {
    std::string caption;
    std::vector<Column> columns;
    Sorting sorting = {};
    bool pick = false;  // a first column of boxes named "row", for bulk edits
};

// One row; its cells come in the order of the columns.
class Row {
 public:
    Row(Out& out, const i18n::Words& words, const Table& table) : out_(out), words_(words), table_(table) {}

    void pick(std::string_view id, std::string_view name);  // only in a table with `pick`
    template <class Content>
    void heading(Content&& content) {
        el(out_, "th", {a("scope", "row")}, std::forward<Content>(content));
        ++column_;
    }
    template <class Content>
    void cell(Content&& content) {
        const Column& column = next();
        el(out_, "td", {a("data-l", column.label), a_if("class", column.number ? "n" : "")},
           std::forward<Content>(content));
    }

 private:
    const Column& next();

    Out& out_;
    const i18n::Words& words_;
    const Table& table_;
    std::size_t column_ = 0;
};

void table_open(Out& out, const i18n::Words& words, const Table& table);
void table_close(Out& out);

template <class Items, class Cells>
void table(Out& out, const i18n::Words& words, const Table& description, const Items& items, Cells&& cells) {
    table_open(out, words, description);
    for (const auto& item : items) {
        open_tag(out, "tr", {});
        Row row(out, words, description);
        cells(row, item);
        close_tag(out, "tr");
    }
    table_close(out);
}

}  // namespace maillage::platform::html
