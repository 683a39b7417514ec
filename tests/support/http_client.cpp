#include "tests/support/http_client.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "platform/http/form_data.hpp"

namespace maillage::test {
namespace {

using platform::http::encode_component;

constexpr int most_redirects = 5;

std::string lowered(std::string_view text) {
    std::string copy(text);
    std::ranges::transform(copy, copy.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return copy;
}

std::size_t number(std::string_view text, int base = 10) {
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value, base);
    return value;
}

struct Parsed {
    HttpAnswer answer;
    std::size_t size = 0;  // bytes it took
};

Parsed parse_one(std::string_view bytes) {
    const std::size_t end = bytes.find("\r\n\r\n");
    if (!bytes.starts_with("HTTP/1.1 ") || end == std::string_view::npos)
        throw std::runtime_error("not an answer: " + std::string(bytes.substr(0, 200)));
    Parsed parsed;
    parsed.answer.status = static_cast<int>(number(bytes.substr(9, 3)));
    std::string_view lines = bytes.substr(0, end + 2);
    lines.remove_prefix(lines.find("\r\n") + 2);
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find("\r\n"));
        lines.remove_prefix(line.size() + 2);
        const std::size_t colon = line.find(": ");
        parsed.answer.headers.add(lowered(line.substr(0, colon)), std::string(line.substr(colon + 2)));
    }
    const auto length = parsed.answer.headers.find("content-length");
    const std::string_view rest = bytes.substr(end + 4);
    const std::size_t size =
        length ? std::min(number(*length), rest.size())
               : (parsed.answer.status == 204 || parsed.answer.status < 200 ? 0 : rest.size());
    parsed.answer.body = rest.substr(0, size);
    parsed.size = end + 4 + size;
    return parsed;
}

std::string encoded(const Pairs& form) {
    std::string body;
    for (const auto& [name, value] : form)
        body += (body.empty() ? "" : "&") + encode_component(name) + "=" + encode_component(value);
    return body;
}

}  // namespace

HttpAnswer parse_answer(std::string_view bytes) { return parse_one(bytes).answer; }

std::size_t count_answers(std::string_view bytes) {
    std::size_t count = 0;
    for (; !bytes.empty(); ++count) bytes.remove_prefix(parse_one(bytes).size);
    return count;
}

HttpAnswer HttpClient::send(const std::string& method, const std::string& path, const Pairs& headers,
                            const std::string& body) {
    std::string head = method + " " + path + " HTTP/1.1\r\nhost: " + host_ + ":" + std::to_string(port_) +
                       "\r\nconnection: close\r\n";
    for (const auto& [name, value] : headers_) head += name + ": " + value + "\r\n";
    for (const auto& [name, value] : headers) head += name + ": " + value + "\r\n";
    std::string jar;
    for (const auto& [name, value] : cookies_) jar += (jar.empty() ? "" : "; ") + name + "=" + value;
    if (!jar.empty()) head += "cookie: " + jar + "\r\n";
    if (!body.empty() || method == "POST") head += "content-length: " + std::to_string(body.size()) + "\r\n";
    RawConnection connection(port_);
    connection.send(head + "\r\n");
    connection.send(body);
    HttpAnswer answer = parse_answer(connection.read_all(std::chrono::seconds(30)));
    answer.path = path;
    keep_cookies(answer);
    return answer;
}

void HttpClient::keep_cookies(const HttpAnswer& answer) {
    for (const std::string_view line : answer.headers.all("set-cookie")) {
        const std::size_t equals = line.find('='), end = std::min(line.find(';'), line.size());
        const std::string name(line.substr(0, equals));
        if (line.contains("Max-Age=0"))
            cookies_.erase(name);
        else
            cookies_[name] = line.substr(equals + 1, end - equals - 1);
    }
}

HttpAnswer HttpClient::followed(HttpAnswer answer, Redirects redirects) {
    for (int hops = 0; redirects == Redirects::follow && answer.status >= 300 && answer.status < 400;
         ++hops) {
        if (hops == most_redirects) throw std::runtime_error("redirections without end at " + answer.path);
        // A fragment stays in the browser: it is never part of a request.
        const std::string location(answer.header("location"));
        answer = send("GET", location.substr(0, location.find('#')));
    }
    return answer;
}

HttpAnswer HttpClient::get(const std::string& path, Redirects redirects) {
    return followed(send("GET", path), redirects);
}

HttpAnswer HttpClient::head(const std::string& path) { return send("HEAD", path); }

HttpAnswer HttpClient::post_body(const std::string& path, const std::string& type, const std::string& body,
                                 Redirects redirects) {
    Pairs headers{{"content-type", type}};
    // A test that says where it comes from says all of it.
    if (!headers_.contains("origin") && !headers_.contains("sec-fetch-site")) {
        headers.emplace_back("origin", origin());
        headers.emplace_back("sec-fetch-site", "same-origin");
    }
    return followed(send("POST", path, headers, body), redirects);
}

HttpAnswer HttpClient::post(const std::string& path, const Pairs& form, Redirects redirects) {
    return post_body(path, "application/x-www-form-urlencoded", encoded(form), redirects);
}

HttpAnswer HttpClient::post_files(const std::string& path, const Pairs& form,
                                  const std::vector<FilePart>& files, Redirects redirects) {
    const std::string boundary = "----maillage7d1f0c2ab9";
    std::string body;
    const auto part = [&](const std::string& disposition, const std::string& bytes) {
        body += "--" + boundary + "\r\ncontent-disposition: form-data; " + disposition + "\r\n\r\n" + bytes +
                "\r\n";
    };
    for (const auto& [name, value] : form) part("name=\"" + name + "\"", value);
    for (const FilePart& file : files)
        part("name=\"" + file.field + "\"; filename=\"" + file.name + "\"\r\ncontent-type: " + file.type,
             file.bytes);
    body += "--" + boundary + "--\r\n";
    return post_body(path, "multipart/form-data; boundary=" + boundary, body, redirects);
}

void HttpClient::set_header(const std::string& name, const std::string& value) {
    if (value.empty())
        headers_.erase(name);
    else
        headers_[name] = value;
}

std::string HttpClient::cookie(const std::string& name) const {
    const auto found = cookies_.find(name);
    return found == cookies_.end() ? std::string() : found->second;
}

}  // namespace maillage::test
