#include "referrals/prioritisation.hpp"

namespace referrals {

std::string_view in_words(FormOfSupport form) {
    switch (form) {
        case FormOfSupport::one_to_one: return "One to one";
        case FormOfSupport::group: return "In a group";
    }
    return {};
}

}  // namespace referrals
