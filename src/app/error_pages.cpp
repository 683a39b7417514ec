#include "app/error_pages.hpp"

#include "platform/html/builder.hpp"
#include "platform/json_writer.hpp"

namespace maillage::app {
namespace {

using platform::html::a;
using platform::html::el;
using platform::html::Out;
using platform::i18n::Key;
using platform::i18n::Words;

struct Sentences {
    Key title, advice;
};

Sentences sentences_of(int status) {
    switch (status) {
    case 400: return {"app.error.bad_request", "app.error.bad_request_advice"};
    case 401: return {"app.error.unauthorized", "app.error.unauthorized_advice"};
    case 403: return {"app.error.foreign_form", "app.error.foreign_form_advice"};
    case 404: return {"app.error.not_found", "app.error.not_found_advice"};
    case 405: return {"app.error.method", "app.error.method_advice"};
    case 409: return {"app.error.under_way", "app.error.under_way_advice"};
    case 413: return {"app.error.too_large", "app.error.too_large_advice"};
    case 421: return {"app.error.host", "app.error.host_advice"};
    case 422: return {"app.error.form", "app.error.form_advice"};
    case 429: return {"app.error.too_many", "app.error.too_many_advice"};
    case 503: return {"app.error.unavailable", "app.error.unavailable_advice"};
    case 507: return {"app.error.full", "app.error.full_advice"};
    default: return {"app.error.broken", "app.error.broken_advice"};
    }
}

void content(Out& out, const Words& words, int status, std::string_view incident) {
    const Sentences sentences = sentences_of(status);
    el(out, "h1", {}, words(sentences.title));
    el(out, "p", {}, words(sentences.advice));
    if (status >= 500 && !incident.empty())
        el(out, "p", {a("class", "muted")}, words("app.error.incident", {{"id", std::string(incident)}}));
}

}  // namespace

platform::html::Page error_page(const Words& words, int status, std::string_view incident) {
    platform::html::Page page{.title = words(sentences_of(status).title), .main = {}, .status = status};
    content(page.main, words, status, incident);
    return page;
}

platform::http::Response plain_error_page(const Words& words, int status, std::string_view incident) {
    Out out;
    out.raw(platform::html::Raw("<!doctype html>"));
    el(out, "html", {a("lang", words.code())}, [&](Out& html) {
        el(html, "head", {}, [&](Out& head) {
            platform::html::void_el(head, "meta", {a("charset", "utf-8")});
            platform::html::void_el(head, "meta",
                                    {a("name", "viewport"), a("content", "width=device-width")});
            el(head, "title", {}, words(sentences_of(status).title) + " - Maillage");
        });
        el(html, "body", {}, [&](Out& body) {
            el(body, "main", {}, [&](Out& main) { content(main, words, status, incident); });
        });
    });
    platform::http::Response response{.status = status, .body = std::move(out.bytes)};
    if (status == 503) response.headers.emplace_back("retry-after", "5");
    return response;
}

platform::http::Response error_json(const Words& words, int status) {
    return error_json(status, words(sentences_of(status).title));
}

platform::http::Response error_json(int status, std::string_view message) {
    platform::JsonWriter json;
    json.begin_object().key("error").begin_object();
    json.member("status", status).member("message", message);
    json.end_object().end_object();
    auto response = platform::http::Response::json(json.take());
    response.status = status;
    if (status == 503) response.headers.emplace_back("retry-after", "5");
    return response;
}

}  // namespace maillage::app
