#include "messages/mail.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <mutex>

#include "base/utf8.hpp"

namespace messages {
namespace {

constexpr long most_seconds = 30;
constexpr std::size_t bytes_of_a_word = 42;  // 56 characters as base64, within the 75 of an encoded word

struct End {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_mime* mime) const { curl_mime_free(mime); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, End>;
using Mime = std::unique_ptr<curl_mime, End>;
using List = std::unique_ptr<curl_slist, End>;

void add(List& list, std::string const& line) { list.reset(curl_slist_append(list.release(), line.c_str())); }

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7F; });
}

std::string without_line_ends(std::string_view text) {
    std::string out(text);
    std::ranges::replace_if(
        out, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }, ' '
    );
    return out;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        auto const byte = [&](std::size_t i) -> unsigned {
            return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
        };
        auto const bits = byte(0) << 16U | byte(1) << 8U | byte(2);
        out += digits[bits >> 18U & 63U];
        out += digits[bits >> 12U & 63U];
        out += at + 1 < bytes.size() ? digits[bits >> 6U & 63U] : '=';
        out += at + 2 < bytes.size() ? digits[bits & 63U] : '=';
    }
    return out;
}

// What an address in angle brackets may not hold, lest it end the bracket or the line.
std::string bare_address(std::string_view address) {
    std::string out;
    for (char const c : address)
        if (static_cast<unsigned char>(c) > ' ' && c != '<' && c != '>' && c != 0x7F) out += c;
    return out;
}

std::string host_of(std::string const& address) {
    auto const at = address.rfind('@');
    return at == std::string::npos ? "withy.invalid" : address.substr(at + 1);
}

// The name as a quoted string, or encoded; both may stand before <address>.
std::string phrase(std::string const& name) {
    if (name.empty()) return {};
    if (!is_plain(name)) return header_text(name) + " ";
    std::string quoted;
    for (char const c : name)
        if (c != '"' && c != '\\') quoted += c;
    return "\"" + quoted + "\" ";
}

List headers_of(MailServer const& server, Mail const& mail) {
    auto const from = bare_address(server.from);
    List headers;
    add(headers, "Date: " + mail_date(mail.date));
    add(headers, "From: " + phrase(mail.from_name) + "<" + from + ">");
    add(headers, "To: <" + bare_address(mail.to) + ">");
    add(headers, "Subject: " + header_text(mail.subject));
    add(headers, "Message-ID: <" + mail.id + "@" + bare_address(host_of(from)) + ">");
    add(headers, "Auto-Submitted: auto-generated");
    return headers;
}

// Lines end in mail as RFC 5322 has it; else the encoding would make one long line of them.
std::string with_mail_line_ends(std::string_view words) {
    std::string out;
    for (char const c : words) {
        if (c == '\n') out += '\r';
        if (c != '\r') out += c;
    }
    return out;
}

Mime body_of(CURL* curl, Mail const& mail) {
    Mime mime(curl_mime_init(curl));
    auto* const words = curl_mime_addpart(mime.get());
    auto const lines = with_mail_line_ends(mail.words);
    curl_mime_data(words, lines.data(), lines.size());
    curl_mime_type(words, "text/plain; charset=utf-8");
    curl_mime_encoder(words, "quoted-printable");
    return mime;
}

// Mailbox unavailable, not local, or no such name (RFC 5321): no later try will change it.
bool is_for_good(long reply) { return reply == 550 || reply == 551 || reply == 553; }

void start_library() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

}  // namespace

std::optional<Fault> deliver(MailServer const& server, Mail const& mail) {
    start_library();
    Curl const curl(curl_easy_init());
    if (!curl) return Fault{"libcurl could not start"};

    auto const headers = headers_of(server, mail);
    auto const body = body_of(curl.get(), mail);
    auto const sender = "<" + bare_address(server.from) + ">";
    List recipients;
    add(recipients, "<" + bare_address(mail.to) + ">");
    std::array<char, CURL_ERROR_SIZE> cause{};

    auto const set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, server.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_USE_SSL, static_cast<long>(server.only_encrypted ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    set(CURLOPT_MAIL_FROM, sender.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_MIMEPOST, body.get());
    set(CURLOPT_TIMEOUT, most_seconds);
    set(CURLOPT_CONNECTTIMEOUT, most_seconds / 2);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_ERRORBUFFER, cause.data());
    if (!server.user.empty()) {
        set(CURLOPT_USERNAME, server.user.c_str());
        set(CURLOPT_PASSWORD, server.password.c_str());
    }

    auto const code = curl_easy_perform(curl.get());
    if (code == CURLE_OK) return std::nullopt;
    long reply = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &reply);
    std::string const words = cause[0] == '\0' ? curl_easy_strerror(code) : cause.data();
    return Fault{.words = words, .for_good = is_for_good(reply)};
}

std::string header_text(std::string_view text) {
    auto const line = without_line_ends(text);
    if (is_plain(line)) return line;
    std::string out;
    std::string word;
    auto const end_word = [&] {
        if (word.empty()) return;
        if (!out.empty()) out += " ";
        out += "=?utf-8?B?" + base64(word) + "?=";
        word.clear();
    };
    for (std::string_view rest = line; !rest.empty();) {
        auto const bytes = std::max<std::size_t>(utf8::first(rest).bytes, 1);
        if (word.size() + bytes > bytes_of_a_word) end_word();
        word += rest.substr(0, bytes);
        rest.remove_prefix(bytes);
    }
    end_word();
    return out;
}

std::string mail_date(Instant instant) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::chrono::sys_time<std::chrono::milliseconds> const time{
        std::chrono::milliseconds{instant.milliseconds}};
    auto const day = std::chrono::floor<std::chrono::days>(time);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const clock{std::chrono::floor<std::chrono::seconds>(time - day)};
    return fmt::format(
        "{}, {} {} {} {:02}:{:02}:{:02} +0000",
        days[std::chrono::weekday{day}.c_encoding()],
        static_cast<unsigned>(date.day()),
        months[static_cast<unsigned>(date.month()) - 1],
        static_cast<int>(date.year()),
        clock.hours().count(),
        clock.minutes().count(),
        clock.seconds().count()
    );
}

}  // namespace messages
