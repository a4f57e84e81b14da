#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "http/parse.hpp"
#include "http/read_form.hpp"

namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

// Text as a form may carry it, with the characters that encodings treat apart.
std::string any_text() {
    static std::vector<std::string> const pieces{"a", "Z",  "0",          " ",   "+",      "%",  "&",  "=",
                                                 ";", "\"", "\\",         "/",   "--",     "\n", "\t", "ë",
                                                 "’", "王", "\U0001F600", "%41", "--edge", "..", "?",  "#"};
    std::string text;
    for (auto const& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
        text += piece;
    return text;
}

Entries any_entries() {
    Entries entries(*rc::gen::inRange<std::size_t>(0, 8));
    for (auto& [name, value] : entries) {
        name = any_text();
        value = any_text();
    }
    return entries;
}

std::string with_line_ends_of_the_web(std::string_view text) {
    std::string out;
    for (auto const c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return out;
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (auto const c : text) out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    return out + "\"";
}

}  // namespace

RC_GTEST_PROP(PercentProperties, decoding_undoes_encoding, (std::string const& bytes)) {
    RC_ASSERT(http::percent_decoded(http::percent_encoded(bytes), true) == bytes);
    RC_ASSERT(http::percent_decoded(http::percent_encoded(bytes), false) == bytes);
}

RC_GTEST_PROP(FormProperties, a_form_is_read_as_it_was_written, ()) {
    auto const entries = any_entries();
    std::string body;
    for (auto const& [name, value] : entries)
        body +=
            "&" + http::percent_encoded(name) + "=" + http::percent_encoded(with_line_ends_of_the_web(value));
    RC_ASSERT(http::parse_form(body).value().entries() == entries);
    RC_ASSERT(http::parse_target("/find?" + body).value().query.entries() == entries);
}

RC_GTEST_PROP(FormProperties, a_value_is_taken_exactly_where_it_is_clean_text, (std::string const& bytes)) {
    auto const value = any_text() + bytes;
    auto const form = http::parse_form("seen=" + http::percent_encoded(value));
    RC_ASSERT(form.has_value() == (text::is_utf8(value) && !text::has_control_characters(value)));
}

RC_GTEST_PROP(
    MultipartProperties, a_form_with_files_is_read_as_it_was_written, (std::vector<std::string> const& files)
) {
    auto const entries = any_entries();
    std::string const edge = "edge-of-this-form";
    std::string body;
    for (auto const& [name, value] : entries)
        body += "--" + edge + "\r\nContent-Disposition: form-data; name=" + in_quotes(name) + "\r\n\r\n" +
                with_line_ends_of_the_web(value) + "\r\n";
    for (auto const& data : files)
        body += "--" + edge + "\r\nContent-Disposition: form-data; name=f; filename=\"f.csv\"\r\n\r\n" +
                data + "\r\n";

    auto const form =
        http::parse_multipart("multipart/form-data; boundary=" + edge, body + "--" + edge + "--\r\n");
    RC_ASSERT(form.has_value());
    RC_ASSERT(form->fields.entries() == entries);
    RC_ASSERT(form->uploads.size() == files.size());
    for (std::size_t i = 0; i < files.size(); ++i) RC_ASSERT(form->uploads[i].data == files[i]);
}

// Every day that a date can hold.
http::DateLimits const any_day{
    .earliest = *calendar::date(1000, 1, 1), .latest = *calendar::date(9999, 12, 31), .today = {}};

RC_GTEST_PROP(DateProperties, every_day_is_read_in_each_way_it_can_be_typed, ()) {
    auto const date = calendar::date(2000, 1, 1).value() + *rc::gen::inRange(-36'000, 36'000);
    std::chrono::year_month_day const parts(date.day);
    auto const day = std::to_string(static_cast<unsigned>(parts.day()));
    auto const month = std::to_string(static_cast<unsigned>(parts.month()));
    auto const year = std::to_string(static_cast<int>(parts.year()));
    for (auto const& entries :
         {Entries{{"on", calendar::iso(date)}},
          Entries{{"on", calendar::day_month_year(date)}},
          Entries{{"on", day + "/" + month + "/" + year}},
          Entries{{"on-day", day}, {"on-month", month}, {"on-year", year}}}) {
        Fields const fields(entries);
        http::FormReader form(fields);
        RC_ASSERT(form.date("on", "Enter the day", any_day) == date);
        RC_ASSERT(form.errors().empty());
    }
}

RC_GTEST_PROP(DateProperties, what_is_no_date_gives_exactly_one_message, (std::string const& bytes)) {
    Fields const fields(Entries{{"on", bytes}});
    http::FormReader form(fields);
    auto const date = form.date("on", "Enter the day", any_day);
    RC_ASSERT(form.errors().size() == (date == Date{} ? 1U : 0U));
}
