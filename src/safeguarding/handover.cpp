#include "safeguarding/handover.hpp"

#include "base/calendar.hpp"
#include "base/text.hpp"

namespace safeguarding {

std::string_view in_words(HandsOver hands_over) {
    switch (hands_over) {
        case HandsOver::nothing: return "Nothing is handed over";
        case HandsOver::with_upn: return "Each new CPOMS entry, with the child's UPN";
        case HandsOver::with_admission_number:
            return "Each new CPOMS entry, with the child's admission number";
    }
    return {};
}

std::string in_words(Handover const& handover) {
    auto const tries = text::counted(handover.tries, "try", "tries");
    switch (handover.state) {
        case HandoverState::handed_over:
            return "Handed over on " + calendar::in_words(*handover.handed_over_at);
        case HandoverState::given_up: return "Gave up after " + tries + ": tell your administrator";
        case HandoverState::waiting: break;
    }
    if (handover.tries == 0) return "Waits to be handed over";
    return "Not handed over after " + tries + "; next on " + calendar::in_words(handover.next_try_at);
}

}  // namespace safeguarding
