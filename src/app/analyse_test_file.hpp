#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace maillage::app {

// A file of this process, removed with the object.
class SmallFile {
 public:
    explicit SmallFile(std::string_view content, std::string_view name = "")
        : path_(std::filesystem::temp_directory_path() /
                ("analyse_test_" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + "_" +
                 ::testing::UnitTest::GetInstance()->current_test_info()->name() + std::string(name) +
                 ".csv")) {
        std::ofstream(path_) << content;
    }
    ~SmallFile() { std::filesystem::remove(path_); }
    SmallFile(const SmallFile&) = delete;
    SmallFile& operator=(const SmallFile&) = delete;
    std::string name() const { return path_.string(); }

 private:
    std::filesystem::path path_;
};

}  // namespace maillage::app
