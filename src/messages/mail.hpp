#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace messages {

// The server that takes our e-mail.
struct MailServer {
    std::string
        url;  // "smtp://host:25", which turns to STARTTLS where the server offers it, or "smtps://host:465"
    std::string from;  // the sender's address
    std::string user;  // empty: without signing in
    std::string password;
    bool only_encrypted = false;  // refuses to send where smtp:// offers no STARTTLS
};

// One e-mail as it leaves. The id stays the same however often it is tried, so that a mail system drops a
// second copy.
struct Mail {
    std::string id;
    std::string from_name;  // the school's
    std::string to;
    std::string subject;
    std::string words;
    Instant date;
};

// Why it was not taken; `for_good` where the address itself was refused and trying again is in vain.
struct Fault {
    std::string words;
    bool for_good = false;
};

// Hands the e-mail to the server; empty once the server has taken it. Waits for at most half a minute.
std::optional<Fault> deliver(MailServer const& server, Mail const& mail);

// A header's text as RFC 2047 asks: ASCII stays as it is, other text travels as base64 words. Line ends go.
std::string header_text(std::string_view text);

// "Tue, 12 May 2026 09:00:00 +0000"
std::string mail_date(Instant instant);

}  // namespace messages
