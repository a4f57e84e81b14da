#include "measures/refusal.hpp"

namespace measures {

std::string_view in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::one_stands_already:
            return "A measure of this kind stands already. Change it, or end it first";
        case Refusal::changed_meanwhile:
            return "Someone else changed this measure while you were typing. Look at what stands now, then "
                   "save again";
        case Refusal::has_ended: return "This measure has ended, and stays as it was";
    }
    return {};
}

}  // namespace measures
