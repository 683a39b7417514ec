#pragma once

#include <string_view>

namespace maillage::platform::db {

// One statement of one .sql file. `name` is "slice.stem": the name it is prepared under.
struct Sql {
    std::string_view name;
    std::string_view text;
};

// One file of a slice's migrations/: runs once, in one transaction, never edited after it is merged.
struct Migration {
    std::string_view slice;
    std::string_view stem;  // "20261124-0900-actions"
    std::string_view text;
};

}  // namespace maillage::platform::db
