#include "foundation/thread_pool.hpp"

namespace maillage::foundation {

ThreadPool::ThreadPool(unsigned threads) {
    for (unsigned i = 1; i < threads; ++i) threads_.emplace_back([this] { serve(); });
}

ThreadPool::~ThreadPool() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
}

void ThreadPool::run(std::size_t blocks, const std::function<void(std::size_t)>& body) {
    const std::scoped_lock one(one_run_);
    {
        const std::scoped_lock lock(mutex_);
        body_ = &body;
        blocks_ = blocks;
        next_ = 0;
        ++generation_;
    }
    wake_.notify_all();
    take_blocks(body);
    std::unique_lock lock(mutex_);
    idle_.wait(lock, [this] { return busy_ == 0; });
    body_ = nullptr;
}

void ThreadPool::serve() {
    std::size_t seen = 0;
    for (;;) {
        const std::function<void(std::size_t)>* body = nullptr;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [&] { return stopping_ || (generation_ != seen && body_ != nullptr); });
            if (stopping_) return;
            seen = generation_;
            body = body_;
            ++busy_;
        }
        take_blocks(*body);
        {
            const std::scoped_lock lock(mutex_);
            --busy_;
        }
        idle_.notify_one();
    }
}

void ThreadPool::take_blocks(const std::function<void(std::size_t)>& body) {
    for (;;) {
        std::size_t block = 0;
        {
            const std::scoped_lock lock(mutex_);
            if (next_ >= blocks_) return;
            block = next_++;
        }
        body(block);
    }
}

}  // namespace maillage::foundation
