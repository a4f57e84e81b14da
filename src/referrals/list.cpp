#include "referrals/list.hpp"

namespace referrals {

std::string_view in_words(Group group) {
    switch (group) {
        case Group::new_concerns: return "New concerns";
        case Group::to_discuss: return "To discuss";
        case Group::to_prioritise: return "To prioritise";
        case Group::waiting: return "Waiting list";
        case Group::letters: return "Letters to send";
        case Group::consent: return "Consent";
        case Group::to_allocate: return "To allocate";
        case Group::to_start: return "To start";
    }
    return {};
}

}  // namespace referrals
