// refused: use void_el()
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    el(out, "input", {}, text);
#else
    void_el(out, "input", {a("value", text)});
#endif
}
