// refused: forbidden attribute
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    el(out, "iframe", {a("srcdoc", text)}, text);
#else
    el(out, "iframe", {url("src", target)}, text);
#endif
}
