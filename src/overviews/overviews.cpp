#include "overviews/overviews.hpp"

namespace overviews {

double middle_of(std::vector<int> const& rising) {
    auto const half = rising.size() / 2;
    if (rising.size() % 2 == 1) return rising[half];
    return (rising[half - 1] + rising[half]) / 2.0;
}

std::string path_of(ClassId const& class_id) {
    return "/classes/" + std::string(class_id.text()) + "/assessments";
}
std::string path_of(programmes::ProgrammeId const& programme) {
    return "/programmes/" + std::string(programme.text()) + "/assessments";
}
std::string path_of_the_school() { return "/school/assessments"; }

}  // namespace overviews
