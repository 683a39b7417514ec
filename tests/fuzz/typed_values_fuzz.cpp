#include <cmath>

#include "platform/html/form.hpp"

// Whatever is typed, a date read is a date that reads again, and a number read is finite.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace maillage::platform::html;
    const std::string_view typed(reinterpret_cast<const char*>(data), size);
    if (const auto date = parse_typed_date(typed))
        if (parse_typed_date(date->iso()) != date) __builtin_trap();
    if (const auto number = parse_typed_number(typed))
        if (!std::isfinite(*number)) __builtin_trap();
    return 0;
}
