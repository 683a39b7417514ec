// refused: forbidden attribute
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    el(out, "p", {a("style", text)}, text);
#else
    el(out, "p", {a("class", text)}, text);
#endif
}
