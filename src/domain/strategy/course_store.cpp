#include <map>

#include "domain/strategy/api.hpp"
#include "domain/strategy/reference_store.hpp"
#include "domain/strategy/sql.hpp"

// What the final review reads: the objectives, and what became of every action.
namespace maillage::strategy {
namespace {

namespace db = platform::db;
using identity::Call;

using Changes = std::map<std::int64_t, std::vector<ActionCourse::Stage>>;

// By action; the first stage is the one before the first change, which has no day.
Changes changes_of(db::Tx& tx, const Call& call) {
    Changes all;
    const db::Result result = tx.run(sql::states_of_actions, call.actor.council);
    for (int i = 0; i < result.rows(); ++i) {
        db::Row row = result.row(i);
        auto& stages = all[row.int8()];
        const foundation::Instant at = row.instant();
        const std::string before = row.text(), after = row.text();
        if (stages.empty())
            stages.push_back({.state = before, .said = state_in_words(call.words, before), .since = {}});
        stages.push_back({.state = after, .said = state_in_words(call.words, after), .since = at});
    }
    return all;
}

}  // namespace

std::vector<StrategyObjective> objectives(db::Tx& tx, const Call& call) {
    Scope scope = scope_of(tx, call);
    std::vector<StrategyObjective> found;
    for (const Reference& one : read_references(scope).objectives)
        found.push_back({.code = one.code, .title = one.label, .title_en = one.label_en});
    return found;
}

std::vector<ActionCourse> courses(db::Tx& tx, const Call& call) {
    if (!call.may(identity::Act::read_strategy)) return {};
    const Changes changes = changes_of(tx, call);
    return tx.all(
        sql::courses_of_actions,
        [&](db::Row& row) {
            const std::int64_t id = row.int8();
            ActionCourse course{.code = row.text(), .title = row.text(), .title_en = row.text()};
            course.objective = row.text();
            course.group = row.text();
            course.state = row.text();
            course.progress = static_cast<int>(row.int8());
            course.late = row.boolean();
            course.fictional = row.boolean();
            course.news = row.int8();
            course.last_news_at = row.instant_or_null();
            course.last_news = row.text();
            course.indicators = row.texts();
            course.state_said = state_in_words(call.words, course.state);
            if (const auto found = changes.find(id); found != changes.end()) course.stages = found->second;
            return course;
        },
        call.actor.council, call.today);
}

}  // namespace maillage::strategy
