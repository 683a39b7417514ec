// refused: use url()
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    void_el(out, "img", {a("srcset", text)});
#else
    void_el(out, "img", {url("src", target)});
#endif
}
