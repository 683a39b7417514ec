#include "domain/strategy/reference_load.hpp"

#include <algorithm>

#include "domain/strategy/action_fields_rules.hpp"
#include "domain/strategy/sql.hpp"

namespace maillage::strategy {
namespace {

namespace db = platform::db;

// One entry of a list: its code, then what it says, the words that people see first.
struct Entry {
    std::string code;
    std::vector<std::pair<std::string_view, std::string>> fields;
};
using Entries = std::vector<Entry>;

Entries entries_of(const std::vector<Reference>& list) {
    Entries entries;
    for (const Reference& one : list)
        entries.push_back(
            {one.code, {{"label", one.label}, {"label_en", one.label_en}, {"scheme", one.scheme}}});
    return entries;
}

Entries entries_of(const std::vector<Commitment>& list) {
    Entries entries;
    for (const Commitment& one : list)
        entries.push_back(
            {one.code,
             {{"title", one.title}, {"title_en", one.title_en}, {"kind", one.kind}, {"source", one.source}}});
    return entries;
}

Entries entries_of(const std::optional<Plan>& plan) {
    if (!plan) return {};
    const auto day = [](const auto& date) { return date ? date->iso() : std::string(); };
    const auto year = [](const auto& number) { return number ? std::to_string(*number) : std::string(); };
    return {{plan->code,
             {{"title", plan->title},
              {"title_en", plan->title_en},
              {"adopted", day(plan->adopted)},
              {"first_year", year(plan->first_year)},
              {"last_year", year(plan->last_year)},
              {"ends", day(plan->ends)},
              {"source", plan->source},
              {"source_en", plan->source_en},
              {"parents", joined(plan->parents)}}}};
}

class Teller {
 public:
    Teller(Extent extent, LoadReport& report) : extent_(extent), report_(report) {}

    // After `affected` rows were written for one entry of the file.
    void written(std::string_view kind, const Entries& here, const Entry& in_file, long affected) {
        if (affected == 0) return;
        ++report_.references;
        const std::string name = std::string(kind) + " " + in_file.code;
        const auto before = std::ranges::find(here, in_file.code, &Entry::code);
        if (before == here.end()) {
            const auto& [field, value] = in_file.fields.front();
            return updated(name, field, "", value);
        }
        bool told = false;
        for (std::size_t i = 0; i < in_file.fields.size(); ++i) {
            const auto& [field, value] = in_file.fields[i];
            if (before->fields[i].second == value) continue;
            updated(name, field, before->fields[i].second, value);
            told = true;
        }
        if (!told) updated(name, "position", "", "");
    }
    void absent(std::string_view kind, const Entries& here, const Entries& in_file) {
        if (extent_ == Extent::some_files) return;
        for (const Entry& entry : here)
            if (std::ranges::find(in_file, entry.code, &Entry::code) == in_file.end())
                report_.kept.push_back({std::string(kind) + " " + entry.code,
                                        std::string(entry.fields.front().first), entry.fields.front().second,
                                        ""});
    }

 private:
    void updated(const std::string& name, std::string_view field, std::string here, std::string in_file) {
        report_.updated.push_back({name, std::string(field), std::move(here), std::move(in_file)});
    }
    const Extent extent_;
    LoadReport& report_;
};

}  // namespace

void save_references(Scope& scope, const FileStrategy& strategy, Extent extent, LoadReport& report) {
    db::Tx& tx = scope.tx;
    Teller teller(extent, report);
    const References here = read_references(scope);
    if (strategy.plan) {
        const Plan& plan = *strategy.plan;
        const Entries before = entries_of(read_plan(scope)), in_file = entries_of(strategy.plan);
        const long affected =
            tx.run(sql::save_plan, scope.council, plan.code, plan.title, plan.title_en, plan.adopted,
                   plan.first_year, plan.last_year, plan.ends, plan.source, plan.source_en, plan.parents)
                .affected();
        teller.written("strategy", before, in_file.front(), affected);
    }
    const auto save = [&](std::string_view kind, const std::vector<Reference>& known,
                          const std::vector<Reference>& list, auto&& write) {
        const Entries before = entries_of(known), in_file = entries_of(list);
        for (std::size_t i = 0; i < list.size(); ++i)
            teller.written(kind, before, in_file[i], write(list[i], i).affected());
        teller.absent(kind, before, in_file);
    };
    const auto with = [&](const db::Sql& statement) {
        return [&](const Reference& one, std::size_t rank) {
            return tx.run(statement, scope.council, one.code, one.label, one.label_en, rank);
        };
    };
    save("domain", here.domains, strategy.references.domains, with(sql::save_domain));
    save("objective", here.objectives, strategy.references.objectives, with(sql::save_objective));
    save("group", here.groups, strategy.references.groups, with(sql::save_working_group));
    save("axis", here.axes, strategy.references.axes, [&](const Reference& axis, std::size_t rank) {
        return tx.run(sql::save_axis, scope.council, axis.code, axis.scheme, axis.label, axis.label_en, rank);
    });
    const Entries before = entries_of(read_commitments(scope)), in_file = entries_of(strategy.commitments);
    for (std::size_t i = 0; i < strategy.commitments.size(); ++i) {
        const Commitment& line = strategy.commitments[i];
        const long affected = tx.run(sql::save_commitment, scope.council, line.code, line.kind, line.title,
                                     line.title_en, line.source, i)
                                  .affected();
        teller.written("commitment", before, in_file[i], affected);
    }
    teller.absent("commitment", before, in_file);
}

}  // namespace maillage::strategy
