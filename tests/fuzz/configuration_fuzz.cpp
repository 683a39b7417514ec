#include "platform/config/configuration.hpp"

// Whatever the file holds, reading it gives a configuration within its limits, or problems that can be told.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace maillage::platform;
    const std::string_view toml(reinterpret_cast<const char*>(data), size);
    const auto read = config::read_configuration(toml, [](const std::string&) { return std::nullopt; });
    if (read) return read->jobs.workers >= 1 && read->jobs.workers <= 32 ? 0 : (__builtin_trap(), 1);
    if (read.error().empty()) __builtin_trap();
    for (const config::Problem& problem : read.error())
        if (sentence(problem, i18n::Language::fr).empty()) __builtin_trap();
    return 0;
}
