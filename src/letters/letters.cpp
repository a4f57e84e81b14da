#include "letters/letters.hpp"

namespace letters {

std::string in_words(LeftOut reason) {
    switch (reason) {
        case LeftOut::no_responsibility: return "Does not hold parental responsibility on record";
        case LeftOut::restricted: return "A court order restricts contact";
    }
    return {};
}

}  // namespace letters
