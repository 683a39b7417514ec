#include "domain/identity/policy_matrix.hpp"

#include <array>
#include <functional>

#include "domain/identity/policy_rules.hpp"

namespace maillage::identity {
namespace {

struct Marks {
    std::string_view before, between, after, yes, no;
};

Marks marks_of(MatrixFormat format) {
    switch (format) {
    case MatrixFormat::csv: return {.before = "", .between = ";", .after = "\n", .yes = "yes", .no = "no"};
    case MatrixFormat::markdown:
        return {.before = "| ", .between = " | ", .after = " |\n", .yes = "yes", .no = " "};
    }
    __builtin_unreachable();
}

void append_row(std::string& text, const Marks& marks, std::string_view head,
                const std::function<std::string_view(Act)>& cell) {
    text.append(marks.before).append(head);
    for (const Act act : all_acts()) text.append(marks.between).append(cell(act));
    text.append(marks.after);
}

}  // namespace

std::string policy_matrix(MatrixFormat format) {
    const Marks marks = marks_of(format);
    std::string text;
    append_row(text, marks, "role", [](Act act) { return name_of(act); });
    if (format == MatrixFormat::markdown) append_row(text, marks, "---", [](Act) { return "---"; });
    const auto answer = [&](const Subject& subject, std::string_view name) {
        append_row(text, marks, name, [&](Act act) { return may(subject, act) ? marks.yes : marks.no; });
    };
    answer({}, "visitor");
    answer({.signed_in = true, .roles = {}}, "no_mandate");
    for (const Role role : all_roles()) {
        const std::array roles{role};
        answer({.signed_in = true, .roles = roles}, name_of(role));
    }
    return text;
}

}  // namespace maillage::identity
