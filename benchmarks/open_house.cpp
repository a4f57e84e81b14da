// For bin/bench guard alone: Withy without its log of reads and without asking who may know. What stands here
// takes the place of the product's own when it is linked (rooms.cmake), and is in nothing else. What decides
// which children a page names stays, so that both build the same pages: docs/performance.md says which.
#include "app/read_log.hpp"
#include "need_to_know/rules.hpp"
#include "need_to_know/share_store.hpp"
#include "need_to_know/store.hpp"
#include "need_to_know/words_actions.hpp"
#include "visits/reads.hpp"

bool const app::keeps_reads = false;

void visits::Reads::note(Decision, Read) {}

namespace need_to_know {

std::optional<Access> access_of(visits::Who const& who, Child const& child) {
    if (!who.staff) return std::nullopt;
    auto const& pupil = child.pupil;
    return Access(
        Named(pupil.id, pupil.forename, pupil.name()),
        Relationship::senco,
        Zone::progress,
        std::nullopt,
        "You see this because nobody asks."
    );
}

bool WordsByDecision::opens(std::string_view, std::string_view) { return true; }

std::vector<StaffId> store::raised_by(db::Connection&, SchoolId, CaseId const&) { return {}; }

std::vector<Share> share_store::agreed(db::Connection&, SchoolId, CaseId const&) { return {}; }

std::vector<Share> share_store::opened(
    db::Connection&, SchoolId, PupilId const&, std::optional<CaseId> const&, Instant
) {
    return {};
}

std::vector<StaffId> share_store::family(db::Connection&, SchoolId, PupilId const&) { return {}; }

std::vector<share_store::OfPerson> share_store::of_person(
    db::Connection&, SchoolId, visits::Who const&, Date, Instant
) {
    return {};
}

}  // namespace need_to_know
