#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/date.hpp"

namespace maillage::platform::csv {

enum class Dialect : std::uint8_t {
    french_excel,  // BOM, ; and decimal commas: opens by a double click on a French desktop
    exchange       // no BOM, , and decimal points: for programs and open data
};

// Writes RFC 4180, lines ended by CRLF. Text is guarded against formulas (guard.hpp).
//
//     Writer csv(Dialect::french_excel);
//     csv.text("Code").text("Avancement").end_row();
//     csv.text("PRE-1").number(0.4).end_row();
class Writer {
 public:
    explicit Writer(Dialect dialect);

    Writer& text(std::string_view words);
    Writer& number(std::int64_t value);
    Writer& number(int value) { return number(static_cast<std::int64_t>(value)); }
    Writer& number(double value);        // shortest digits that read back the same; not finite → empty
    Writer& date(foundation::Date day);  // 2026-11-24: every spreadsheet takes it for a date
    Writer& empty();
    Writer& end_row();
    std::string take();

 private:
    void begin_cell();

    Dialect dialect_;
    char separator_;
    std::string bytes_;
    bool row_is_open_ = false;
    std::size_t row_begins_ = 0;
};

}  // namespace maillage::platform::csv
