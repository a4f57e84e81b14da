#include "moving/moving.hpp"

#include "base/text.hpp"

namespace moving {

std::string wrong_codes() { return text::counted(most_wrong_tries, "wrong code", "wrong codes"); }

std::string in_words(Standing standing) {
    switch (standing) {
        case Standing::prepared: return "Prepared, not sent";
        case Standing::discarded: return "Discarded, never sent";
        case Standing::sent: return "Sent, not opened yet";
        case Standing::opened: return "Opened, not received yet";
        case Standing::received: return "Received";
        case Standing::taken_back: return "Taken back";
        case Standing::locked: return "Closed after " + wrong_codes();
        case Standing::held: return "Closed: the child has changed their word";
        case Standing::ended: return "Ended without a receipt";
    }
    return {};
}

std::string_view in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::no_e_mail:
            return "This school's Withy sends no e-mail, so nothing went. Ask whoever runs Withy to set it "
                   "up";
        case Refusal::sent_already: return "This pack was sent already. Prepare another to send it anew";
        case Refusal::discarded: return "This pack is discarded and goes nowhere. Prepare another";
        case Refusal::has_changed:
            return "What would go has changed since you opened this page. Read it again, then send it";
        case Refusal::nothing_chosen: return "Choose at least one line that goes";
    }
    return {};
}

std::string moving_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/moving";
}

std::string path_of(CaseId const& the_case, PackId const& pack) {
    return moving_path(the_case) + "/" + std::string(pack.text());
}

std::string discarding_path(Pack const& pack) { return path_of(pack.the_case, pack.id) + "/discarding"; }

std::string receiving_path(std::string_view token) { return "/moving/" + std::string(token); }

std::string code_typed(std::string_view typed) {
    std::string digits;
    for (char const c : typed) {
        if (c == ' ' || c == '-') continue;
        if (c < '0' || c > '9') return {};
        digits += c;
    }
    return digits.size() == digits_of_code ? digits : std::string();
}

std::string code_to_say(std::string_view digits) {
    auto const half = digits.size() / 2;
    return std::string(digits.substr(0, half)) + " " + std::string(digits.substr(half));
}

}  // namespace moving
