#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "foundation/executor.hpp"

namespace maillage::foundation {

// A fixed set of threads for calculations; one calculation at a time, the caller works too.
class ThreadPool {
 public:
    // `threads` in all, the caller's included; 1 means no other thread.
    explicit ThreadPool(unsigned threads);
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    Executor executor() {
        return
            [this](std::size_t blocks, const std::function<void(std::size_t)>& body) { run(blocks, body); };
    }
    void run(std::size_t blocks, const std::function<void(std::size_t)>& body);

 private:
    void serve();
    void take_blocks(const std::function<void(std::size_t)>& body);

    std::mutex one_run_;
    std::mutex mutex_;
    std::condition_variable wake_, idle_;
    const std::function<void(std::size_t)>* body_ = nullptr;
    std::size_t blocks_ = 0, next_ = 0, generation_ = 0;
    unsigned busy_ = 0;
    bool stopping_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace maillage::foundation
