#include "safeguarding/stop_actions.hpp"

#include "records/actions.hpp"

namespace safeguarding {

void record_confirmation(Visit& visit, std::string_view page) {
    records::write(
        visit,
        {.action = records::Action::signed_,
         .subject = "not_a_safeguarding_concern",
         .subject_id = std::string(visit.staff().text()),
         .fields = {{"page", "", std::string(page)}}}
    );
}

}  // namespace safeguarding
