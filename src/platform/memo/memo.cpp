#include "platform/memo/memo.hpp"

namespace maillage::platform {

std::size_t Memo::size() const {
    const std::scoped_lock lock(mutex_);
    return entries_.size();
}

std::any Memo::find(std::string_view key, std::string_view version) const {
    const std::scoped_lock lock(mutex_);
    const auto found = entries_.find(std::string(key));
    if (found == entries_.end() || found->second.version != version) return {};
    return found->second.value;
}

// Full: everything goes. The next questions fill it again with what is asked now, without the bookkeeping of
// what was asked when.
void Memo::keep(std::string_view key, std::string_view version, std::any value) {
    const std::scoped_lock lock(mutex_);
    if (entries_.size() >= most_keys_ && !entries_.contains(std::string(key))) entries_.clear();
    entries_.insert_or_assign(std::string(key), Entry{std::string(version), std::move(value)});
}

}  // namespace maillage::platform
