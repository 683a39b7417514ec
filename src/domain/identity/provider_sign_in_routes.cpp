#include "domain/identity/failure_store.hpp"
#include "domain/identity/password_form.hpp"
#include "domain/identity/provider_page.hpp"
#include "domain/identity/provider_routes.hpp"
#include "domain/identity/provider_store.hpp"
#include "domain/identity/session_cookie.hpp"
#include "domain/identity/session_store.hpp"
#include "domain/identity/sign_in_routes.hpp"
#include "platform/crypto/hash.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
namespace http = platform::http;
namespace oidc = platform::oidc;

constexpr platform::db::Context application{.reach = platform::db::Context::Reach::system};
constexpr std::size_t longest_next = 500, longest_code = 2000;

void add_cookies(html::Page& page, const http::Response& carrier) {
    for (const auto& header : carrier.headers) page.headers.push_back(header);
}

// The visit is over, however it ended.
html::Answer ended(html::Page page) {
    http::Response carrier;
    set_flow_cookie(carrier, std::nullopt);
    add_cookies(page, carrier);
    return page;
}

// The visit that may have been begun goes on: another tab, or another site, cannot end it.
html::Answer not_begun_here(const Call& call) {
    return provider_trouble_page(
        call,
        {.title = "identity.provider.not_begun_title", .text = "identity.provider.not_begun", .status = 400});
}

ProviderTrouble trouble_of(oidc::Refusal refusal) {
    if (refusal == oidc::Refusal::unreachable || refusal == oidc::Refusal::busy)
        return {.title = "identity.provider.away_title", .text = "identity.provider.away", .status = 503};
    return {.title = "identity.provider.not_believed_title",
            .text = "identity.provider.not_believed",
            .status = 400};
}

ProviderTrouble trouble_of(ProviderRefusal refusal) {
    switch (refusal) {
    case ProviderRefusal::nobody:
        return {.title = "identity.provider.nobody_title", .text = "identity.provider.nobody", .status = 403};
    case ProviderRefusal::taken:
        return {.title = "identity.provider.taken_title", .text = "identity.provider.taken", .status = 409};
    case ProviderRefusal::over:
        return {
            .title = "identity.provider.not_begun_title", .text = "identity.provider.over", .status = 400};
    }
    __builtin_unreachable();
}

html::Answer refused(Call& call, const ProviderFlow& flow, std::string_view why,
                     const ProviderTrouble& trouble) {
    note_refused(call.services, flow, why);
    return ended(provider_trouble_page(call, trouble));
}

html::Answer onward(Call& call, const std::string& address, const http::Response& cookies) {
    html::Page page = onward_page(call, call.words("identity.provider.recognised_title"),
                                  call.words("identity.provider.recognised"), address);
    add_cookies(page, cookies);
    return ended(std::move(page));
}

html::Answer signed_in(Call& call, const ProviderFlow& flow, const oidc::Person& person) {
    // A session that was open in this browser ends: the new one never takes its token over (fixation).
    sign_out(call.services, call.request.cookies.get(session_cookie));
    const auto done = sign_in_by_provider(call.services, person, agent_of(call.request));
    if (!done) return refused(call, flow, name_of(done.error()), trouble_of(done.error()));
    http::Response cookies;
    if (!done->second_factor_asked) {
        set_session_cookie(cookies, done->token);
        return onward(call, flow.next, cookies);
    }
    http::set_cookie(cookies, {.name = std::string(half_cookie),
                               .value = done->token,
                               .max_age = std::chrono::seconds(second_step_life)});
    return onward(call, "/sign-in/code?next=" + http::encode_component(flow.next), cookies);
}

html::Answer brought_back(Call& call, const ProviderFlow& flow, const oidc::Person& person) {
    std::optional<ProviderRefusal> why_not;
    switch (flow.purpose) {
    case ProviderFlow::Purpose::sign_in: return signed_in(call, flow, person);
    case ProviderFlow::Purpose::link: why_not = link_own_account(call.services, flow, person); break;
    case ProviderFlow::Purpose::invitation:
        why_not = open_account_by_provider(call.services, flow, person, network_of(call.request.peer));
        break;
    }
    if (why_not) return refused(call, flow, name_of(*why_not), trouble_of(*why_not));
    return onward(call, flow.next, {});
}

// Each once: what is said twice could be read in two ways.
bool said_twice(const http::Fields& query) {
    for (const std::string_view name : {"state", "code", "iss", "error"})
        if (query.all(name).size() > 1) return true;
    return false;
}

}  // namespace

html::Answer go_to_provider(Call& call) {
    oidc::Provider* const provider = call.services.provider;
    if (provider == nullptr) return http::Response::refused(404);
    ProviderFlow flow;
    if (call.request.query.get("go_on") == "1") {
        // A visit that a form of ours has prepared.
        const auto prepared = opened_flow(call.services, call.request.cookies.get(flow_cookie));
        if (!prepared) return not_begun_here(call);
        flow = *prepared;
    } else {
        flow.next = next_path(call.request.query.get("next"));
        if (flow.next.size() > longest_next) flow.next = "/";
        if (call.actor.signed_in()) return http::Response::see_other(flow.next);
    }
    flow = begun_flow(call.services, std::move(flow));
    // A colleague may still be signed in there, at a desk that two people share: what is linked stays linked.
    const auto how = flow.purpose == ProviderFlow::Purpose::sign_in ? oidc::Provider::Recognise::as_they_are
                                                                    : oidc::Provider::Recognise::anew;
    const auto address = provider->sign_in_address(flow.secrets, how);
    if (!address) return refused(call, flow, oidc::name_of(address.error()), trouble_of(address.error()));
    http::Response response = http::Response::see_other(*address);
    set_flow_cookie(response, sealed_flow(call.services, flow));
    return response;
}

html::Answer come_back_from_provider(Call& call) {
    oidc::Provider* const provider = call.services.provider;
    if (provider == nullptr) return http::Response::refused(404);
    const http::Fields& query = call.request.query;
    const auto flow = opened_flow(call.services, call.request.cookies.get(flow_cookie));
    const bool ours = flow && !said_twice(query) &&
                      platform::crypto::equal_in_constant_time(query.get("state"), flow->secrets.state);
    if (!ours) return not_begun_here(call);
    const bool first = call.services.database.transaction(
        application, [&](platform::db::Tx& tx) { return use_flow(tx, *flow, call.now); });
    if (!first) return not_begun_here(call);
    if (query.find("error"))
        return refused(call, *flow, "declined",
                       {.title = "identity.provider.declined_title",
                        .text = "identity.provider.declined",
                        .status = 403});
    const std::string code(query.get("code"));
    if (code.empty() || code.size() > longest_code)
        return refused(call, *flow, oidc::name_of(oidc::Refusal::malformed),
                       trouble_of(oidc::Refusal::malformed));
    oidc::BroughtBack brought{.code = code, .issuer = {}};
    if (const auto issuer = query.find("iss")) brought.issuer = std::string(*issuer);
    const auto person = provider->person_of(brought, flow->secrets);
    if (!person) return refused(call, *flow, oidc::name_of(person.error()), trouble_of(person.error()));
    return brought_back(call, *flow, *person);
}

}  // namespace maillage::identity
