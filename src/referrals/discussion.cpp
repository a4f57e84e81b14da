#include "referrals/discussion.hpp"

namespace referrals {

std::string_view in_words(cases::DiscussionOutcome outcome) {
    switch (outcome) {
        case cases::DiscussionOutcome::go_on: return "Go on with nurture support";
        case cases::DiscussionOutcome::something_else: return "Something else instead";
        case cases::DiscussionOutcome::more_information: return "More information first";
        case cases::DiscussionOutcome::no_need_now: return "No need now";
    }
    return {};
}

}  // namespace referrals
