#include "foundation/text.hpp"
#include "platform/csv/table.hpp"

// Whatever the file holds, its cells are clean UTF-8 within the limits, and lines are as wide as the header.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace maillage;
    const platform::csv::CsvLimits limits{.bytes = 3000, .rows = 50, .columns = 20, .cell_bytes = 500};
    const auto table = platform::csv::read_table({reinterpret_cast<const char*>(data), size}, limits);
    if (!table) return 0;
    if (table->header.empty() || table->lines.size() > limits.rows) __builtin_trap();
    for (const auto& line : table->lines) {
        if (line.cells.size() != table->header.size() || line.number < 2) __builtin_trap();
        for (const std::string& cell : line.cells)
            if (!foundation::is_clean_utf8(cell) || cell.size() > limits.cell_bytes) __builtin_trap();
    }
    return 0;
}
