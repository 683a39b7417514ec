// refused: no dynamic script or style
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    el(out, "style", {}, text);
#else
    el(out, "p", {}, text);
#endif
}
