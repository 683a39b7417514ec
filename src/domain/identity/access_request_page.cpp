#include "domain/identity/access_request_page.hpp"

#include "domain/identity/role_words.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;

html::Page page_of(const std::string& title, const Call& call, bool valid, std::string_view section) {
    return {.title = valid ? title : call.words("form.error_title", {{"title", title}}),
            .status = valid ? 200 : 422,
            .section = section,
            .help = "access-requests"};
}

void state_of(Out& out, const Call& call, const AccessRequest& request) {
    const auto& words = call.words;
    switch (request.state) {
    case AccessState::open: return html::status(out, html::State::todo, words("identity.access.open"));
    case AccessState::granted: return html::status(out, html::State::ok, words("identity.access.granted"));
    case AccessState::refused: return html::status(out, html::State::off, words("identity.access.refused"));
    case AccessState::withdrawn:
        return html::status(out, html::State::off, words("identity.access.withdrawn"));
    }
    __builtin_unreachable();
}

// Who answered, when and why.
void answer_of(Out& out, const Call& call, const AccessRequest& request) {
    if (request.decided_at)
        el(out, "div", {a("class", "muted")},
           call.words("identity.access.decided",
                      {{"date", call.words.time(*request.decided_at)}, {"name", request.decided_by}}));
    if (request.state == AccessState::granted)
        el(out, "div", {}, call.words("identity.access.second_person"));
    if (!request.answer.empty()) el(out, "div", {}, request.answer);
}

void withdrawal(Out& out, const Call& call, const AccessRequest& request) {
    if (request.state != AccessState::open) return;
    const html::Url action = call.url("/access/" + request.id + "/withdrawal");
    const std::string named =
        call.words("identity.access.withdraw_named", {{"role", role_in_words(call.words, request.role)}});
    html::form_open(out, action, fresh_tokens(call));
    el(out, "button", {a("type", "submit"), a("class", "btn alt sm"), a("aria-label", named)},
       call.words("identity.access.withdraw"));
    html::form_close(out);
}

void own_list(Out& out, const Call& call, const std::vector<AccessRequest>& requests) {
    const auto& words = call.words;
    if (requests.empty()) {
        el(out, "p", {a("class", "muted")}, words("identity.access.none"));
        return;
    }
    const html::Table description{.caption = words("identity.access.own"),
                                  .columns = {{words("identity.access.role")},
                                              {words("identity.access.asked")},
                                              {words("identity.access.state")},
                                              {words("identity.access.answer")},
                                              {words("identity.access.withdrawal")}}};
    html::table(out, words, description, requests, [&](html::Row& row, const AccessRequest& request) {
        row.heading(role_in_words(words, request.role));
        row.cell(words.time(request.asked_at));
        row.cell([&](Out& o) { state_of(o, call, request); });
        row.cell([&](Out& o) { answer_of(o, call, request); });
        row.cell([&](Out& o) { withdrawal(o, call, request); });
    });
}

void asking_form(Out& out, const Call& call, const html::FormState& state) {
    const auto& words = call.words;
    const html::Url action = call.url("/access");
    html::form_open(out, action, call.tokens);
    html::select_field(out, words,
                       {.name = "access_role",
                        .label = words("identity.access.role"),
                        .options = role_options(words),
                        .hint = words("identity.access.role_hint"),
                        .required = true},
                       state);
    html::text_field(out, words,
                     {.name = "access_for",
                      .label = words("identity.access.on_behalf"),
                      .hint = words("identity.access.on_behalf_hint"),
                      .max_length = static_cast<int>(longest_on_behalf),
                      .autocomplete = "off"},
                     state);
    html::text_field(out, words,
                     {.name = "access_reason",
                      .label = words("identity.access.reason"),
                      .hint = words("identity.access.reason_hint"),
                      .kind = html::FieldKind::textarea,
                      .required = true,
                      .max_length = static_cast<int>(longest_access_reason)},
                     state);
    html::submit(out, words("identity.access.ask"));
    html::form_close(out);
}

void told(Out& out, const Call& call, const AccessRequest& request) {
    const auto& words = call.words;
    const auto said = [](std::string text) { return [text = std::move(text)](Out& o) { o.text(text); }; };
    html::summary_list(
        out, words,
        {{.term = words("identity.access.who"),
          .value =
              [&](Out& o) {
                  // A name is not a person: the account says its address, and who keeps it.
                  const html::Url account = call.url("/accounts/" + request.public_id);
                  el(o, "a", {url("href", account)}, request.name);
              }},
         {.term = words("identity.access.role"), .value = said(role_in_words(words, request.role))},
         {.term = words("identity.access.on_behalf"), .value = said(request.on_behalf)},
         {.term = words("identity.access.reason"), .value = said(request.reason)},
         {.term = words("identity.access.asked"), .value = said(words.time(request.asked_at))},
         {.term = words("identity.access.state"), .value = [&](Out& o) { state_of(o, call, request); }}});
}

void acceptance(Out& out, const Call& call, const AccessDecisionView& view) {
    const html::Url action = call.url("/accounts/requests/" + view.request.id + "/acceptance");
    el(out, "p", {}, call.words("identity.access.accept_why"));
    html::form_open(out, action, fresh_tokens(call));
    mandate_fields(out, call, view.mandate);
    html::submit(out, call.words("identity.access.accept"));
    html::form_close(out);
}

void refusal(Out& out, const Call& call, const AccessDecisionView& view) {
    const auto& words = call.words;
    const html::Url action = call.url("/accounts/requests/" + view.request.id + "/refusal");
    html::form_open(out, action, call.tokens);
    html::text_field(out, words,
                     {.name = "access_answer",
                      .label = words("identity.access.why_not"),
                      .hint = words("identity.access.why_not_hint"),
                      .kind = html::FieldKind::textarea,
                      .required = true,
                      .max_length = static_cast<int>(longest_access_reason)},
                     view.refusal);
    el(out, "button", {a("type", "submit"), a("class", "btn alt danger")}, words("identity.access.refuse"));
    html::form_close(out);
}

}  // namespace

html::Page own_access_page(const Call& call, const OwnAccessView& view) {
    const auto& words = call.words;
    html::Page page = page_of(words("identity.access.title"), call, view.state.valid(), "home");
    page.crumbs = {{words("identity.access.title"), ""}};
    Out& out = page.main;
    html::page_heading(out, words("identity.access.title"), words("identity.access.situation"));
    if (view.done == "asked")
        html::notice(out, html::NoticeKind::ok, words("identity.done"), words("identity.access.was_asked"));
    if (view.done == "withdrawn")
        html::notice(out, html::NoticeKind::ok, words("identity.done"),
                     words("identity.access.was_withdrawn"));
    html::error_summary(out, words, view.state);
    html::panel(out, "own", words("identity.access.own"), [&](Out& o) { own_list(o, call, view.requests); });
    html::panel(out, "ask", words("identity.access.new"), [&](Out& o) { asking_form(o, call, view.state); });
    return page;
}

html::Page access_requests_page(const Call& call, const std::vector<AccessRequest>& requests,
                                std::string_view done) {
    const auto& words = call.words;
    html::Page page = page_of(words("identity.access.all"), call, true, "accounts");
    page.crumbs = {{words("identity.accounts.title"), call.path("/accounts")},
                   {words("identity.access.all"), ""}};
    Out& out = page.main;
    html::page_heading(out, words("identity.access.all"), words("identity.access.all_situation"));
    if (done == "refused")
        html::notice(out, html::NoticeKind::ok, words("identity.done"), words("identity.access.was_refused"));
    if (requests.empty()) {
        html::empty_state(out, {.title = words("identity.access.nobody"),
                                .why = words("identity.access.nobody_why"),
                                .action = words("identity.accounts.title"),
                                .path = call.path("/accounts")});
        return page;
    }
    const html::Table description{.caption = words("identity.access.all"),
                                  .columns = {{words("identity.access.who")},
                                              {words("identity.access.role")},
                                              {words("identity.access.on_behalf")},
                                              {words("identity.access.asked")},
                                              {words("identity.access.state")},
                                              {words("identity.access.answer")}}};
    html::table(out, words, description, requests, [&](html::Row& row, const AccessRequest& request) {
        row.heading([&](Out& o) {
            const html::Url target = call.url("/accounts/requests/" + request.id);
            el(o, "a", {url("href", target)}, request.name);
        });
        row.cell(role_in_words(words, request.role));
        row.cell(request.on_behalf);
        row.cell(words.time(request.asked_at));
        row.cell([&](Out& o) { state_of(o, call, request); });
        row.cell([&](Out& o) { answer_of(o, call, request); });
    });
    return page;
}

html::Page access_request_page(const Call& call, const AccessDecisionView& view) {
    const auto& words = call.words;
    const AccessRequest& request = view.request;
    const html::FormState& wrong = view.mandate.state.valid() ? view.refusal : view.mandate.state;
    const std::string title = words("identity.access.one");
    html::Page page = page_of(title, call, wrong.valid(), "accounts");
    page.crumbs = {{words("identity.accounts.title"), call.path("/accounts")},
                   {words("identity.access.all"), call.path("/accounts/requests")},
                   {request.name, ""}};
    Out& out = page.main;
    html::page_heading(out, title, request.name);
    html::error_summary(out, words, wrong);
    html::panel(out, "request", title, [&](Out& o) {
        told(o, call, request);
        answer_of(o, call, request);
    });
    if (request.account == call.actor.account)
        html::notice(out, html::NoticeKind::info, words("identity.access.yours"),
                     words("identity.access.yours_why"));
    if (!may_decide(call.actor, request)) return page;
    html::panel(out, "accept", words("identity.access.accept"), [&](Out& o) { acceptance(o, call, view); });
    html::panel(out, "refuse", words("identity.access.refuse"), [&](Out& o) { refusal(o, call, view); });
    return page;
}

}  // namespace maillage::identity
