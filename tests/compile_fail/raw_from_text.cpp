// refused: is not a constant expression
#include "platform/html/builder.hpp"

using namespace maillage::platform::html;

void write(Out& out, const std::string& text, const Url& target) {
    (void)target;
#ifdef WRONG
    out.raw(Raw(text.data()));
#else
    out.raw(Raw("<hr>"));
#endif
}
