#include <gtest/gtest.h>

#include "http/parse.hpp"

namespace {

using http::Malformed;
using http::Multipart;

constexpr std::string_view content_type = "multipart/form-data; boundary=XX";

std::string part(std::string_view disposition, std::string_view data) {
    return "--XX\r\nContent-Disposition: " + std::string(disposition) + "\r\n\r\n" + std::string(data) +
           "\r\n";
}

Expected<Multipart, Malformed> read(std::string const& parts) {
    return http::parse_multipart(content_type, parts + "--XX--\r\n");
}

std::string file_name_of(std::string_view parameter) {
    auto const form = read(part("form-data; name=\"list\"; " + std::string(parameter), "data"));
    if (!form || form->uploads.size() != 1) return "nothing";
    return form->uploads.at(0).file_name;
}

}  // namespace

TEST(Multipart, fields_and_files_are_told_apart) {
    std::string const bytes("a\0\r\n\xFF--X\r\n-XX", 13);
    auto const form = read(
        part("form-data; name=\"note\"", "one\r\ntwo") +
        "--XX\r\ncontent-type: text/csv\r\nCONTENT-DISPOSITION: Form-Data; name=list; "
        "filename=\"pupils.csv\"\r\n\r\n" +
        bytes + "\r\n"
    );
    ASSERT_TRUE(form);
    EXPECT_EQ(form->fields.value("note"), "one\ntwo");
    ASSERT_EQ(form->uploads.size(), 1U);
    EXPECT_EQ(form->uploads[0].field, "list");
    EXPECT_EQ(form->uploads[0].file_name, "pupils.csv");
    EXPECT_EQ(form->uploads[0].data, bytes);
}

TEST(Multipart, a_file_keeps_only_the_last_part_of_its_path) {
    EXPECT_EQ(file_name_of(R"(filename="/home/ana/pupils.csv")"), "pupils.csv");
    EXPECT_EQ(file_name_of(R"(filename="C:\Users\Ana\pupils.csv")"), "pupils.csv");
    EXPECT_EQ(file_name_of(R"(filename="C:\\Users\\pupils.csv")"), "pupils.csv");
    EXPECT_EQ(file_name_of(R"(filename="../../etc/passwd")"), "passwd");
    EXPECT_EQ(file_name_of(R"(filename="..")"), "");
    EXPECT_EQ(file_name_of(R"(filename="a/.")"), "");
}

TEST(Multipart, quotes_in_the_name_of_a_file_are_read_as_browsers_and_the_standard_write_them) {
    EXPECT_EQ(file_name_of(R"(filename="the \"blue\" class.csv")"), "the \"blue\" class.csv");
    EXPECT_EQ(file_name_of(R"(filename="the %22blue%22 class.csv")"), "the \"blue\" class.csv");
    EXPECT_EQ(file_name_of(R"(filename="a;b=c.csv")"), "a;b=c.csv");
    EXPECT_EQ(file_name_of(R"(filename="Zoë.csv")"), "Zoë.csv");
    EXPECT_EQ(file_name_of(R"(filename=plain.csv ; size=3)"), "plain.csv");
}

TEST(Multipart, an_input_left_without_a_file_gives_no_upload) {
    auto const form = read(part("form-data; name=\"list\"; filename=\"\"", ""));
    ASSERT_TRUE(form);
    EXPECT_TRUE(form->uploads.empty());
    EXPECT_FALSE(form->fields.has("list"));
}

TEST(Multipart, what_stands_before_the_first_and_after_the_last_boundary_is_no_part) {
    auto const form = http::parse_multipart(
        content_type, "hello\r\n" + part("form-data; name=a", "1") + "--XX--\r\nrest --XX"
    );
    ASSERT_TRUE(form);
    EXPECT_EQ(form->fields.entries().size(), 1U);
    EXPECT_TRUE(http::parse_multipart(content_type, "--XX--"));
}

TEST(Multipart, the_boundary_may_stand_in_quotes_and_be_followed_by_spaces) {
    auto const body = "--a b\t \r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--a b--";
    auto const form = http::parse_multipart("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"", body);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->fields.value("a"), "1");
}

TEST(Multipart, what_is_cut_off_is_refused_wherever_it_is_cut) {
    auto const whole =
        part("form-data; name=\"a\"", "1") + part("form-data; name=f; filename=\"x\"", "2") + "--XX--";
    EXPECT_TRUE(http::parse_multipart(content_type, whole));
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(http::parse_multipart(content_type, whole.substr(0, size))) << size;
}

TEST(Multipart, broken_headers_are_refused) {
    for (auto const disposition :
         {"form-data",
          "form-data; filename=\"x\"",
          "attachment; name=a",
          "form-data; name=\"a",
          "form-data; name",
          "form-data name=a",
          "form-data; name=\"a\"b",
          ""})
        EXPECT_EQ(read(part(disposition, "1")).error(), Malformed::multipart) << disposition;
    EXPECT_EQ(read("--XX\r\n\r\n1\r\n").error(), Malformed::multipart);
    EXPECT_EQ(read("--XX\r\nno colon\r\n\r\n1\r\n").error(), Malformed::multipart);
    EXPECT_EQ(read("--XXY\r\n" + part("form-data; name=a", "1")).error(), Malformed::multipart);
}

TEST(Multipart, content_types_without_a_usable_boundary_are_refused) {
    for (auto const& type :
         {std::string(),
          std::string("text/plain; boundary=XX"),
          std::string("multipart/form-data"),
          std::string("multipart/form-data; boundary="),
          std::string("multipart/form-data; boundary=\"a\r\nb\""),
          "multipart/form-data; boundary=" + std::string(71, 'X')})
        EXPECT_EQ(http::parse_multipart(type, "--XX--").error(), Malformed::multipart) << type;
}

TEST(Multipart, fields_are_text_and_names_of_files_too) {
    EXPECT_EQ(read(part("form-data; name=a", "\xFF")).error(), Malformed::encoding);
    EXPECT_EQ(read(part("form-data; name=a", "\x1B")).error(), Malformed::encoding);
    EXPECT_EQ(read(part("form-data; name=\"\xFF\"", "a")).error(), Malformed::encoding);
    EXPECT_EQ(read(part("form-data; name=a; filename=\"a\tb\"", "a")).error(), Malformed::encoding);
    EXPECT_EQ(read(part("form-data; name=a; filename=\"\xFF\"", "a")).error(), Malformed::encoding);
}

TEST(Multipart, limits_hold_for_fields_and_headers_but_not_for_files) {
    http::FormLimits const limits{.fields = 2, .field_bytes = 3};
    auto const read_within = [&](std::string const& parts) {
        return http::parse_multipart(content_type, parts + "--XX--", limits);
    };
    auto const field = part("form-data; name=a", "123");
    auto const file = part("form-data; name=a; filename=f", "12345");
    EXPECT_TRUE(read_within(field + file));
    EXPECT_EQ(read_within(field + file + file).error(), Malformed::too_many_fields);
    EXPECT_EQ(read_within(part("form-data; name=a", "1234")).error(), Malformed::too_long);
    EXPECT_EQ(
        read(part("form-data; name=a; x=\"" + std::string(9'000, 'x') + "\"", "1")).error(),
        Malformed::too_long
    );
}
