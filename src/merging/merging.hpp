#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "pupils/details.hpp"

// Two records of one child that become one, and can be two again for a while (V6).
namespace merging {

using MergingId = Id<struct MergingTag>;

inline constexpr int days_to_undo = 30;

// A record that may be of the same child: what bears on merging it.
struct Record {
    pupils::KnownPupil known;
    bool has_open_case = false;
    bool erasure_is_signed = false;  // by one, so far
    bool others_went_into_it = false;
};

// Why two records can't become one.
enum class Refusal {
    same_record,
    born_on_another_day,
    both_have_an_open_case,
    erasure_is_signed,
    others_went_into_it,
    changed_meanwhile
};
std::string_view in_words(Refusal refusal);

// A value that the two records may say differently, and of which one is to be kept.
struct Value {
    std::string_view field;
    std::string stays;   // what the record says that stays
    std::string former;  // what the other says
    bool differs() const { return stays != former; }
};

// Of what says who a child is, that which two records can say differently.
enum class Mark { name, sex, class_of_today, upn, former_upn, admission_number };
std::string_view in_words(Mark mark);

// A mark by which the two may be two children: each record says something, and not the same.
struct Difference {
    Mark mark{};
    std::string stays;
    std::string former;
};

// What the record is to say once the two are one.
struct Kept {
    pupils::Details details;
    Date joined_on;
    std::optional<Date> left_on;
};

// Two records that became one.
struct Merged {
    MergingId id;
    PupilId stays;
    int stays_version = 0;
    PupilId former;
    std::string made_by_name;
    Instant made_at;
    std::string undone_by_name;
    std::optional<Instant> undone_at;
    std::string undone_why;
    std::string former_name;  // empty once the merging can't be taken back any more or was
    auto columns() {
        return std::tie(
            id,
            stays,
            stays_version,
            former,
            made_by_name,
            made_at,
            undone_by_name,
            undone_at,
            undone_why,
            former_name
        );
    }
};

// What has become of two records since they were merged.
struct Since {
    bool undone_already = false;
    int days = 0;
    bool rows_are_gone = false;    // erased, or gone over to another record
    bool details_changed = false;  // of the record that stays
    bool upn_is_anothers = false;  // the former record's
    bool others_answered =
        false;  // about a case that would go back, somebody who is nothing to the former record
};

// Why they can't be two again.
enum class UndoRefusal {
    undone_already,
    too_late,
    rows_are_gone,
    details_changed,
    upn_is_anothers,
    others_answered
};
std::string_view in_words(UndoRefusal refusal);

// "/pupils/…/merging", and beside another record: "/pupils/…/merging/…"
std::string path_of(PupilId const& pupil);
std::string path_of(PupilId const& stays, PupilId const& former);
// "/mergings/…/undoing"
std::string undoing_path(MergingId const& merging);

}  // namespace merging
