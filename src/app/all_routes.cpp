#include <set>
#include <vector>

#include "agencies/routes.hpp"
#include "app/public_routes.hpp"
#include "app/route_table.hpp"
#include "assessments/lead_routes.hpp"
#include "assessments/routes.hpp"
#include "change/routes.hpp"
#include "comparison/routes.hpp"
#include "contacts/routes.hpp"
#include "county/routes.hpp"
#include "data_requests/routes.hpp"
#include "demonstration/routes.hpp"
#include "exchange/routes.hpp"
#include "history/routes.hpp"
#include "impact/routes.hpp"
#include "insight/routes.hpp"
#include "installation/routes.hpp"
#include "letters/routes.hpp"
#include "liaison/routes.hpp"
#include "measures/routes.hpp"
#include "merging/routes.hpp"
#include "messages/actions.hpp"
#include "moving/routes.hpp"
#include "need_to_know/actions.hpp"
#include "openings/routes.hpp"
#include "overviews/routes.hpp"
#include "programmes/routes.hpp"
#include "pupils/routes.hpp"
#include "readings/routes.hpp"
#include "referrals/routes.hpp"
#include "retention/routes.hpp"
#include "roll/routes.hpp"
#include "safeguarding/routes.hpp"
#include "schools/routes.hpp"
#include "score_files/routes.hpp"
#include "session_plans/routes.hpp"
#include "sessions/routes.hpp"
#include "sharing/routes.hpp"
#include "sign_in/routes.hpp"
#include "staff/routes.hpp"
#include "story/actions.hpp"
#include "story/routes.hpp"
#include "strategies/routes.hpp"
#include "today/routes.hpp"

namespace app {
namespace {

// Lists tag support only where this visitor may know of it (N5), and how far it has come only to who sees
// progress.
pupils::pages::Supported supported_among(Visit& visit, std::vector<pupils::Pupil> const& pupils) {
    need_to_know::Sight const sight(visit);
    pupils::pages::Supported supported;
    std::vector<PupilId> to_see_progress_of;
    std::vector<need_to_know::Listed> with_progress;
    std::vector<need_to_know::Listed> with_support_alone;
    for (auto const& pupil : pupils) {
        if (!sight.shows_support_of(pupil)) continue;
        supported.emplace(pupil.id, "Open case");
        auto const access = sight.of(pupil).value();
        bool const progress = access.sees(need_to_know::Zone::progress);
        (progress ? with_progress : with_support_alone).emplace_back(access.child());
        if (progress) to_see_progress_of.push_back(pupil.id);
    }
    need_to_know::note_list(visit, with_support_alone);
    need_to_know::note_list_of_progress(visit, with_progress);
    if (to_see_progress_of.empty()) return supported;
    auto const support = story::support(visit, to_see_progress_of);
    for (auto const& pupil : to_see_progress_of)
        if (auto const found = support.find(pupil); found != support.end())
            supported.insert_or_assign(pupil, in_words(found->second));
    return supported;
}

void add(Routes& all, Routes const& more) { all.insert(all.end(), more.begin(), more.end()); }

}  // namespace

Routes all_routes() {
    Routes all;
    add(all, public_routes());
    add(all, safeguarding::routes());
    add(all, readings::routes());
    add(all, pupils::routes<supported_among>());
    add(all, contacts::routes());
    add(all, letters::routes());
    add(all, exchange::routes());
    add(all, roll::routes());
    add(all, insight::routes());
    add(all, county::routes());
    add(all, measures::routes());
    add(all, score_files::routes());
    add(all, schools::routes());
    add(all, installation::routes());
    add(all, staff::routes<messages::send_invitation, messages::tell_old_address, messages::tell_person>());
    add(all, sign_in::routes());
    add(all, strategies::routes());
    add(all, referrals::routes());
    add(all, liaison::routes());
    add(all, openings::routes());
    add(all, sharing::routes());
    add(all, sharing::next_school_routes());
    add(all, moving::routes());
    add(all, moving::receiving_routes());
    add(all, agencies::routes());
    add(all, comparison::routes());
    add(all, programmes::routes());
    add(all, session_plans::routes());
    add(all, sessions::routes());
    add(all, impact::routes());
    add(all, assessments::routes());
    add(all, assessments::instrument_routes());
    add(all, assessments::lead_routes());
    add(all, overviews::routes());
    add(all, change::routes());
    add(all, data_requests::routes());
    add(all, retention::routes());
    add(all, merging::routes());
    add(all, story::routes());
    add(all, history::routes());
    add(all, today::routes());
    add(all, demonstration::routes());
    return all;
}

}  // namespace app
