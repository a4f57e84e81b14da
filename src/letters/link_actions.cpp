#include "letters/link_actions.hpp"

#include <algorithm>

#include "cases/actions.hpp"
#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "letters/link_store.hpp"
#include "records/actions.hpp"

namespace letters {
namespace {

void record_revoked(Visit& visit, CaseId const& the_case, ContactId const& contact, std::string why) {
    records::write(
        visit,
        {.action = records::Action::ended,
         .subject = "consent_link",
         .subject_id = std::string(contact.text()),
         .case_id = std::string(the_case.text()),
         .why = std::move(why)}
    );
}

// A no to one form leaves their yes to the other standing.
bool has_a_yes_to_take_back(
    std::vector<consent::Received> const& history, ContactId const& contact, Date today
) {
    return std::ranges::any_of(all_of<consent::Form>(), [&](consent::Form form) {
        auto const* const latest = consent::latest_answer_of(history, contact, today, form);
        return latest && latest->answer == consent::Answer::given;
    });
}

}  // namespace

bool revoke_links(Visit& visit, CaseId const& the_case, ContactId const& contact) {
    if (link_store::revoke(visit.db, visit.school, the_case, contact, visit.now) == 0) return false;
    record_revoked(visit, the_case, contact, {});
    return true;
}

Expected<void, cases::Refusal> undo_letter(Visit& visit, CaseId const& the_case, std::string const& reason) {
    auto undone = cases::undo(visit, the_case, cases::Step::letter, reason);
    if (!undone) return undone;
    // Whoever agreed may take that back by the same link, whatever is undone (C4, C6).
    auto const history = consent::store::history(visit.db, visit.school, the_case);
    for (auto const& contact : link_store::whose_links_open(visit.db, visit.school, the_case, visit.now)) {
        if (has_a_yes_to_take_back(history, contact, visit.today)) continue;
        link_store::revoke(visit.db, visit.school, the_case, contact, visit.now);
        record_revoked(visit, the_case, contact, reason);
    }
    return undone;
}

}  // namespace letters
