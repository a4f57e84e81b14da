#include "change/weekly.hpp"

namespace change {

std::string path_of(ToRate const& rating) {
    return assessments::rating_path(rating.the_case, rating.by) +
           "?occasion=" + std::string(word(assessments::Occasion::weekly));
}

}  // namespace change
