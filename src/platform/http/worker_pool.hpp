#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace maillage::platform::http {

// The threads that run handlers, with a bounded queue: beyond it the caller says 503 at once, so that a flood
// costs an answer and not memory.
class WorkerPool {
 public:
    WorkerPool(unsigned threads, std::size_t queue_limit);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    // Reserves a place in the queue; nothing when it is full. Each place taken must be used by one run().
    bool reserve();
    void run(std::move_only_function<void()> job);
    std::size_t waiting() const;
    // Finishes what is queued, then ends the threads. Nothing may be reserved any more.
    void drain();

 private:
    void serve();

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::move_only_function<void()>> jobs_;
    std::size_t reserved_ = 0;  // places taken, their jobs not begun
    std::size_t limit_;
    bool stopping_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace maillage::platform::http
