#pragma once

#include <string_view>

namespace maillage::platform::csv {

// The character that separates the cells of `text`: the one of ; TAB , that cuts the first lines into the
// same number of cells most often; ; when nothing does. A first line "sep=;" (Excel's own) decides.
char separator_of(std::string_view text);

// Length of Excel's "sep=x" line with its line end, or 0.
std::size_t length_of_separator_line(std::string_view text);

}  // namespace maillage::platform::csv
