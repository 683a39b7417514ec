#include "domain/identity/journal_words.hpp"

#include <algorithm>

namespace maillage::identity {
namespace {

using platform::i18n::Key;
using platform::i18n::Words;

constexpr NamedAct acts[] = {
    {"strategy.create", ActArea::strategy, "journal.act.strategy_create"},
    {"strategy.edit", ActArea::strategy, "journal.act.strategy_edit"},
    {"strategy.state", ActArea::strategy, "journal.act.strategy_state"},
    {"strategy.steps", ActArea::strategy, "journal.act.strategy_steps"},
    {"strategy.bulk", ActArea::strategy, "journal.act.strategy_bulk"},
    {"strategy.deletion", ActArea::strategy, "journal.act.strategy_deletion"},
    {"strategy.import", ActArea::strategy, "journal.act.strategy_import"},
    {"strategy.undo", ActArea::strategy, "journal.act.strategy_undo"},
    {"strategy.news", ActArea::strategy, "journal.act.strategy_news"},
    {"strategy.links", ActArea::strategy, "journal.act.strategy_links"},
    {"strategy.records", ActArea::strategy, "journal.act.strategy_records"},
    {"strategy.budget", ActArea::strategy, "journal.act.strategy_budget"},
    {"strategy.evidence.attach", ActArea::strategy, "journal.act.strategy_evidence_attach"},
    {"strategy.evidence.remove", ActArea::strategy, "journal.act.strategy_evidence_remove"},
    {"strategy.evidence.restore", ActArea::strategy, "journal.act.strategy_evidence_restore"},
    {"indicators.indicator.add", ActArea::indicators, "journal.act.indicators_indicator_add"},
    {"indicators.indicator.change", ActArea::indicators, "journal.act.indicators_indicator_change"},
    {"indicators.indicator.agree", ActArea::indicators, "journal.act.indicators_indicator_agree"},
    {"indicators.indicator.retire", ActArea::indicators, "journal.act.indicators_indicator_retire"},
    {"indicators.indicator.take_up", ActArea::indicators, "journal.act.indicators_indicator_take_up"},
    {"indicators.figure.enter", ActArea::indicators, "journal.act.indicators_figure_enter"},
    {"indicators.figure.withdraw", ActArea::indicators, "journal.act.indicators_figure_withdraw"},
    {"indicators.figure.restore", ActArea::indicators, "journal.act.indicators_figure_restore"},
    {"snapshots.snapshot.take", ActArea::indicators, "journal.act.snapshots_snapshot_take"},
    {"snapshots.snapshot.export", ActArea::indicators, "journal.act.snapshots_snapshot_export"},
    {"indicators.table.export", ActArea::indicators, "journal.act.indicators_table_export"},
    {"indicators.table.write", ActArea::indicators, "journal.act.indicators_table_write"},
    {"indicators.comment.add", ActArea::indicators, "journal.act.indicators_comment_add"},
    {"indicators.comment.change", ActArea::indicators, "journal.act.indicators_comment_change"},
    {"indicators.comment.remove", ActArea::indicators, "journal.act.indicators_comment_remove"},
    {"indicators.definitions.import", ActArea::indicators, "journal.act.indicators_definitions_import"},
    {"indicators.definitions.export", ActArea::indicators, "journal.act.indicators_definitions_export"},
    {"strategy.term", ActArea::strategy, "journal.act.strategy_term"},
    {"final_review.text.write", ActArea::indicators, "journal.act.final_review_text_write"},
    {"final_review.text.set_aside", ActArea::indicators, "journal.act.final_review_text_set_aside"},
    {"final_review.document", ActArea::indicators, "journal.act.final_review_document"},
    {"indicators.key_figures.choose", ActArea::indicators, "journal.act.indicators_key_figures_choose"},
    {"governance.body.quorum", ActArea::governance, "journal.act.governance_body_quorum"},
    {"governance.member.add", ActArea::governance, "journal.act.governance_member_add"},
    {"governance.member.replace", ActArea::governance, "journal.act.governance_member_replace"},
    {"governance.member.end", ActArea::governance, "journal.act.governance_member_end"},
    {"governance.member.reinstate", ActArea::governance, "journal.act.governance_member_reinstate"},
    {"governance.prefect_record.add", ActArea::governance, "journal.act.governance_prefect_record_add"},
    {"governance.prefect_record.withdraw", ActArea::governance,
     "journal.act.governance_prefect_record_withdraw"},
    {"governance.prefect_record.restore", ActArea::governance,
     "journal.act.governance_prefect_record_restore"},
    {"directory.organisation.create", ActArea::directory, "journal.act.directory_organisation_create"},
    {"directory.organisation.update", ActArea::directory, "journal.act.directory_organisation_update"},
    {"directory.organisation.archive", ActArea::directory, "journal.act.directory_organisation_archive"},
    {"directory.organisation.restore", ActArea::directory, "journal.act.directory_organisation_restore"},
    {"directory.contact.create", ActArea::directory, "journal.act.directory_contact_create"},
    {"directory.contact.update", ActArea::directory, "journal.act.directory_contact_update"},
    {"directory.contact.remove", ActArea::directory, "journal.act.directory_contact_remove"},
    {"directory.contact.restore", ActArea::directory, "journal.act.directory_contact_restore"},
    {"documents.file.store", ActArea::documents, "journal.act.documents_file_store"},
    {"documents.file.read", ActArea::documents, "journal.act.documents_file_read"},
    {"documents.file.remove", ActArea::documents, "journal.act.documents_file_remove"},
    {"documents.file.restore", ActArea::documents, "journal.act.documents_file_restore"},
    {"documents.file.check", ActArea::documents, "journal.act.documents_file_check"},
    {"territory.membership.add", ActArea::territory, "journal.act.territory_membership_add"},
    {"territory.membership.end", ActArea::territory, "journal.act.territory_membership_end"},
    {"territory.membership.reopen", ActArea::territory, "journal.act.territory_membership_reopen"},
    {"identity.session.open", ActArea::accounts, "journal.act.identity_session_open"},
    {"identity.session.close", ActArea::accounts, "journal.act.identity_session_close"},
    {"identity.password.change", ActArea::accounts, "journal.act.identity_password_change"},
    {"identity.second_factor.begin", ActArea::accounts, "journal.act.identity_second_factor_begin"},
    {"identity.second_factor.set", ActArea::accounts, "journal.act.identity_second_factor_set"},
    {"identity.second_factor.use", ActArea::accounts, "journal.act.identity_second_factor_use"},
    {"identity.second_factor.codes", ActArea::accounts, "journal.act.identity_second_factor_codes"},
    {"identity.second_factor.remove", ActArea::accounts, "journal.act.identity_second_factor_remove"},
    {"identity.second_factor.take_away", ActArea::accounts, "journal.act.identity_second_factor_take_away"},
    {"identity.passkey.begin", ActArea::accounts, "journal.act.identity_passkey_begin"},
    {"identity.passkey.add", ActArea::accounts, "journal.act.identity_passkey_add"},
    {"identity.passkey.rename", ActArea::accounts, "journal.act.identity_passkey_rename"},
    {"identity.passkey.remove", ActArea::accounts, "journal.act.identity_passkey_remove"},
    {"identity.passkey.use", ActArea::accounts, "journal.act.identity_passkey_use"},
    {"identity.passkey.copied", ActArea::accounts, "journal.act.identity_passkey_copied"},
    {"identity.provider.link", ActArea::accounts, "journal.act.identity_provider_link"},
    {"identity.provider.unlink", ActArea::accounts, "journal.act.identity_provider_unlink"},
    {"identity.provider.refuse", ActArea::accounts, "journal.act.identity_provider_refuse"},
    {"identity.unlock_phrase.choose", ActArea::accounts, "journal.act.identity_unlock_phrase_choose"},
    {"identity.key.open", ActArea::accounts, "journal.act.identity_key_open"},
    {"identity.account.create", ActArea::accounts, "journal.act.identity_account_create"},
    {"identity.account.invite", ActArea::accounts, "journal.act.identity_account_invite"},
    {"identity.account.open", ActArea::accounts, "journal.act.identity_account_open"},
    {"identity.account.disable", ActArea::accounts, "journal.act.identity_account_disable"},
    {"identity.mandate.give", ActArea::accounts, "journal.act.identity_mandate_give"},
    {"identity.mandate.confirm", ActArea::accounts, "journal.act.identity_mandate_confirm"},
    {"identity.mandate.end", ActArea::accounts, "journal.act.identity_mandate_end"},
    {"identity.access.ask", ActArea::accounts, "journal.act.identity_access_ask"},
    {"identity.access.withdraw", ActArea::accounts, "journal.act.identity_access_withdraw"},
    {"identity.access.grant", ActArea::accounts, "journal.act.identity_access_grant"},
    {"identity.access.refuse", ActArea::accounts, "journal.act.identity_access_refuse"},
    {"identity.account.hand_over", ActArea::accounts, "journal.act.identity_account_hand_over"},
    {"identity.account.take_back", ActArea::accounts, "journal.act.identity_account_take_back"},
    {"identity.directory_token.make", ActArea::accounts, "journal.act.identity_directory_token_make"},
    {"identity.directory_token.revoke", ActArea::accounts, "journal.act.identity_directory_token_revoke"},
    {"identity.directory.create", ActArea::accounts, "journal.act.identity_directory_create"},
    {"identity.directory.change", ActArea::accounts, "journal.act.identity_directory_change"},
    {"identity.directory.address", ActArea::accounts, "journal.act.identity_directory_address"},
    {"identity.directory.close", ActArea::accounts, "journal.act.identity_directory_close"},
    {"identity.directory.reopen", ActArea::accounts, "journal.act.identity_directory_reopen"},
    {"identity.directory.end", ActArea::accounts, "journal.act.identity_directory_end"},
    {"identity.charter.publish", ActArea::accounts, "journal.act.identity_charter_publish"},
    {"identity.charter.sign", ActArea::accounts, "journal.act.identity_charter_sign"},
    {"identity.charter.withdraw", ActArea::accounts, "journal.act.identity_charter_withdraw"},
    {"notices.digest.send", ActArea::governance, "journal.act.notices_digest_send"},
    {"notices.setting.change", ActArea::governance, "journal.act.notices_setting_change"},
    {"notices.reminder.send", ActArea::indicators, "journal.act.notices_reminder_send"},
    {"notices.own_mails.change", ActArea::accounts, "journal.act.notices_own_mails_change"},
    {"notices.mail.try_again", ActArea::accounts, "journal.act.notices_mail_try_again"},
    {"read_public", ActArea::rights, "journal.act.read_public"},
    {"use_own_account", ActArea::rights, "journal.act.use_own_account"},
    {"read_strategy", ActArea::rights, "journal.act.read_strategy"},
    {"edit_strategy", ActArea::rights, "journal.act.edit_strategy"},
    {"import_strategy", ActArea::rights, "journal.act.import_strategy"},
    {"export_strategy", ActArea::rights, "journal.act.export_strategy"},
    {"comment_strategy", ActArea::rights, "journal.act.comment_strategy"},
    {"attach_evidence", ActArea::rights, "journal.act.attach_evidence"},
    {"read_governance", ActArea::rights, "journal.act.read_governance"},
    {"edit_governance", ActArea::rights, "journal.act.edit_governance"},
    {"read_indicators", ActArea::rights, "journal.act.read_indicators"},
    {"edit_indicators", ActArea::rights, "journal.act.edit_indicators"},
    {"take_snapshots", ActArea::rights, "journal.act.take_snapshots"},
    {"fill_indicators", ActArea::rights, "journal.act.fill_indicators"},
    {"write_final_review", ActArea::rights, "journal.act.write_final_review"},
    {"read_directory", ActArea::rights, "journal.act.read_directory"},
    {"edit_directory", ActArea::rights, "journal.act.edit_directory"},
    {"read_documents", ActArea::rights, "journal.act.read_documents"},
    {"manage_accounts", ActArea::rights, "journal.act.manage_accounts"},
    {"read_audit", ActArea::rights, "journal.act.read_audit"},
};

struct NamedObject {
    std::string_view kind;
    Key words;
};
constexpr NamedObject objects[] = {
    {"account", "journal.object.account"},
    {"body", "journal.object.body"},
    {"change_set", "journal.object.change_set"},
    {"contact", "journal.object.contact"},
    {"council", "journal.object.council"},
    {"digest", "journal.object.digest"},
    {"directory_token", "journal.object.directory_token"},
    {"document", "journal.object.document"},
    {"evidence", "journal.object.evidence"},
    {"export", "journal.object.export"},
    {"file", "journal.object.file"},
    {"final_review", "journal.object.final_review"},
    {"group", "journal.object.group"},
    {"indicator", "journal.object.indicator"},
    {"mail", "journal.object.mail"},
    {"member", "journal.object.member"},
    {"membership", "journal.object.membership"},
    {"organisation", "journal.object.organisation"},
    {"prefect_record", "journal.object.prefect_record"},
    {"route", "journal.object.route"},
    {"snapshot", "journal.object.snapshot"},
    {"strategy", "journal.object.strategy"},
};

}  // namespace

std::span<const NamedAct> named_acts() { return acts; }

std::string act_in_words(const Words& words, std::string_view act) {
    const auto* const found = std::ranges::find(acts, act, &NamedAct::act);
    return found == std::end(acts) ? std::string(act) : words(found->words);
}

std::string area_in_words(const Words& words, ActArea area) {
    switch (area) {
    case ActArea::strategy: return words("journal.area.strategy");
    case ActArea::indicators: return words("journal.area.indicators");
    case ActArea::governance: return words("journal.area.governance");
    case ActArea::directory: return words("journal.area.directory");
    case ActArea::documents: return words("journal.area.documents");
    case ActArea::territory: return words("journal.area.territory");
    case ActArea::accounts: return words("journal.area.accounts");
    case ActArea::rights: return words("journal.area.rights");
    }
    __builtin_unreachable();
}

std::string object_in_words(const Words& words, std::string_view kind, std::string_view object) {
    const auto* const found = std::ranges::find(objects, kind, &NamedObject::kind);
    const std::string name = found == std::end(objects) ? std::string(kind) : words(found->words);
    const bool number = !object.empty() && object.find_first_not_of("0123456789") == object.npos;
    return number ? words("journal.object.numbered", {{"kind", name}, {"number", std::string(object)}})
                  : words("journal.object.named", {{"kind", name}, {"name", std::string(object)}});
}

}  // namespace maillage::identity
