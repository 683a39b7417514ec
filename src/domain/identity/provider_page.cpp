#include "domain/identity/provider_page.hpp"

#include "platform/html/components.hpp"
#include "platform/oidc/provider.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;

const std::string& name_of_provider(const Call& call) { return call.services.provider->settings().name; }

void own_form(Out& out, const Call& call, const OwnProviderView& view, std::string_view path,
              std::string_view label) {
    const html::Url action = call.url(path);
    html::form_open(out, action, call.tokens);
    own_password_field(out, call, view.state);
    if (view.with) second_factor_fields(out, call, view.state, *view.with);
    html::submit(out, label);
    html::form_close(out);
}

void done_notice(Out& out, const Call& call, std::string_view done) {
    const auto say = [&](platform::i18n::Key key) {
        html::notice(out, html::NoticeKind::ok, call.words("identity.done"), call.words(key));
    };
    if (done == "linked") say("identity.provider.linked_now");
    if (done == "ended") say("identity.provider.ended_now");
}

}  // namespace

html::Page provider_trouble_page(const Call& call, const ProviderTrouble& trouble) {
    const std::string& provider = name_of_provider(call);
    html::Page page{.title = call.words(trouble.title, {{"provider", provider}}),
                    .status = trouble.status,
                    .section = "sign-in",
                    .help = "provider"};
    const html::Url back = html::Url::path(trouble.back);
    el(page.main, "div", {a("class", "sign-in")}, [&](Out& box) {
        el(box, "h1", {}, page.title);
        el(box, "p", {}, call.words(trouble.text, {{"provider", provider}}));
        el(box, "p", {}, [&](Out& p) {
            el(p, "a", {url("href", back), a("class", "btn")}, call.words("identity.provider.back"));
        });
    });
    if (trouble.status == 503) page.headers.emplace_back("retry-after", "30");
    return page;
}

html::Page onward_page(const Call& call, std::string title, std::string_view text,
                       const std::string& address) {
    html::Page page{.title = std::move(title), .section = "sign-in"};
    const html::Url onward =
        address.starts_with('/') ? html::Url::path(address) : html::Url::external(address);
    el(page.main, "div", {a("class", "sign-in")}, [&](Out& box) {
        el(box, "h1", {}, page.title);
        el(box, "p", {}, text);
        el(box, "p", {}, [&](Out& p) {
            el(p, "a", {url("href", onward), a("class", "btn"), a("rel", "noreferrer")},
               call.words("identity.provider.go_on"));
        });
    });
    page.headers.emplace_back("refresh", "0; url=" + address);
    return page;
}

html::Page own_provider_page(const Call& call, const OwnProviderView& view) {
    const auto& words = call.words;
    const std::string& provider = name_of_provider(call);
    const std::string title = words("identity.provider.title", {{"provider", provider}});
    html::Page page{.title = view.state.valid() ? title : words("form.error_title", {{"title", title}}),
                    .section = "profile",
                    .crumbs = {{words("identity.profile.title"), call.path("/profile")}, {title, ""}},
                    .help = "provider"};
    Out& out = page.main;
    html::page_heading(out, title);
    done_notice(out, call, view.done);
    html::error_summary(out, words, view.state);
    if (!view.linked) {
        el(out, "p", {}, words("identity.provider.what", {{"provider", provider}}));
        if (view.has_password)
            html::panel(out, "link", words("identity.provider.link", {{"provider", provider}}), [&](Out& o) {
                own_form(o, call, view, "/profile/provider",
                         words("identity.provider.link", {{"provider", provider}}));
            });
        return answered(std::move(page), view.answer);
    }
    el(out, "p", {}, words("identity.provider.since", {{"when", words.time(*view.linked)}}));
    el(out, "p", {}, words("identity.provider.opens_nothing"));
    if (view.has_password)
        html::panel(out, "end", words("identity.provider.end"), [&](Out& o) {
            el(o, "p", {}, words("identity.provider.end_what"));
            own_form(o, call, view, "/profile/provider/removal", words("identity.provider.end"));
        });
    else
        el(out, "p", {}, words("identity.provider.without_password"));
    return answered(std::move(page), view.answer);
}

}  // namespace maillage::identity
