// refused: use url()
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    el(out, "button", {a("formaction", text)}, text);
#else
    el(out, "button", {url("formaction", target)}, text);
#endif
}
