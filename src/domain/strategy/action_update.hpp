#pragma once

#include "domain/strategy/change_store.hpp"
#include "domain/strategy/load_report.hpp"
#include "domain/strategy/peoples_changes.hpp"
#include "domain/strategy/strategy_file.hpp"

// An action that is there already is brought to what its file says, piece by piece: what a person changed is
// left as it is and told, what a person added is theirs.
namespace maillage::strategy {

struct Update {
    Scope& scope;
    Change& change;
    const PeoplesChanges& people;
    LoadReport& report;
    ActionId action;
    std::string code;

    void tell_updated(std::string field, std::string here, std::string in_file) const {
        report.updated.push_back({code, std::move(field), std::move(here), std::move(in_file)});
    }
    void tell_kept(std::string field, std::string here, std::string in_file) const {
        report.kept.push_back({code, std::move(field), std::move(here), std::move(in_file)});
    }
};

void update_steps(const Update& update, const std::vector<Step>& in_file);
// Links, records with their lines, budget.
void update_parts(const Update& update, const FileStrategy& strategy, const FileAction& read);
void update_news(const Update& update, const Action& here, const std::vector<FileNews>& in_file);

// "action" or "commitment": what the code of a link names, in these files or already here.
std::string_view kind_of_link(Scope& scope, const FileStrategy& strategy, std::string_view target);
// Noon, so that the day is the same in every time zone of the Republic's councils in Europe.
foundation::Instant at_noon(foundation::Date day);

}  // namespace maillage::strategy
