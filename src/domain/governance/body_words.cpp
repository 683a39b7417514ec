#include "domain/governance/body_words.hpp"

namespace maillage::governance {

using platform::i18n::Language;
using platform::i18n::Words;

std::string in_words(const Words& words, BodyKind kind) {
    switch (kind) {
    case BodyKind::plenary: return words("governance.kind.plenary");
    case BodyKind::restricted: return words("governance.kind.restricted");
    case BodyKind::crisis_cell: return words("governance.kind.crisis_cell");
    case BodyKind::thematic_group: return words("governance.kind.thematic_group");
    case BodyKind::individual_situations_group: return words("governance.kind.individual_situations_group");
    case BodyKind::territorial_group: return words("governance.kind.territorial_group");
    case BodyKind::cddf: return words("governance.kind.cddf");
    case BodyKind::gpo: return words("governance.kind.gpo");
    case BodyKind::external_gltd: return words("governance.kind.external_gltd");
    }
    __builtin_unreachable();
}

std::string in_words(const Words& words, Rhythm rhythm) {
    switch (rhythm) {
    case Rhythm::yearly: return words("governance.rhythm.yearly");
    case Rhythm::quarterly: return words("governance.rhythm.quarterly");
    case Rhythm::four_monthly: return words("governance.rhythm.four_monthly");
    case Rhythm::as_needed: return words("governance.rhythm.as_needed");
    case Rhythm::by_others: return words("governance.rhythm.by_others");
    }
    __builtin_unreachable();
}

std::string in_words(const Words& words, Standing standing) {
    switch (standing) {
    case Standing::by_right: return words("governance.standing.by_right");
    case Standing::member: return words("governance.standing.member");
    case Standing::guest: return words("governance.standing.guest");
    }
    __builtin_unreachable();
}

std::string in_words(const Words& words, Seat seat) {
    switch (seat) {
    case Seat::holder: return words("governance.seat.holder");
    case Seat::deputy: return words("governance.seat.deputy");
    }
    __builtin_unreachable();
}

std::string in_words(const Words& words, College college) {
    switch (college) {
    case College::elected: return words("governance.college.elected");
    case College::state: return words("governance.college.state");
    case College::justice: return words("governance.college.justice");
    case College::territorial: return words("governance.college.territorial");
    case College::partners: return words("governance.college.partners");
    }
    __builtin_unreachable();
}

const std::string& name_in(const Words& words, const Body& body) {
    return words.language() == Language::en && !body.name_en.empty() ? body.name_en : body.name;
}

const std::string& purpose_in(const Words& words, const Body& body) {
    return words.language() == Language::en && !body.purpose_en.empty() ? body.purpose_en : body.purpose;
}

std::string rhythm_in_words(const Words& words, const Body& body) {
    if (body.rhythm != Rhythm::yearly || !body.month) return in_words(words, body.rhythm);
    const auto first = foundation::Date::create(2024, static_cast<unsigned>(*body.month), 1);
    // "février 2024" without its year.
    std::string month = first ? words.month(*first) : std::string();
    month = month.substr(0, month.rfind("2024"));
    while (!month.empty() && (month.back() == ' ' || static_cast<unsigned char>(month.back()) >= 0x80))
        month.pop_back();
    return words("governance.rhythm.yearly_in", {{"month", month}});
}

std::string law_in_words(const Words& words, const Body& body) {
    if (!body.legal_gap_months)
        return body.legal_article.empty()
                   ? std::string()
                   : words("governance.law.no_rhythm", {{"article", body.legal_article}});
    return words("governance.law.gap",
                 {{"months", words.number(*body.legal_gap_months)}, {"article", body.legal_article}});
}

}  // namespace maillage::governance
