#include "domain/identity/policy_matrix.hpp"

#include "domain/identity/policy_question_rules.hpp"

namespace maillage::identity {
namespace {

std::string csv_line(const PolicySubject& who, const PolicyQuestion& question) {
    const Verdict verdict = may(who.subject, question.act, question.facts, matrix_day);
    std::string line;
    for (const std::string_view cell :
         {who.name, name_of(question.act), question.object, question.state,
          std::string_view(verdict ? "yes" : "no"), verdict ? "" : name_of(verdict.error().reason)})
        line.append(cell).append(";");
    return line.append(verdict ? "" : verdict.error().article).append("\n");
}

std::string csv() {
    std::string text = "role;act;object;state;allowed;reason;article\n";
    for (const PolicySubject& who : policy_subjects())
        for (const PolicyQuestion& question : policy_questions()) text += csv_line(who, question);
    return text;
}

// The number of a refusal's reason in the list below the table.
std::string number_of(Reason reason) { return std::to_string(static_cast<int>(reason) + 1); }

std::string markdown_row(const PolicyQuestion& question) {
    std::string row = "| ";
    row.append(name_of(question.act))
        .append(" | ")
        .append(question.object)
        .append(", ")
        .append(question.state);
    for (const PolicySubject& who : policy_subjects()) {
        const Verdict verdict = may(who.subject, question.act, question.facts, matrix_day);
        row.append(" | ").append(verdict ? "yes" : number_of(verdict.error().reason));
    }
    return row.append(" |\n");
}

std::string markdown() {
    std::string head = "| act | object, state |", rule = "| --- | --- |";
    for (const PolicySubject& who : policy_subjects()) {
        head.append(" ").append(who.name).append(" |");
        rule += " --- |";
    }
    std::string text = head + "\n" + rule + "\n";
    for (const PolicyQuestion& question : policy_questions()) text += markdown_row(question);
    text += "\n| | reason | article |\n| --- | --- | --- |\n";
    for (const Reason reason : all_reasons()) {
        const std::string_view article = refusal_for(reason).article;
        text.append("| ").append(number_of(reason)).append(" | ").append(name_of(reason)).append(" | ");
        text.append(article.empty() ? "ours" : article).append(" |\n");
    }
    return text;
}

}  // namespace

std::string policy_matrix(MatrixFormat format) { return format == MatrixFormat::csv ? csv() : markdown(); }

}  // namespace maillage::identity
