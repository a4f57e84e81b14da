#include "pupils/groups.hpp"

namespace pupils {

std::string_view in_words(Ethnicity ethnicity) {
    switch (ethnicity) {
        case Ethnicity::asian: return "Asian";
        case Ethnicity::black: return "Black";
        case Ethnicity::mixed: return "Mixed";
        case Ethnicity::white: return "White";
        case Ethnicity::other: return "Any other group";
        case Ethnicity::not_said: return "Did not say";
    }
    return {};
}

std::string ethnicity_in_words(std::string_view word) {
    auto const known = from_word<Ethnicity>(word);
    return std::string(known ? in_words(*known) : "Not on record");
}

std::string pupil_premium_in_words(std::string_view yes_or_no) {
    if (yes_or_no == "yes") return "Pupil premium";
    if (yes_or_no == "no") return "No pupil premium";
    return "Not on record";
}

}  // namespace pupils
