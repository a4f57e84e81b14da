#include "agencies/agencies.hpp"

namespace agencies {

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::case_closed: return "This case is closed, so nothing new is noted here";
        case Refusal::asked_in_the_future: return "Enter a day that has come already, such as today";
        case Refusal::names_the_child:
            return "Take the child's name out, and write “the pupil”; or the SENCo says that sharing is "
                   "agreed";
        case Refusal::not_yours_to_share:
            return "Only the SENCo says that sharing the child's name is agreed";
        case Refusal::reason_missing: return "Enter who agreed that the child is named, and why";
    }
    return {};
}

}  // namespace agencies
