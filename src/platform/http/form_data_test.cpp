#include "platform/http/form_data.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maillage::platform::http {
namespace {

Request posted(std::string type, std::string body) {
    Request request{.method = Method::post, .path = "/", .body = std::move(body)};
    request.headers.add("content-type", std::move(type));
    return request;
}

constexpr auto urlencoded = "application/x-www-form-urlencoded";
constexpr auto multipart = "multipart/form-data; boundary=xyz";

TEST(A_posted_form, is_decoded_in_the_order_it_came) {
    const auto form = parse_form(posted(urlencoded, "a=1&b=caf%C3%A9+noir&a=2&empty=&lone"));

    ASSERT_TRUE(form);
    EXPECT_EQ(form->fields.all("a"), (std::vector<std::string_view>{"1", "2"}));
    EXPECT_EQ(form->fields.get("b"), "café noir");
    EXPECT_EQ(form->fields.find("empty"), "");
    EXPECT_EQ(form->fields.find("lone"), "");
}

TEST(Fields_that_are_kept, come_back_as_they_were) {
    Fields fields;
    fields.add("note", "Horaires & adresse = 1 + 1 ; 100 %");
    fields.add("network", "vif");
    fields.add("network", "clspd");
    EXPECT_EQ(decode_fields(encode_fields(fields)).pairs(), fields.pairs());
    EXPECT_TRUE(decode_fields("%zz=1&lone&=%4").empty());
}

TEST(A_posted_form, gives_lines_their_ends_and_drops_what_nobody_sees) {
    const auto form = parse_form(posted(urlencoded, "t=a%0D%0Ab%0Dc%0A%09d%07e%7F"));

    ASSERT_TRUE(form);
    EXPECT_EQ(form->fields.get("t"), "a\nb\nc\n\tde");
}

TEST(A_posted_form, is_refused_when_an_escape_is_broken_or_not_utf8) {
    EXPECT_EQ(parse_form(posted(urlencoded, "a=%4")).error(), FormRefusal::malformed);
    EXPECT_EQ(parse_form(posted(urlencoded, "a=%zz")).error(), FormRefusal::malformed);
    EXPECT_EQ(parse_form(posted(urlencoded, "a=%E9")).error(), FormRefusal::not_utf8);
    EXPECT_EQ(parse_form(posted(urlencoded, "a=%00")).error(), FormRefusal::not_utf8);
    EXPECT_EQ(parse_form(posted(std::string(urlencoded) + "; charset=latin1", "a=b")).error(),
              FormRefusal::not_utf8);
    EXPECT_EQ(parse_form(posted("text/plain", "a=b")).error(), FormRefusal::not_a_form);
    EXPECT_EQ(parse_form(posted("", "a=b")).error(), FormRefusal::not_a_form);
}

TEST(A_posted_form, has_at_most_five_hundred_fields) {
    std::string body;
    for (int i = 0; i < 500; ++i) body += "a=1&";

    EXPECT_TRUE(parse_form(posted(urlencoded, body)));
    EXPECT_EQ(parse_form(posted(urlencoded, body + "a=1")).error(), FormRefusal::too_many_fields);
}

TEST(A_posted_form_with_files, keeps_fields_and_bytes_as_sent) {
    const std::string bytes("\x00\xFF\r\n--xy\r\n", 10);
    const auto form =
        parse_form(posted(multipart,
                          "--xyz\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nÉté\r\n"
                          "--xyz\r\nContent-Disposition: form-data; name=\"file\"; "
                          "filename=\"C:\\dir\\a %22b%22.pdf\"\r\nContent-Type: application/pdf\r\n\r\n" +
                              bytes +
                              "\r\n--xyz\r\ncontent-disposition: form-data; name=\"none\"; "
                              "filename=\"\"\r\ncontent-type: application/octet-stream\r\n\r\n\r\n"
                              "--xyz\r\ncontent-disposition: form-data; name=\"empty\"\r\n\r\n--xyz--\r\n"));

    ASSERT_TRUE(form);
    EXPECT_EQ(form->fields.get("title"), "Été");
    EXPECT_EQ(form->fields.find("empty"), "");
    ASSERT_EQ(form->files.size(), 1U);
    EXPECT_EQ(form->files[0].field, "file");
    EXPECT_EQ(form->files[0].name, "a \"b\".pdf");
    EXPECT_EQ(form->files[0].type, "application/pdf");
    EXPECT_EQ(form->files[0].bytes, bytes);
}

TEST(A_posted_form_with_files, is_refused_when_it_is_cut_or_odd) {
    const std::string part = "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb";

    for (const std::string& body : std::vector<std::string>{
             "", "--xyz", "--xyz\r\n", part, part + "\r\n--xy--", part + "\r\n--xyz", part + "\r\n--xyz-",
             "preamble\r\n" + part + "\r\n--xyz--", "--xyz\r\n\r\nb\r\n--xyz--",
             "--xyz\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nb\r\n--xyz--",
             "--xyz\r\nContent-Disposition: form-data; name=\"a\r\n\r\nb\r\n--xyz--",
             "--xyz\r\nContent-Disposition: form-data\r\n\r\nb\r\n--xyz--"})
        EXPECT_EQ(parse_form(posted(multipart, body)).error(), FormRefusal::malformed) << body;
    EXPECT_TRUE(parse_form(posted(multipart, part + "\r\n--xyz--\r\n")));
    EXPECT_EQ(parse_form(posted("multipart/form-data", part + "\r\n--xyz--")).error(),
              FormRefusal::malformed);
    EXPECT_EQ(parse_form(posted("multipart/form-data; boundary=", part)).error(), FormRefusal::malformed);
    EXPECT_EQ(parse_form(posted("multipart/form-data; boundary=" + std::string(71, 'x'), part)).error(),
              FormRefusal::malformed);
}

TEST(A_posted_form_with_files, has_at_most_twenty_files) {
    std::string body;
    for (int i = 0; i < 20; ++i)
        body += "--xyz\r\ncontent-disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nb\r\n";

    EXPECT_TRUE(parse_form(posted(multipart, body + "--xyz--")));
    EXPECT_EQ(parse_form(posted(multipart, body + body + "--xyz--")).error(), FormRefusal::too_many_fields);
}

RC_GTEST_PROP(An_escape, gives_back_every_text, (const std::string& text)) {
    RC_ASSERT(decode_component(encode_component(text)) == text);
    RC_ASSERT(decode_escapes(encode_component(text)) == text);
}

}  // namespace
}  // namespace maillage::platform::http
