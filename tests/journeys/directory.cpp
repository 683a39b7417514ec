#include "tests/journeys/directory.hpp"

#include <stdexcept>

namespace maillage::test {

std::string make_directory_token(HttpClient& browser, const std::string& council, const std::string& name) {
    const std::string page = "/" + council + "/accounts/directory";
    const std::string shown = submit(browser, page, page, {{"token_name", name}, {"token_life", "90"}}).body;
    const std::string mark = "<code class=\"secret\">";
    const std::size_t at = shown.find(mark);
    if (at == shown.npos) throw std::runtime_error("no token in " + shown.substr(0, 2000));
    return shown.substr(at + mark.size(), shown.find('<', at + mark.size()) - at - mark.size());
}

HttpAnswer Directory::send(const std::string& method, const std::string& path, const std::string& body,
                           Pairs headers) {
    if (!body.empty()) headers.emplace_back("content-type", "application/scim+json; charset=utf-8");
    return client_.send(method, root + path, headers, body);
}

HttpAnswer Directory::replace(const std::string& id, const std::string& path, const std::string& value) {
    return send("PATCH", "/Users/" + id,
                scim_patch_body(R"({"op":"Replace","path":")" + path + R"(","value":)" + value + "}"));
}

std::string scim_user_body(const std::string& address, const std::string& more) {
    return R"({"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":")" + address + "\"" +
           (more.empty() ? "" : "," + more) + "}";
}

std::string scim_patch_body(const std::string& operations) {
    return R"({"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[)" + operations +
           "]}";
}

std::string json_text(const std::string& json, const std::string& name) {
    const std::string mark = "\"" + name + "\":\"";
    const std::size_t at = json.find(mark);
    if (at == json.npos) return {};
    return json.substr(at + mark.size(), json.find('"', at + mark.size()) - at - mark.size());
}

std::string handed_over(HttpClient& browser, const std::string& who, const std::string& council) {
    const std::string accounts = "/" + council + "/accounts";
    const std::string id = json_text(browser.get(accounts + ".json?q=" + who + "@").body, "id");
    const std::string account = accounts + "/" + id;
    const HttpAnswer handed = submit(browser, account, account + "/directory", {{"keeper", "directory"}});
    if (handed.status != 200) throw std::runtime_error("nobody hands over " + who);
    return id;
}

}  // namespace maillage::test
