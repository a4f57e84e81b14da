#pragma once

#include <string>
#include <vector>

#include "design/page.hpp"
#include "history/history.hpp"
#include "need_to_know/need_to_know.hpp"

namespace history::pages {

// "/cases/…/on/2026-05-04"
std::string path_of(CaseId const& the_case, Date day);

// A day of the case on which a step of it was taken.
struct StepOn {
    Date day;
    std::string step;
};

// Chooses a day to look back to.
struct Choice {
    need_to_know::Seen const& child;
    CaseId the_case;
    Date opened_on;
    Date today;
    std::vector<StepOn> steps;  // to who sees progress
};
design::Page choice(Choice const& choice, Answers const& answers);

// The case as it stood on the day that the story is of.
design::Page as_it_stood(story::Story const& story, CaseId const& the_case, Date opened_on, Date today);

std::string in_words(Refusal refusal, Date opened_on);

}  // namespace history::pages
