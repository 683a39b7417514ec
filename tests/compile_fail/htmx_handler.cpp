// refused: no inline handlers
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    el(out, "p", {a("hx-on:click", text)}, text);
#else
    el(out, "p", {a("hx-target", text)}, text);
#endif
}
