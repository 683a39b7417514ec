#include "platform/pdf/print_document.hpp"

namespace maillage::platform::pdf {
namespace {

using html::a;
using html::el;
using html::Out;

void head_of(Out& out, const PrintDocument& document) {
    void_el(out, "meta", {a("charset", "utf-8")});
    el(out, "title", {}, document.title);
    const html::Url sheet = html::Url::path("/print.css");
    void_el(out, "link", {a("rel", "stylesheet"), url("href", sheet)});
}

}  // namespace

std::string print_document(const PrintDocument& document, const html::Out& body) {
    const std::string_view paper =
        document.paper == PrintDocument::Paper::landscape ? "landscape" : "portrait";
    Out out;
    out.raw(html::Raw("<!DOCTYPE html>"));
    el(out, "html", {a("lang", document.language)}, [&](Out& o) {
        el(o, "head", {}, [&](Out& h) { head_of(h, document); });
        el(o, "body", {a("class", paper), a("data-head", document.head), a("data-foot", document.foot)},
           [&](Out& b) { b.append(body); });
    });
    return std::move(out.bytes);
}

}  // namespace maillage::platform::pdf
