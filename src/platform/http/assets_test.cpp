#include "platform/http/assets.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "platform/http/encodings.hpp"

namespace maillage::platform::http {
namespace {

class Folder {
 public:
    Folder() : path_("/tmp/maillage-assets-" + std::to_string(getpid())) {
        std::filesystem::create_directories(path_);
        std::ofstream(path_ + "/app-1A2B.js") << std::string(5000, 'a');
        std::ofstream(path_ + "/secret.key") << "canary";
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    const std::string& path() const { return path_; }

 private:
    std::string path_;
};

std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return "";
}

TEST(Static_files, are_compressed_as_the_browser_accepts_and_cached_for_ever) {
    const Folder folder;
    const StaticFiles files(folder.path());
    Request request;
    request.headers.add("accept-encoding", "gzip, deflate, br");
    const Response response = files.answer("app-1A2B.js", request);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(header(response, "content-encoding"), "br");
    EXPECT_NE(header(response, "cache-control").find("immutable"), std::string::npos);
    EXPECT_LT(std::get<std::shared_ptr<const std::string>>(response.body)->size(), 200U);
}

TEST(Static_files, answer_nothing_but_known_kinds_by_their_exact_name) {
    const Folder folder;
    const StaticFiles files(folder.path());
    for (const char* name : {"secret.key", "../secret.key", "", "app-1A2B.js/", "/etc/passwd"})
        EXPECT_EQ(files.answer(name, {}).status, 404) << name;
}

TEST(An_accepted_encoding, is_the_best_that_is_not_forbidden) {
    EXPECT_EQ(accepted_encoding("gzip;q=0.5, br;q=0.9"), Encoding::brotli);
    EXPECT_EQ(accepted_encoding("br;q=0, gzip"), Encoding::gzip);
    EXPECT_EQ(accepted_encoding("br;q=0.0"), Encoding::identity);
    EXPECT_EQ(accepted_encoding(""), Encoding::identity);
}

}  // namespace
}  // namespace maillage::platform::http
