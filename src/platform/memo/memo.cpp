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
void Memo::keep(std::string_view key, std::string_view version, std::any value, std::size_t kilobytes) {
    const std::scoped_lock lock(mutex_);
    const auto before = entries_.find(std::string(key));
    if (before != entries_.end()) {
        kilobytes_ -= before->second.kilobytes;
        entries_.erase(before);
    }
    if (kilobytes_ + kilobytes > most_kilobytes_) {
        entries_.clear();
        kilobytes_ = 0;
    }
    entries_.emplace(std::string(key), Entry{std::string(version), std::move(value), kilobytes});
    kilobytes_ += kilobytes;
}

}  // namespace maillage::platform
