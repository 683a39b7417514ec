// refused: not a void element
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    void_el(out, "div", {});
#else
    el(out, "div", {}, text);
#endif
}
