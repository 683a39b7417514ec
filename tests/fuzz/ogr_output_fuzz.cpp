#include "platform/spreadsheet/ogr_output.hpp"

// What ogr2ogr prints comes from a hostile file: lines stay as wide as the header, sheets have names.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace maillage::platform;
    const std::string_view output(reinterpret_cast<const char*>(data), size);
    for (const std::string& name : spreadsheet::sheets_of_listing(output))
        if (name.empty()) __builtin_trap();
    if (spreadsheet::plain_value(output).size() > output.size()) __builtin_trap();
    const auto table = spreadsheet::table_of_csv(output, {.rows = 50, .columns = 20, .cell_bytes = 500});
    if (!table) return 0;
    if (table->header.empty()) __builtin_trap();
    for (const auto& line : table->lines)
        if (line.cells.size() != table->header.size()) __builtin_trap();
    return 0;
}
