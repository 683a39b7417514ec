#include "domain/notices/texts.hpp"

#include "domain/governance/api.hpp"
#include "domain/indicators/api.hpp"
#include "domain/notices/sql.hpp"
#include "domain/strategy/api.hpp"

namespace maillage::notices {
namespace {

namespace db = platform::db;
namespace mail = platform::mail;
using identity::Call;
using platform::i18n::Key;
using platform::i18n::Language;

constexpr std::size_t most_sentences = 5;

struct NamedState {
    const char* state;
    Key key;
};
constexpr NamedState states[] = {{"to_start", "notices.digest.to_start"},
                                 {"under_way", "notices.digest.under_way"},
                                 {"suspended", "notices.digest.suspended"},
                                 {"done", "notices.digest.done"},
                                 {"abandoned", "notices.digest.abandoned"}};

std::string line(std::string text) { return "- " + std::move(text) + "\n"; }

// "Actions : 94", then one line a state that has any.
std::string actions_part(db::Tx& tx, const Call& call) {
    const indicators::ActionsByState by_state = indicators::actions_by_state(tx, call.actor);
    std::int64_t all = 0;
    for (const auto& [state, count] : by_state) all += count;
    std::string text = call.words("notices.digest.actions", {{"n", call.words.number(all)}}) + "\n";
    for (const NamedState& one : states)
        if (const auto found = by_state.find(one.state); found != by_state.end())
            text += line(call.words(one.key, {{"n", call.words.number(found->second)}}));
    std::int64_t late = 0;
    for (const strategy::GroupSituation& group : strategy::situations_by_group(tx, call)) late += group.late;
    if (late > 0) text += line(call.words("notices.digest.late", {{"n", call.words.number(late)}}));
    return text + "\n";
}

std::string indicators_part(db::Tx& tx, const Call& call) {
    const auto sentences = indicators::sentences_to_send(tx, call, most_sentences);
    if (sentences.empty()) return {};
    std::string text = call.words("notices.digest.indicators") + "\n";
    for (const std::string& sentence : sentences) text += line(sentence);
    return text + "\n";
}

// The month that the council set for its plenary; nothing where it set none.
std::string plenary_part(db::Tx& tx, const Call& call) {
    const auto bodies = governance::bodies(tx, call.actor, call.today);
    for (const governance::ExpectedMeeting& one : governance::expected_meetings(bodies, call.today))
        if (one.body.kind == governance::BodyKind::plenary && one.body.rhythm == governance::Rhythm::yearly &&
            one.body.month)
            return call.words("notices.digest.plenary", {{"month", call.words.month(one.from)}}) + "\n\n";
    return {};
}

std::string ending(db::Tx& tx, const Call& call, std::string_view page, Key why) {
    const std::string base = site_of_mails(tx, call.actor) + call.path("");
    return call.words("notices.mail.where") + "\n" + base + std::string(page) + "\n\n" + call.words(why) +
           "\n" + base + std::string(own_mails_path) + "\n";
}

mail::Text digest_text(db::Tx& tx, const Call& call) {
    return {.subject = call.words("notices.digest.subject"),
            .body = call.words("notices.mail.hello") + "\n\n" +
                    call.words("notices.digest.intro", {{"date", call.words.date(call.today)}}) + "\n\n" +
                    actions_part(tx, call) + indicators_part(tx, call) + plenary_part(tx, call) +
                    ending(tx, call, "/dashboard", "notices.digest.stop")};
}

mail::Text reminder_text(db::Tx& tx, const Call& call, std::int64_t figures) {
    return {.subject = call.words("notices.reminder.subject"),
            .body = call.words("notices.mail.hello") + "\n\n" +
                    call.words("notices.reminder.awaited", {{"n", call.words.number(figures)}}) + "\n\n" +
                    ending(tx, call, "/indicators/missing", "notices.reminder.stop")};
}

}  // namespace

Call in_language(const Call& call, Language language) {
    return {.request = call.request,
            .form = call.form,
            .actor = call.actor,
            .words = call.services.catalogues.of(language),
            .services = call.services,
            .tokens = call.tokens,
            .now = call.now,
            .today = call.today};
}

std::string site_of_mails(db::Tx& tx, const identity::Actor& actor) {
    return tx.one(sql::site_of_council, [](db::Row& row) { return row.text(); }, actor.council).value_or("");
}

BothTexts digest_texts(db::Tx& tx, const Call& call) {
    return {.french = digest_text(tx, in_language(call, Language::fr)),
            .english = digest_text(tx, in_language(call, Language::en))};
}

BothTexts reminder_texts(db::Tx& tx, const Call& call, std::int64_t figures) {
    return {.french = reminder_text(tx, in_language(call, Language::fr), figures),
            .english = reminder_text(tx, in_language(call, Language::en), figures)};
}

}  // namespace maillage::notices
