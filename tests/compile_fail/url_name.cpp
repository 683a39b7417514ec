// refused: not a URL attribute
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    el(out, "a", {url("title", target)}, text);
#else
    el(out, "a", {a("title", text)}, text);
#endif
}
