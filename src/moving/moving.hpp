#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "base/calendar.hpp"
#include "base/instant.hpp"
#include "base/words.hpp"
#include "pupils/pupils.hpp"

// A child moves to another school: a pack goes to the SENCo there, with what the child lets go, and its
// receipt is tracked (X4).
namespace moving {

using PackId = Id<struct MovingPackTag>;

// A link opens for so long. After so many days without a receipt somebody rings the next school.
inline constexpr int days_of_link = 14;
inline constexpr std::int64_t link_lasts = days_of_link * (24 * hours);
inline constexpr int days_to_receive = 7;
// So many wrong codes close a link, and so says the table (migration 0089).
inline constexpr int most_wrong_tries = 5;
// "5 wrong codes"
std::string wrong_codes();
// After the right code the browser that gave it is not asked again for so long.
inline constexpr std::int64_t confirmation_lasts = 30 * minutes;
inline constexpr std::size_t digits_of_code = 8;

// Where the child goes, to whom the pack goes there, and why it goes.
struct NextSchool {
    std::string name;
    std::string senco_name;
    std::string senco_address;  // e-mail
    Date moves_on;
    std::string why;
};

// How a pack stands. `discarded`: it was prepared wrongly and never went. `held`: the child has said since
// that something in it stays here, so it opens no more.
enum class Standing { prepared, discarded, sent, opened, received, taken_back, locked, held, ended };
constexpr auto words(Standing) {
    return std::array{
        "prepared", "discarded", "sent", "opened", "received", "taken_back", "locked", "held", "ended"};
}
std::string in_words(Standing standing);

// A pack with what is known of its link. Until it is sent `frozen` is empty.
struct Pack {
    PackId id;
    CaseId the_case;
    NextSchool to;
    std::string made_by;
    Instant made_at;
    std::string frozen;  // as JSON
    bool with_views = false;
    bool with_confided = false;
    std::string sent_by;
    std::optional<Instant> sent_at;
    std::optional<Instant> opened_at;
    std::optional<Instant> received_at;
    std::string received_by;
    std::optional<Instant> taken_back_at;
    std::string discarded_by;
    std::optional<Instant> discarded_at;
    std::string discarded_why;
    std::optional<Instant> link_ends_at;
    std::optional<Instant> link_closed_at;

    auto columns() {
        return std::tie(
            id,
            the_case,
            to.name,
            to.senco_name,
            to.senco_address,
            to.moves_on,
            to.why,
            made_by,
            made_at,
            frozen,
            with_views,
            with_confided,
            sent_by,
            sent_at,
            opened_at,
            received_at,
            received_by,
            taken_back_at,
            discarded_by,
            discarded_at,
            discarded_why,
            link_ends_at,
            link_closed_at
        );
    }
};

// A pack as it stands. `late`: a call helps; `needs_another`: none does; `can_be_ended` and
// `can_be_discarded`: by this school.
struct Told {
    Pack pack;
    Standing standing{};
    bool late = false;
    bool needs_another = false;
    bool can_be_ended = false;
    bool can_be_discarded = false;
};

// The link to a pack, as it is found before its school is entered.
struct Link {
    std::string token_hash;
    SchoolId school;
    std::string school_name;
    std::string telephone;
    CaseId the_case;
    PackId pack;
    std::string code_hash;
    std::string proof_key;
    Instant made_at;
    Instant expires_at;

    auto columns() {
        return std::tie(
            token_hash,
            school,
            school_name,
            telephone,
            the_case,
            pack,
            code_hash,
            proof_key,
            made_at,
            expires_at
        );
    }
};

// Why a pack does not go.
enum class Refusal { no_e_mail, sent_already, discarded, has_changed, nothing_chosen };
std::string_view in_words(Refusal refusal);

// "/cases/…/moving", "/cases/…/moving/…", "/cases/…/moving/…/discarding", "/moving/…"
std::string moving_path(CaseId const& the_case);
std::string path_of(CaseId const& the_case, PackId const& pack);
std::string discarding_path(Pack const& pack);
std::string receiving_path(std::string_view token);

// The digits of a code, however it was typed: "4821 7730" and "4821-7730" are the same; empty where it
// is no code.
std::string code_typed(std::string_view typed);
// "4821 7730", as it is told by telephone.
std::string code_to_say(std::string_view digits);

// What always stays here, as it is said to both schools.
inline constexpr std::string_view about_safeguarding =
    "Nothing of safeguarding is in here. It goes by the school's own child-protection transfer.";

}  // namespace moving
