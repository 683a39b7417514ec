#include "platform/http/worker_pool.hpp"

#include "foundation/check.hpp"

namespace maillage::platform::http {

WorkerPool::WorkerPool(unsigned threads, std::size_t queue_limit) : limit_(queue_limit) {
    foundation::check(threads > 0, "a pool has at least one thread");
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { serve(); });
}

WorkerPool::~WorkerPool() { drain(); }

bool WorkerPool::reserve() {
    const std::scoped_lock lock(mutex_);
    if (stopping_ || reserved_ >= limit_) return false;
    ++reserved_;
    return true;
}

void WorkerPool::run(std::move_only_function<void()> job) {
    {
        const std::scoped_lock lock(mutex_);
        foundation::check(jobs_.size() < reserved_, "a job has a reserved place");
        jobs_.push_back(std::move(job));
    }
    wake_.notify_one();
}

std::size_t WorkerPool::waiting() const {
    const std::scoped_lock lock(mutex_);
    return reserved_;
}

void WorkerPool::drain() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    threads_.clear();
}

void WorkerPool::serve() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [this] { return !jobs_.empty() || (stopping_ && reserved_ == 0); });
        if (jobs_.empty()) return;
        auto job = std::move(jobs_.front());
        jobs_.pop_front();
        --reserved_;
        if (stopping_ && reserved_ == 0) wake_.notify_all();
        lock.unlock();
        job();
        job = nullptr;  // what it holds dies before the lock is taken again
        lock.lock();
    }
}

}  // namespace maillage::platform::http
