#include "domain/identity/charter_accounts_page.hpp"

#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;

std::string shown(std::int64_t version) { return std::to_string(version); }

void signed_cell(Out& out, const Call& call, const std::optional<foundation::Instant>& signed_at,
                 html::State missing, platform::i18n::Key missing_words) {
    if (signed_at)
        html::status(out, html::State::ok,
                     call.words("identity.charter.signed_on", {{"date", call.words.time(*signed_at)}}));
    else
        html::status(out, missing, call.words(missing_words));
}

void signatories_table(Out& out, const Call& call, const SignatoriesView& view, const Charter* now,
                       const Charter* next) {
    const auto& words = call.words;
    html::Table description{.caption = words("identity.charter.who_signed"),
                            .columns = {{words("identity.account.name")}}};
    for (const Charter* const each : {now, next})
        if (each != nullptr)
            description.columns.push_back(
                {words("identity.charter.version_from",
                       {{"version", shown(each->version)}, {"date", words.date(each->from)}})});
    html::table(out, words, description, view.signatories.rows, [&](html::Row& row, const Signatory& one) {
        row.heading([&](Out& o) {
            const html::Url target = call.url("/accounts/" + one.public_id);
            el(o, "a", {url("href", target)}, one.name);
        });
        if (now != nullptr)
            row.cell([&](Out& o) {
                signed_cell(o, call, one.signed_at, html::State::late, "identity.charter.is_suspended");
            });
        if (next != nullptr)
            row.cell([&](Out& o) {
                signed_cell(o, call, one.signed_early_at, html::State::todo, "identity.charter.not_signed");
            });
    });
    html::pagination(out, words,
                     {.path = call.path("/accounts/charter"),
                      .query = call.request.query,
                      .page = view.page,
                      .rows = view.signatories.total,
                      .per_page = signatories_per_page});
}

void versions_table(Out& out, const Call& call, const SignatoriesView& view, const Charter* now,
                    const Charter* next) {
    const auto& words = call.words;
    const html::Table description{.caption = words("identity.charter.versions"),
                                  .columns = {{words("identity.charter.version")},
                                              {words("identity.charter.name")},
                                              {words("identity.charter.from")},
                                              {words("identity.charter.author")},
                                              {words("identity.charter.state")}}};
    html::table(out, words, description, view.charters, [&](html::Row& row, const Charter& charter) {
        row.heading([&](Out& o) {
            const html::Url target = call.url("/charter?version=" + shown(charter.version));
            el(o, "a", {url("href", target)},
               words("identity.charter.numbered", {{"version", shown(charter.version)}}));
        });
        row.cell(charter.title);
        row.cell(words.date(charter.from));
        row.cell(charter.written_by);
        row.cell([&](Out& o) {
            if (&charter == now)
                html::status(o, html::State::ok, words("identity.charter.in_force"));
            else if (&charter == next)
                html::status(o, html::State::todo, words("identity.charter.planned"));
            else
                html::status(o, html::State::off, words("identity.charter.replaced"));
        });
    });
}

std::string situation(const Call& call, const SignatoriesView& view, const Charter* now,
                      const Charter* next) {
    const Signatories& found = view.signatories;
    const auto count = [&](const Charter& charter, std::int64_t have_signed) {
        return call.words("identity.charter.counted", {{"n", call.words.number(have_signed)},
                                                       {"total", call.words.number(found.total)},
                                                       {"version", shown(charter.version)}});
    };
    if (now != nullptr) return count(*now, found.have_signed);
    if (next != nullptr) return count(*next, found.have_signed_early);
    return {};
}

}  // namespace

html::Page signatories_page(const Call& call, const SignatoriesView& view) {
    const auto& words = call.words;
    const std::string title = words("identity.charter.signatures");
    html::Page page{.title = title,
                    .section = "accounts",
                    .crumbs = {{words("identity.accounts.title"), call.path("/accounts")}, {title, ""}},
                    .help = "charter"};
    Out& out = page.main;
    const Charter* const now = in_force(view.charters, call.today);
    const Charter* const next = to_come(view.charters, call.today);
    html::page_heading(out, title, situation(call, view, now, next), [&](Out& actions) {
        const html::Url target = call.url("/accounts/charter/new");
        if (!view.charters.empty())
            el(actions, "a", {a("class", "btn"), url("href", target)}, words("identity.charter.new"));
    });
    if (view.done == "published")
        html::notice(out, html::NoticeKind::ok, words("identity.done"),
                     words("identity.charter.was_published"));
    if (view.charters.empty()) {
        html::empty_state(out, {.title = words("identity.charter.none"),
                                .why = words("identity.charter.none_yet_why"),
                                .action = words("identity.charter.new"),
                                .path = call.path("/accounts/charter/new")});
        return page;
    }
    html::panel(out, "signatories", words("identity.charter.who_signed"),
                [&](Out& o) { signatories_table(o, call, view, now, next); });
    html::panel(out, "versions", words("identity.charter.versions"),
                [&](Out& o) { versions_table(o, call, view, now, next); });
    return page;
}

html::Page new_charter_page(const Call& call, const NewCharterView& view) {
    const auto& words = call.words;
    const std::string title = words("identity.charter.new");
    html::Page page{.title = view.state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .status = view.state.valid() ? 200 : 422,
                    .section = "accounts",
                    .crumbs = {{words("identity.accounts.title"), call.path("/accounts")},
                               {words("identity.charter.signatures"), call.path("/accounts/charter")},
                               {title, ""}},
                    .help = "charter"};
    Out& out = page.main;
    html::page_heading(out, title);
    html::error_summary(out, words, view.state);
    html::notice(out, html::NoticeKind::warn, words("identity.charter.effect"),
                 words("identity.charter.effect_on", {{"n", words.number(view.accounts)}}));
    const html::Url action = call.url("/accounts/charter");
    html::form_open(out, action, call.tokens);
    html::void_el(out, "input",
                  {a("type", "hidden"), a("name", "charter_after"), a("value", shown(view.after))});
    html::text_field(out, words,
                     {.name = "charter_title",
                      .label = words("identity.charter.name"),
                      .required = true,
                      .max_length = static_cast<int>(longest_charter_title)},
                     view.state);
    html::text_field(out, words,
                     {.name = "charter_text",
                      .label = words("identity.charter.text"),
                      .hint = words("identity.charter.text_hint"),
                      .kind = html::FieldKind::textarea,
                      .required = true,
                      .max_length = static_cast<int>(longest_charter)},
                     view.state);
    html::date_field(out, words,
                     {.name = "charter_from",
                      .label = words("identity.charter.from"),
                      .hint = words("identity.charter.from_hint"),
                      .required = true},
                     view.state);
    html::checkbox_group(out, words,
                         {.name = "charter_signed",
                          .label = words("identity.charter.own_signature"),
                          .options = {{"1", words("identity.charter.i_sign")}},
                          .hint = words("identity.charter.i_sign_why"),
                          .required = true},
                         view.state);
    html::submit(out, words("identity.charter.publish"));
    html::form_close(out);
    return page;
}

}  // namespace maillage::identity
