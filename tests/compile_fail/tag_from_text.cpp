// refused: is not a constant expression
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    el(out, text.c_str(), {}, text);
#else
    el(out, "p", {}, text);
#endif
}
