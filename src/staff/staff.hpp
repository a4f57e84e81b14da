#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "base/id.hpp"
#include "base/words.hpp"
#include "visits/who.hpp"

namespace staff {

using visits::AccountId;
using visits::ClassId;
using visits::StaffId;
using RoleHeldId = Id<struct RoleHeldTag>;
using TrainingId = Id<struct TrainingTag>;

// Someone who works at the school.
struct Person {
    StaffId id;
    std::string name;
    std::string address;  // e-mail
    std::optional<AccountId> account;
    std::optional<Date> left_on;  // from this day on they no longer work here
    int version = 1;
    auto columns() { return std::tie(id, name, address, account, left_on, version); }
};

// Where one person's page is.
std::string path_of(StaffId const& person);

// A person's name alone, for lists to choose from.
struct Named {
    StaffId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

// Whose nurture training is not in force, and the last day on which one was.
struct Untrained {
    StaffId id;
    std::string name;
    std::optional<Date> until;
    auto columns() { return std::tie(id, name, until); }
};
// "Rob Ellis, whose nurture training ended on Friday 1 May 2026"
std::string in_words(Untrained const& person);

// A role from a day to a day; a class teacher's names the class (P1).
struct RoleHeld {
    RoleHeldId id;
    StaffId staff;
    visits::Role role{};
    std::optional<ClassId> class_id;
    std::optional<std::string> class_name;
    Date starts_on;
    std::optional<Date> ends_on;
    auto columns() { return std::tie(id, staff, role, class_id, class_name, starts_on, ends_on); }
};

struct SchoolClass {
    ClassId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

enum class TrainingKind { nurture, safeguarding };
constexpr auto words(TrainingKind) { return std::array{"nurture", "safeguarding"}; }

// "Nurture training"
std::string_view in_words(TrainingKind kind);
// The last day on which training of this kind can count: that somebody knows the safeguarding procedure is
// renewed yearly (P2). None: until the day that its paper says.
std::optional<Date> last_day_of(TrainingKind kind, Date held_on);

struct Training {
    TrainingId id;
    StaffId staff;
    TrainingKind kind{};
    std::string name;
    Date held_on;
    Date expires_on;
    auto columns() { return std::tie(id, staff, kind, name, held_on, expires_on); }
};

// What is put right in an entry of training; the kind stays.
struct TrainingCorrection {
    std::string name;
    Date held_on;
    Date expires_on;
    std::string reason;
};

// A correction that was made; one without a name took the entry back.
struct Corrected {
    std::string name_before;
    Date held_before;
    Date expires_before;
    std::string name;
    std::optional<Date> held_on;
    std::optional<Date> expires_on;
    int sessions_untrained = 0;
    std::string reason;
    std::string made_by;
    Instant made_at;
    auto columns() {
        return std::tie(
            name_before,
            held_before,
            expires_before,
            name,
            held_on,
            expires_on,
            sessions_untrained,
            reason,
            made_by,
            made_at
        );
    }
};

// A session that this person has held.
struct HeldSession {
    Date on;
    std::string programme_name;
    int number = 0;
    auto columns() { return std::tie(on, programme_name, number); }
};

enum class TrainingState { none, starts_later, in_force, expires_soon, expired };

// Training of one kind as it stands today.
struct TrainingStanding {
    TrainingState state{};
    std::optional<Date> until;
};

// A link by which a person makes their account.
struct Invitation {
    SchoolId school;
    StaffId staff;
    Instant made_at;
    Instant expires_at;
    std::optional<Instant> used_at;
    std::optional<Instant> revoked_at;
    auto columns() { return std::tie(school, staff, made_at, expires_at, used_at, revoked_at); }
};

inline constexpr std::int64_t invitation_lasts = 14 * (24 * hours);

enum class InvitationState { open, used, revoked, expired };

enum class AccountState { not_invited, invited, may_sign_in, left };

// A person with everything that the list shows.
struct PersonLine {
    Person person;
    std::vector<RoleHeld> roles_today;
    TrainingStanding nurture;
    TrainingStanding safeguarding;
    AccountState account{};
};

// What is typed in the forms.
struct PersonInput {
    std::string name;
    std::string address;
};
struct RoleInput {
    visits::Role role{};
    std::optional<ClassId> class_id;
    Date starts_on;
    std::optional<Date> ends_on;
};
struct TrainingInput {
    TrainingKind kind{};
    std::string name;
    Date held_on;
    Date expires_on;
};

enum class Refusal {
    address_taken,
    no_address,
    account_of_several_schools,
    changed_meanwhile,
    last_administrator,
    no_such_class,
    role_held_already,
    ends_before_it_starts,
    has_left,
    own_role,
    nothing_changes
};

// Says what is wrong and how to mend it.
std::string in_words(Refusal refusal);

}  // namespace staff
