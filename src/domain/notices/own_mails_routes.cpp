#include "domain/notices/notice_routes.hpp"
#include "domain/notices/notice_store.hpp"
#include "platform/html/components.hpp"
#include "platform/html/form.hpp"

namespace maillage::notices {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

Answer show_own_mails(Call& call) {
    const OwnMails wanted = in_transaction(call, [&](db::Tx& tx) { return own_mails(tx, call.actor); });
    const auto& words = call.words;
    html::Page page{
        .title = words("notices.own.title"),
        .section = "profile",
        .crumbs = {{words("notices.own.profile"), call.path("/profile")}, {words("notices.own.title"), ""}},
        .help = "profile"};
    html::Out& out = page.main;
    html::page_heading(out, page.title, words("notices.own.why"));
    if (call.request.query.get("done") == "saved")
        html::notice(out, html::NoticeKind::ok, words("notices.done"), words("notices.own.saved"));
    html::panel(out, "mails", words("notices.own.kinds"), [&](html::Out& o) {
        const html::Url action = call.url("/profile/mails");
        html::form_open(o, action, call.tokens);
        html::checkbox(o, "takes_digest", words("notices.own.digest"), wanted.digest);
        html::checkbox(o, "takes_reminder", words("notices.own.reminder"), wanted.reminder);
        html::submit(o, words("notices.own.save"));
        html::form_close(o);
    });
    return page;
}

Answer submit_own_mails(Call& call) {
    const OwnMails wanted{.digest = call.form.fields.find("takes_digest").has_value(),
                          .reminder = call.form.fields.find("takes_reminder").has_value()};
    in_transaction(call, [&](db::Tx& tx) { set_own_mails(tx, call.actor, wanted); });
    return http::Response::see_other(call.path("/profile/mails?done=saved"));
}

}  // namespace maillage::notices
