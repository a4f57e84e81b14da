#include "openings/openings.hpp"

namespace openings {
namespace {

std::string of_pupil(PupilId const& pupil, std::string_view page) {
    return "/pupils/" + std::string(pupil.text()) + "/" + std::string(page);
}

}  // namespace

std::string opening_path(PupilId const& pupil) { return of_pupil(pupil, "opening"); }

std::string opening_path_then(PupilId const& pupil, std::string const& then) {
    return opening_path(pupil) + "?then=" + then;
}

std::string override_path(PupilId const& pupil) { return of_pupil(pupil, "override"); }

std::string path_of(OverrideId const& id) { return "/overrides/" + std::string(id.text()); }

}  // namespace openings
