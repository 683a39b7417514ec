#pragma once

#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/identity/api.hpp"
#include "foundation/date.hpp"
#include "platform/db/pool.hpp"
#include "platform/toml/data_file.hpp"

// What other slices and the application use of the strategy.
namespace maillage::strategy {

// One action in a few words: the home page, the search, a group's page.
struct ActionSummary {
    std::string code, title, title_en, pilot, state, group;
    std::optional<foundation::Date> due;  // the nearest of its own date and its next step's
    foundation::Instant news_at{};
    int progress = 0;
    bool late = false, fictional = false;
};

struct Situation {
    std::int64_t actions = 0, late = 0, due14 = 0, due30 = 0, silent = 0, done = 0;
    std::int64_t mean_progress = 0;  // percent
};

// Nothing for who may not read the strategy.
Situation situation(platform::db::Tx& tx, const identity::Call& call);
enum class Alarm : std::uint8_t { late, due14, due30, silent };
std::vector<ActionSummary> actions_in_alarm(platform::db::Tx& tx, const identity::Call& call, Alarm alarm,
                                            std::size_t most);
// The situation and the first `most` actions of three alarms, the same for every reader of a council:
// computed once for each of its revisions.
struct Standing {
    Situation situation;
    std::vector<ActionSummary> late, due30, silent;
};
std::shared_ptr<const Standing> standing(platform::db::Tx& tx, const identity::Call& call, std::size_t most);
// The tracking table: every action, in the order of their codes.
std::vector<ActionSummary> tracking_table(platform::db::Tx& tx, const identity::Call& call);
// A state that was kept by its name ("under_way"), in words; the name itself for one that is no more.
std::string state_in_words(const platform::i18n::Words& words, std::string_view state);
// Code, title, description, pilot or partners; the codes first.
std::vector<ActionSummary> search_actions(platform::db::Tx& tx, const identity::Call& call,
                                          std::string_view text, std::size_t most);

// The actions in which an organisation of the directory takes part, and how many they are.
struct PartnerActions {
    std::vector<ActionSummary> first;
    std::int64_t all = 0;
};
PartnerActions actions_of_partner(platform::db::Tx& tx, const identity::Call& call,
                                  std::string_view organisation, std::size_t most);

// A piece of evidence whose title holds the words; it is found on its action's page.
struct EvidenceFound {
    std::string action, title;
};
std::vector<EvidenceFound> search_evidence(platform::db::Tx& tx, const identity::Call& call,
                                           std::string_view text, std::size_t most);

// How the actions of one working group stand today; "" for those without a group. Every group with an action.
struct GroupSituation {
    std::string group;
    std::int64_t actions = 0, done = 0;
    std::int64_t open = 0, late = 0;        // to start or under way; among them, past a deadline
    std::int64_t followed = 0, silent = 0;  // under way or suspended; among them, without news for long
    std::int64_t progress = 0;              // sum, in per cent
};
std::vector<GroupSituation> situations_by_group(platform::db::Tx& tx, const identity::Call& call);

// Changes whenever what other slices show of the strategy may: for what is kept between requests.
std::string version(platform::db::Tx& tx, const identity::Call& call);

struct WorkingGroup {
    std::string code, name, name_en;
};
std::vector<WorkingGroup> working_groups(platform::db::Tx& tx, const identity::Call& call);
// Whether there is a domain and a group: an action needs the one, an indicator of a group the other.
bool has_domains_and_groups(platform::db::Tx& tx, const identity::Call& call);

// The strategy's own time, as its document and the city say it. Without the right to read there is nothing.
struct Term {
    std::string title, title_en;
    std::optional<foundation::Date> adopted;
    std::optional<std::int64_t> first_year, last_year;
    std::optional<foundation::Date> ends;  // unknown until the document or the city says it (EVA-4)
    std::string source;                    // where it is said
};
Term term(platform::db::Tx& tx, const identity::Call& call);

struct StrategyObjective {
    std::string code, title, title_en;
};
std::vector<StrategyObjective> objectives(platform::db::Tx& tx, const identity::Call& call);

// What became of an action: its states one after the other, what was told of it, and the indicators it names.
struct ActionCourse {
    std::string code, title, title_en, objective, group;
    std::string state, state_said;  // its name, and the word for it
    int progress = 0;
    bool late = false, fictional = false;
    struct Stage {
        std::string state, said;
        std::optional<foundation::Instant> since;  // of the first one, nothing
    };
    std::vector<Stage> stages;  // none when its state never changed
    std::int64_t news = 0;      // pieces of news in all
    std::optional<foundation::Instant> last_news_at;
    std::string last_news;
    std::vector<std::string> indicators;  // codes
};
// In the strategy's order.
std::vector<ActionCourse> courses(platform::db::Tx& tx, const identity::Call& call);

// Whether files are all that a council's strategy has: what they leave out is told then.
enum class Extent : std::uint8_t { all_files, some_files };

// The strategy*.toml files of a council, under the application's own context: new actions are added, known
// ones brought up to date but for what people changed. Sentences of the report, one a line.
struct ImportReport {
    int added = 0, changed = 0, unchanged = 0;
    std::vector<std::string> lines;  // "PRE-1 pilot: kept here, the file says …"
};
struct FilesToImport {
    std::span<const platform::toml::NamedText> files;
    Extent extent = Extent::all_files;
    territory::Inventions inventions = territory::Inventions::kept;
};
std::expected<ImportReport, std::vector<platform::toml::Problem>> import_files(platform::db::Tx& tx,
                                                                               territory::CouncilId council,
                                                                               const FilesToImport& wanted,
                                                                               foundation::Instant now,
                                                                               foundation::Date today);

// All actions, one a line: code, domain, title, pilot, group, state, progress, due, partners.
std::string export_csv(platform::db::Tx& tx, territory::CouncilId council, foundation::Instant now,
                       foundation::Date today);
std::string export_xlsx(platform::db::Tx& tx, territory::CouncilId council, foundation::Instant now,
                        foundation::Date today);
std::string export_json(platform::db::Tx& tx, territory::CouncilId council, foundation::Instant now,
                        foundation::Date today);

// Destroys what people left behind: tables that were sent for an import, written or not, and drafts of forms.
// Undoing an import reads the history, not its table.
inline constexpr int staged_import_days = 7, draft_days = 30;
void purge(platform::db::Pool& database, foundation::Instant now);

// `actions` invented actions with axes, partners, three steps and ten pieces of news each, for measurements;
// marked fictional.
void grow(platform::db::Tx& tx, territory::CouncilId council, int actions, foundation::Date today);

}  // namespace maillage::strategy
