#pragma once

#include <optional>
#include <string>
#include <vector>

#include "change/measured.hpp"
#include "impact/impact.hpp"

// What parents are told of how support went: one page, in plain words.
namespace change {

// What became of the sessions that were planned for the child.
struct SessionsTold {
    int planned = 0;  // one that was put off counts once
    int held = 0;
    int put_off = 0;
    int cancelled = 0;   // not held, and on no other day
    int written_up = 0;  // of those held
    int there = 0;       // at how many of these the child was
};

// What the report is made of. It holds no words of the child's: nobody asked the child about parents.
struct Report {
    std::string school;
    std::string telephone;
    std::string forename;
    std::string programme;         // all that follows is of one place in it
    std::optional<Date> began_on;  // the first session that was held
    std::optional<Date> ended_on;
    SessionsTold sessions = {};
    std::vector<programmes::Target> targets = {};
    std::vector<programmes::TargetId> by_one_person = {};  // of the targets, measured before and after
    std::optional<impact::ReviewOutcome> outcome = {};
    std::string made_by;
    Date made_on;
};

// The words of the report as a letter's are written: paragraphs, "# " before a heading, "- " before an item.
std::string words_of(Report const& report);

// "How support went for Sam", or is going
std::string title_of(Report const& report);

// "/cases/…/report-for-parents", and the same as a sheet, and as sheets in large print
std::string report_path(CaseId const& the_case);
std::string sheet_path(CaseId const& the_case);
std::string large_print_path(CaseId const& the_case);

}  // namespace change
