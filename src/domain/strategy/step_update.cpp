#include <algorithm>
#include <array>

#include "domain/strategy/action_store.hpp"
#include "domain/strategy/action_update.hpp"

namespace maillage::strategy {
namespace {

constexpr std::array<std::string_view, 5> fields_of_files{"title", "title_en", "weight", "due", "done_at"};

std::string name_of_step(const Step& step) { return "step " + (step.code.empty() ? step.title : step.code); }

struct Pairs {
    std::vector<const Step*> here;    // of each step of the file; null: it is new
    std::vector<const Step*> beyond;  // those that the file does not have
};

// By its code, else by its title; one that stands before one that was taken away.
Pairs paired(const std::vector<Step>& here, const std::vector<Step>& in_file) {
    Pairs pairs{.here = std::vector<const Step*>(in_file.size()), .beyond = {}};
    for (const bool deleted : {false, true})
        for (const Step& step : here)
            if (step.deleted == deleted) pairs.beyond.push_back(&step);
    for (std::size_t i = 0; i < in_file.size(); ++i) {
        const Step& wanted = in_file[i];
        const auto found = std::ranges::find_if(pairs.beyond, [&](const Step* step) {
            return wanted.code.empty() ? step->code.empty() && step->title == wanted.title
                                       : step->code == wanted.code;
        });
        if (found == pairs.beyond.end()) continue;
        pairs.here[i] = *found;
        pairs.beyond.erase(found);
    }
    return pairs;
}

// As many new titles as titles that are gone: the steps were renamed, in their order.
void pair_renamed(const Update& update, const std::vector<Step>& in_file, Pairs& pairs) {
    std::vector<std::size_t> fresh;
    for (std::size_t i = 0; i < in_file.size(); ++i)
        if (pairs.here[i] == nullptr && in_file[i].code.empty()) fresh.push_back(i);
    std::vector<const Step*> gone;
    for (const Step* step : pairs.beyond)
        if (!step->deleted && step->code.empty() &&
            !update.people.changed(update.action, step->id, "deleted"))
            gone.push_back(step);
    if (fresh.size() != gone.size()) return;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        pairs.here[fresh[i]] = gone[i];
        std::erase(pairs.beyond, gone[i]);
    }
}

void bring(const Update& update, const Step& here, const Step& in_file) {
    const std::string name = name_of_step(here);
    Step after = here;
    if (here.deleted) {
        if (update.people.changed(update.action, here.id, "deleted"))
            return update.tell_kept(name, "", in_file.title);
        after.deleted = false;
        update.tell_updated(name, "", in_file.title);
    }
    for (const std::string_view field : fields_of_files) {
        const std::string now = field_of(here, field), wanted = field_of(in_file, field);
        if (now == wanted) continue;
        const std::string told = name + " " + std::string(field);
        if (update.people.changed(update.action, here.id, field)) {
            update.tell_kept(told, now, wanted);
            continue;
        }
        set_field(after, field, wanted);
        update.tell_updated(told, now, wanted);
    }
    update.change.save_step(update.action, here, after);
}

void take_away(const Update& update, const Step& here) {
    // Made or brought back by a person.
    if (here.deleted || update.people.changed(update.action, here.id, "deleted")) return;
    if (update.people.changed_any_field(update.action, here.id))
        return update.tell_kept(name_of_step(here), here.title, "");
    Step after = here;
    after.deleted = true;
    update.tell_updated(name_of_step(here), here.title, "");
    update.change.save_step(update.action, here, after);
}

}  // namespace

void update_steps(const Update& update, const std::vector<Step>& in_file) {
    const std::vector<Step> here = read_steps(update.scope, update.action);
    Pairs pairs = paired(here, in_file);
    pair_renamed(update, in_file, pairs);
    for (std::size_t i = 0; i < in_file.size(); ++i) {
        if (pairs.here[i] != nullptr) {
            bring(update, *pairs.here[i], in_file[i]);
            continue;
        }
        update.change.create_step(update.action, in_file[i]);
        update.tell_updated(name_of_step(in_file[i]), "", in_file[i].title);
    }
    for (const Step* step : pairs.beyond) take_away(update, *step);
}

}  // namespace maillage::strategy
