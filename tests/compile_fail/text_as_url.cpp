// refused: no matching function for call to
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    el(out, "a", {url("href", text)}, text);
#else
    el(out, "a", {url("href", target)}, text);
#endif
}
