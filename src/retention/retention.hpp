#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "base/words.hpp"
#include "pupils/pupils.hpp"

// How long records about a child are held, and how they are erased when their time has come (V4).
namespace retention {

using HoldId = Id<struct HoldTag>;
using ErasureId = Id<struct ErasureTag>;
using PeriodId = Id<struct PeriodTag>;

// A child's record is of one of the first three; pointers to CPOMS go by themselves; what the roll says goes
// last, once the child has left.
enum class Category { special_needs, nurture, not_taken_up, safeguarding_pointer, on_the_roll };
constexpr auto words(Category) {
    return std::array{"special_needs", "nurture", "not_taken_up", "safeguarding_pointer", "on_the_roll"};
}
std::string_view in_words(Category category);

// From what a category's years are counted.
enum class From { birth, last_entry, leaving };
constexpr From from_of(Category category) {
    switch (category) {
        case Category::special_needs:
        case Category::safeguarding_pointer: return From::birth;
        case Category::nurture:
        case Category::not_taken_up: return From::last_entry;
        case Category::on_the_roll: return From::leaving;
    }
    return From::birth;
}

// Withy's own years: of the Information and Records Management Society's toolkit for schools where it names
// them. What the roll says is held here for nurture support alone, beside the school's own register: it has
// the toolkit's years of other pupil records.
constexpr int own_years(Category category) {
    switch (category) {
        case Category::special_needs: return 31;
        case Category::nurture: return 3;
        case Category::not_taken_up: return 1;
        case Category::safeguarding_pointer: return 25;
        case Category::on_the_roll: return 3;
    }
    return 0;
}

// The years of a category here, and why the school has set them otherwise.
struct Period {
    Category category{};
    int years = 0;
    std::string reason = {};
    std::string set_by = {};
    auto columns() { return std::tie(category, years, reason, set_by); }
};

// What of a child bears on how long their records are held.
struct Record {
    PupilId pupil;
    std::string name;
    Date born_on;
    bool special_needs = false;  // SEN support or a plan
    bool has_case = false;
    bool open_case = false;
    bool taken_further = false;  // a concern became a referral
    std::optional<Instant> last_closing;
    std::optional<Instant> last_check_in;
    bool has_pointer = false;  // to CPOMS, or all was opened once for safeguarding
    bool held = false;
    bool request_waits = false;  // somebody has asked for what is held, and has no answer yet
    std::optional<Date> left_on;

    auto columns() {
        return std::tie(
            pupil,
            name,
            born_on,
            special_needs,
            has_case,
            open_case,
            taken_further,
            last_closing,
            last_check_in,
            has_pointer,
            held,
            request_waits,
            left_on
        );
    }
};

// What of a child's records comes to its end on which day.
struct Due {
    Category category{};
    Date on;
    friend bool operator==(Due const&, Due const&) = default;
};

// A record that is held whatever its time.
struct Hold {
    HoldId id;
    PupilId pupil;
    std::string pupil_name;
    std::string reason;
    std::string made_by;
    Instant made_at;
    std::string ended_by;
    std::optional<Instant> ended_at;
    std::string ended_why;
    auto columns() {
        return std::tie(id, pupil, pupil_name, reason, made_by, made_at, ended_by, ended_at, ended_why);
    }
};

// Signed by one; carried out and certified once signed by another.
struct Erasure {
    ErasureId id;
    std::optional<PupilId> pupil;  // until it is carried out
    std::string pupil_name;
    std::string pupil_digest;
    Category category{};
    Date due_on;
    StaffId first_by;
    std::string first_by_name;
    Instant first_at;
    std::string second_by_name;
    std::optional<Instant> erased_at;
    std::string counts;  // "concern 2, evaluation 6"
    auto columns() {
        return std::tie(
            id,
            pupil,
            pupil_name,
            pupil_digest,
            category,
            due_on,
            first_by,
            first_by_name,
            first_at,
            second_by_name,
            erased_at,
            counts
        );
    }
};

enum class Refusal { not_due, held, request_waits, same_person, own_family, already_signed, already_erased };
std::string in_words(Refusal refusal);

inline constexpr std::string_view retention_path = "/retention";
inline constexpr std::string_view periods_path = "/retention/periods";
// Leavers who are signed for together.
inline constexpr std::string_view leavers_path = "/retention/leavers";
// What would be erased of the child, and where it is signed for first.
inline constexpr std::string_view first_signature_path = "/retention/first-signature";
std::string first_signature_path_of(PupilId const& pupil, Category category);
std::string path_of(ErasureId const& erasure);
std::string path_of(HoldId const& hold);
std::string retention_path_of(PupilId const& pupil);

}  // namespace retention
