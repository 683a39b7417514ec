// refused: bad attribute name
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    el(out, "p", {a("title onclick", text)}, text);
#else
    el(out, "p", {a("title", text)}, text);
#endif
}
