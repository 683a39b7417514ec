// refused: no inline handlers
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    el(out, "tr", {a("onclick", text)}, text);
#else
    el(out, "tr", {a("data-row", text)}, text);
#endif
}
