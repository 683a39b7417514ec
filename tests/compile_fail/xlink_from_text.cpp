// refused: use url()
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    el(out, "use", {a("xlink:href", text)}, text);
#else
    el(out, "use", {url("href", target)}, text);
#endif
}
