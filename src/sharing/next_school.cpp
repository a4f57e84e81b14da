#include "sharing/next_school.hpp"

namespace sharing {

std::string_view in_words(OwnWords own) {
    switch (own) {
        case OwnWords::views: return "How the child sees it, and the faces they chose";
        case OwnWords::confided: return "What the child said in sessions";
    }
    return {};
}

std::string_view to_the_child(OwnWords own) {
    switch (own) {
        case OwnWords::views: return "May they know how you see it, and the faces you chose?";
        case OwnWords::confided: return "May they know what you told me?";
    }
    return {};
}

bool answered(OwnWords own, NextSchoolWord const& word) {
    switch (own) {
        case OwnWords::views: return word.views;
        case OwnWords::confided: return word.confided;
    }
    return false;
}

std::string next_school_path(CaseId const& the_case) { return sharing_path(the_case) + "/next-school"; }

std::string next_school_asking_path(CaseId const& the_case) { return next_school_path(the_case) + "/asking"; }

}  // namespace sharing
