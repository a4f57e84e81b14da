#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "base/words.hpp"
#include "consent/consent.hpp"
#include "messages/messages.hpp"
#include "pupils/pupils.hpp"

// The letter that asks for consent, its link, and the answers that come back (C1 to C7).
namespace letters {

using consent::LetterId;
using TemplateId = Id<struct TemplateTag>;

// The school's own words for the letter. Version 0: Withy's words, which nobody has changed yet.
struct Template {
    std::string title;
    std::string words;
    int version = 0;
    auto columns() { return std::tie(title, words, version); }
};

enum class Way { paper, e_mail };
constexpr auto words(Way) { return std::array{"paper", "e-mail"}; }

// The child whom a letter is about, as far as a letter and its link need to know.
struct Child {
    CaseId case_id;
    PupilId pupil;
    std::string forename;
    std::string surname;
    Date born_on;
    bool open = false;  // the case has not been closed
    auto columns() { return std::tie(case_id, pupil, forename, surname, born_on, open); }
};

// A letter as it went out, without its PDF.
struct Sent {
    LetterId id;
    CaseId case_id;
    ContactId contact;
    Way way{};
    std::string title;
    std::string words;
    std::string made_by_name;
    Instant made_at;
    std::optional<messages::State> e_mail;  // where its e-mail is
    std::string fault;
    std::optional<Instant> printed_at;  // on paper: printed and handed over
    std::string printed_by_name;
    bool answered = false;  // since it was made, whichever way: the overview says so
    auto columns() {
        return std::tie(
            id,
            case_id,
            contact,
            way,
            title,
            words,
            made_by_name,
            made_at,
            e_mail,
            fault,
            printed_at,
            printed_by_name
        );
    }
};

using consent::LeftOut;
std::string in_words(LeftOut reason);

// A parent's own link. The token is known to the letter alone; here stands its hash.
struct Link {
    std::string token_hash;
    SchoolId school;
    std::string school_name;
    std::string telephone;
    CaseId case_id;
    ContactId contact;
    std::string contact_name;
    Instant made_at;
    Instant expires_at;
    std::optional<Instant> revoked_at;
    int wrong_tries = 0;
    std::string proof_key;            // what confirmations of this link are made with
    std::optional<LeftOut> although;  // what the SENCo knew against asking this person, and asked them
    auto columns() {
        return std::tie(
            token_hash,
            school,
            school_name,
            telephone,
            case_id,
            contact,
            contact_name,
            made_at,
            expires_at,
            revoked_at,
            wrong_tries,
            proof_key,
            although
        );
    }
};

// What a parent may do by their link now: agree, refuse, or withdraw what they agreed to. Who is asked anew
// may agree or refuse although a yes stands.
struct Choices {
    bool may_give = false;
    bool may_refuse = false;
    bool may_withdraw = false;
};

// Up to where a page showed the answers of a case, and what a decision would be about by them. A form that is
// sent from it says so, for more may have come in since.
struct Shown {
    int last_answer = 0;    // its number
    std::string to_decide;  // a form of support, or "both"; empty: nothing
    bool operator==(Shown const&) const = default;
};

// A letter on paper is printed in the days after it was made; then its sheet is kept without the link.
inline constexpr std::int64_t sheet_keeps_its_link = std::int64_t{7} * 24 * hours;

inline constexpr std::int64_t link_lasts = std::int64_t{28} * 24 * hours;
inline constexpr int link_outlasts_reply_by = 14;  // days
// Once answered, a link stays for as long as support may last, so that a mind can be changed by it.
inline constexpr std::int64_t answered_link_lasts = std::int64_t{182} * 24 * hours;
inline constexpr std::int64_t confirmation_lasts = 30 * minutes;
inline constexpr int most_wrong_tries = 5;

}  // namespace letters
