#pragma once

#include <utility>

namespace maillage::foundation {

// A datum about a person. It neither prints nor formats, and no log takes it: who needs the value writes
// reveal(), where a reader of the code sees it.
template <class T>
class Private {
 public:
    explicit Private(T value) : value_(std::move(value)) {}
    const T& reveal() const { return value_; }
    friend bool operator==(const Private&, const Private&) = default;

 private:
    T value_;
};

}  // namespace maillage::foundation
