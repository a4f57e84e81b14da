#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "base/words.hpp"
#include "pupils/pupils.hpp"
#include "strategies/strategies.hpp"

namespace referrals {

using ConcernId = Id<struct ConcernTag>;

// Whose concern it is (I5). Staff write all of them down.
enum class Source { parent, staff, agency };
constexpr auto words(Source) { return std::array{"parent", "staff", "agency"}; }
std::string_view in_words(Source source);

enum class ParentsSpokenTo { yes, not_yet, better_not };
constexpr auto words(ParentsSpokenTo) { return std::array{"yes", "not_yet", "better_not"}; }
std::string_view in_words(ParentsSpokenTo spoken);

// That somebody has spoken with a parent since, and when they said so.
struct Talk {
    Date on;
    Instant told_at;
};

// What someone types about a pupil (I6).
struct ConcernInput {
    Source source{};
    std::string source_name;  // the agency, such as the Early Help Service
    std::string seen;
    std::string tried;
    bool attachment_figure = false;
    ParentsSpokenTo parents_spoken_to{};
    Date noticed_on;
    std::vector<AreaId> areas = {};
};

// A concern as it stands. A parent's keeps the answer that the parent was given.
struct Concern {
    ConcernId id;
    CaseId the_case;
    PupilId pupil;
    ConcernInput said;
    StaffId written_by;
    std::string written_by_name;
    Instant written_at;
    std::string answer;
    std::string answered_by_name;
    std::optional<Instant> answered_at;
    std::optional<Instant> read_at;           // by the SENCo, where it joined a case already referred
    std::optional<Instant> decision_read_at;  // by the writer: why it was not taken up
    int version = 1;
    std::optional<Instant> reworded_at;  // none: it stands as it was written first
    bool seen_by_reader = false;         // who delivers support to the child, and said so

    auto columns() {
        return std::tie(
            id,
            the_case,
            pupil,
            said.source,
            said.source_name,
            said.seen,
            said.tried,
            said.attachment_figure,
            said.parents_spoken_to,
            said.noticed_on,
            written_by,
            written_by_name,
            written_at,
            answer,
            answered_by_name,
            answered_at,
            read_at,
            decision_read_at,
            version,
            reworded_at,
            seen_by_reader
        );
    }
};

// How far the concerns of a case have come: higher with each that is raised, reworded or answered.
int version_of(std::span<Concern const> concerns);

}  // namespace referrals
