#include "schools/schools.hpp"

namespace schools {

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::overlaps_another_term: return "Another term has some of these days. Change the dates";
        case Refusal::name_taken: return "There is one with this name already. Choose another name";
        case Refusal::changed_meanwhile:
            return "Someone else changed this while you were typing. Compare both, then save again";
        case Refusal::another_version_from_this_day:
            return "Another version is in force from this day. Choose another day";
        case Refusal::version_from_the_past:
            return "Enter today or a later day. What was decided until now was judged by the version that "
                   "was in "
                   "force";
    }
    return {};
}

}  // namespace schools
