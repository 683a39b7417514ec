#include <algorithm>

#include "domain/strategy/action_update.hpp"
#include "domain/strategy/around_store.hpp"
#include "domain/strategy/sql.hpp"
#include "foundation/text.hpp"

namespace maillage::strategy {
namespace {

// A thing around an action: what it is recognised by, and all that it says.
struct Part {
    std::int64_t id = 0;
    std::string key, text;
};
using Parts = std::vector<Part>;

Part part_of(const Link& link) {
    return {.id = link.id, .key = link.kind + "\t" + link.target, .text = text_of(link)};
}
Part part_of(const Record& record) {
    return {.id = record.id.value, .key = record.title, .text = text_of(record)};
}
Part part_of(const RecordLine& line) {
    const std::string what = line.kind == "value" && line.on_day ? line.on_day->iso() : line.label;
    return {.id = line.id,
            .key = std::to_string(line.record) + "\t" + line.kind + "\t" + what,
            .text = text_of(line)};
}
Part part_of(const BudgetLine& line) {
    return {.id = line.id,
            .key = line.label + "\t" + std::to_string(line.year) + "\t" + line.fund,
            .text = text_of(line)};
}

// The key of what a part said once.
std::string key_in(PartKind kind, const std::string& text) {
    const auto key = [](const auto& thing) { return thing ? part_of(*thing).key : std::string(); };
    switch (kind) {
    case PartKind::link: return key(link_of(text));
    case PartKind::record: return key(record_of(text));
    case PartKind::record_line: return key(record_line_of(text));
    case PartKind::budget: return key(budget_line_of(text));
    case PartKind::news: return {};
    }
    __builtin_unreachable();
}

// Its fields as a person reads them; numbers of rows and positions are none of theirs.
std::string readable(PartKind kind, std::string_view text) {
    auto fields = foundation::split(text, '\t');
    if (kind == PartKind::record_line && fields.size() > 2) fields = {fields.begin() + 1, fields.end() - 1};
    std::string told;
    for (const std::string_view field : fields)
        if (!field.empty()) told.append(told.empty() ? "" : " · ").append(field);
    return told;
}

// Adds what is new and changes what differs. What is there and not in the file is answered.
Parts bring(const Update& update, PartKind kind, Parts here, const Parts& in_file) {
    std::vector<std::string> theirs;  // keys of what people changed or took away
    for (const std::string& text : update.people.former_parts(update.action, kind))
        theirs.push_back(key_in(kind, text));
    const std::string field(name_of(kind));
    for (const Part& wanted : in_file) {
        const auto found = std::ranges::find(here, wanted.key, &Part::key);
        const bool is_new = found == here.end();
        const Part now = is_new ? Part() : *found;
        if (!is_new) here.erase(found);
        const std::string before = readable(kind, now.text), after = readable(kind, wanted.text);
        if (before == after) continue;
        const bool kept = is_new ? std::ranges::find(theirs, wanted.key) != theirs.end()
                                 : update.people.changed(update.action, kind, now.id);
        if (kept || !update.change.save_part(update.action, kind, now.id, wanted.text))
            update.tell_kept(field, before, after);
        else
            update.tell_updated(field, before, after);
    }
    return here;
}

// What the files made and no longer say. A record on which lines of people hang stays, with them.
void take_away(const Update& update, PartKind kind, const Parts& beyond) {
    for (const Part& part : beyond) {
        if (update.people.changed(update.action, kind, part.id)) continue;
        const std::string before = readable(kind, part.text);
        if (update.change.save_part(update.action, kind, part.id, ""))
            update.tell_updated(std::string(name_of(kind)), before, "");
        else
            update.tell_kept(std::string(name_of(kind)), before, "");
    }
}

template <class Thing>
Parts parts_of(const std::vector<Thing>& things) {
    Parts parts;
    for (const Thing& thing : things) parts.push_back(part_of(thing));
    return parts;
}

Parts lines_in_file(const std::vector<FileRecord>& in_file, const Record& record) {
    Parts parts;
    for (const FileRecord& each : in_file)
        if (each.title == record.title)
            for (std::size_t i = 0; i < each.lines.size(); ++i)
                parts.push_back(part_of(RecordLine{.record = record.id.value,
                                                   .kind = each.lines[i].kind,
                                                   .label = each.lines[i].label,
                                                   .label_en = each.lines[i].label_en,
                                                   .on_day = each.lines[i].on_day,
                                                   .done_on = each.lines[i].done_on,
                                                   .value = each.lines[i].value,
                                                   .position = static_cast<std::int64_t>(i)}));
    return parts;
}

void update_records(const Update& update, const std::vector<FileRecord>& in_file) {
    Parts wanted;
    for (const FileRecord& record : in_file)
        wanted.push_back(part_of(Record{.kind = record.kind,
                                        .title = record.title,
                                        .title_en = record.title_en,
                                        .unit = record.unit,
                                        .unit_en = record.unit_en,
                                        .target = record.target,
                                        .lines = {}}));
    const Parts beyond =
        bring(update, PartKind::record, parts_of(read_records(update.scope, update.action)), wanted);
    // Read again: new records have their numbers now.
    for (const Record& record : read_records(update.scope, update.action)) {
        const bool is_beyond = std::ranges::find(beyond, record.id.value, &Part::id) != beyond.end();
        if (is_beyond && update.people.changed(update.action, PartKind::record, record.id.value)) continue;
        take_away(
            update, PartKind::record_line,
            bring(update, PartKind::record_line, parts_of(record.lines), lines_in_file(in_file, record)));
    }
    take_away(update, PartKind::record, beyond);
}

}  // namespace

void update_parts(const Update& update, const FileStrategy& strategy, const FileAction& read) {
    std::vector<Link> links;
    for (const std::string& target : read.links)
        links.push_back({.kind = std::string(kind_of_link(update.scope, strategy, target)),
                         .target = target,
                         .label = {}});
    take_away(
        update, PartKind::link,
        bring(update, PartKind::link, parts_of(read_links(update.scope, update.action)), parts_of(links)));
    update_records(update, read.records);
    std::vector<BudgetLine> budget;
    for (const FileBudget& line : read.budget)
        budget.push_back({.label = line.label,
                          .label_en = line.label_en,
                          .year = line.year,
                          .amount = {line.amount_cents},
                          .fund = line.fund});
    take_away(update, PartKind::budget,
              bring(update, PartKind::budget, parts_of(read_budget(update.scope, update.action)),
                    parts_of(budget)));
}

void update_news(const Update& update, const Action& here, const std::vector<FileNews>& in_file) {
    std::vector<News> known = update.scope.tx.all(
        sql::news_of_files,
        [](platform::db::Row& row) { return News{.at = row.instant(), .author = {}, .text = row.text()}; },
        update.scope.council, update.action);
    foundation::Instant latest = here.news_at;
    for (const FileNews& wanted : in_file) {
        const auto found = std::ranges::find_if(known, [&](const News& news) {
            return news.text == wanted.text && (!wanted.at || news.at == at_noon(*wanted.at));
        });
        if (found != known.end()) {
            known.erase(found);
            continue;
        }
        const foundation::Instant at = wanted.at ? at_noon(*wanted.at) : update.scope.now;
        update.scope.tx.run(sql::insert_news, update.scope.council, update.action, at, update.scope.account,
                            update.scope.author, wanted.text);
        update.tell_updated("update", "", wanted.text);
        latest = std::max(latest, at);
    }
    if (latest != here.news_at)
        update.scope.tx.run(sql::touch_news, update.scope.council, update.action, latest);
    // Said once, said for ever.
    for (const News& news : known) update.tell_kept("update", news.text, "");
}

}  // namespace maillage::strategy
