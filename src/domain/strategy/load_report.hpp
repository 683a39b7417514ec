#pragma once

#include <string>
#include <vector>

namespace maillage::strategy {

// What loading a strategy did: nothing that a person changed is overwritten, it is told instead.
struct LoadReport {
    int references = 0;  // domains, objectives, groups, axes, commitments added or brought up to date
    int added = 0, changed = 0, unchanged = 0;
    struct Difference {
        std::string code, field, here, in_file;
    };
    std::vector<Difference> updated;   // taken from the file
    std::vector<Difference> kept;      // left as it is: changed by a person, or no longer in the files
    std::vector<std::string> refused;  // codes whose values the rules refuse
};

}  // namespace maillage::strategy
