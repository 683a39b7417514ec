#pragma once

#include "domain/strategy/scope.hpp"
#include "platform/memo/memo.hpp"

// What readers of a council's strategy with the same rights see alike, computed once for each of its
// revisions.
namespace maillage::strategy {

// Changes with every change of the actions and their reference lists, with the day, and with the minute: news
// grow old without anybody writing.
std::string version_of(Scope& scope);

// The answers of one request, all at the version that stands when it begins. Ask only for who may read.
class Kept {
 public:
    Kept(Scope& scope, platform::Memo& memo)
        : memo_(memo),
          readers_("strategy:" + std::to_string(scope.council.value) + ":" + scope.acts + ":"),
          version_(version_of(scope)) {}

    // `question` says all that the answer depends on; `kilobytes`, about how large it may be.
    template <class Value, class Make>
    std::shared_ptr<const Value> get(std::string_view question, Make&& make, std::size_t kilobytes = 1) {
        return memo_.get<Value>(readers_ + std::string(question), version_, std::forward<Make>(make),
                                kilobytes);
    }

 private:
    platform::Memo& memo_;
    const std::string readers_, version_;
};

}  // namespace maillage::strategy
