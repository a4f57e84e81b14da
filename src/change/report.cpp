#include "change/report.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace change {
namespace {

std::string programme(Report const& report) {
    auto const& forename = report.forename;
    auto const& name = report.programme;
    if (!report.began_on)
        return fmt::format("{} has a place in “{}”, nurture support at our school.", forename, name);
    auto const from = calendar::day_month_year(*report.began_on);
    if (!report.ended_on)
        return fmt::format(
            "{} has been in “{}”, nurture support at our school, since {}.", forename, name, from
        );
    return fmt::format(
        "{} was in “{}”, nurture support at our school, from {} to {}.",
        forename,
        name,
        from,
        calendar::day_month_year(*report.ended_on)
    );
}

// Of those that were written up: of another nobody has said who was there.
std::string what_it_was(Report const& report) {
    if (report.held == 0) return programme(report);
    return programme(report) + fmt::format(
                                   " {} was there at {} of the {} that we have notes of.",
                                   report.forename,
                                   report.there,
                                   text::counted(report.held, "session", "sessions")
                               );
}

// Two judgements of one person say where they saw the child, and no more.
std::string seen(programmes::Target const& target) {
    if (!target.before) return "not measured before support began";
    if (!target.after) return fmt::format("{} before support; not looked at again yet", *target.before);
    auto const words = fmt::format("{} before support and {} after it", *target.before, *target.after);
    if (*target.after > *target.before) return words + ": easier than before";
    return words + (*target.after == *target.before ? ": as before" : ": harder than before");
}

std::string worked_on(Report const& report) {
    if (report.targets.empty()) return {};
    std::string words(
        "# What we worked on\nThe class teacher said how often they saw it in class, from 0 (not at all yet) "
        "to "
        "10 (all the time).\n\n"
    );
    for (auto const& target : report.targets) words += "- " + target.area_name + ": " + seen(target) + ".\n";
    return words + "\n";
}

std::string_view how_it_lasts(std::optional<impact::ReviewOutcome> const& outcome) {
    if (!outcome) return "The class teacher looks again some weeks after the last session.";
    switch (*outcome) {
        case impact::ReviewOutcome::sustained:
            return "Some weeks after the last session the class teacher says that it lasts without support.";
        case impact::ReviewOutcome::partly:
            return "Some weeks after the last session the class teacher says that some of it lasts, or some "
                   "of "
                   "the time.";
        case impact::ReviewOutcome::not_yet:
            return "Some weeks after the last session the class teacher says that it does not last yet. More "
                   "time may be needed, or something else.";
    }
    return {};
}

std::string to_talk(Report const& report) {
    auto const by_telephone = report.telephone.empty() ? std::string() : ", or telephone " + report.telephone;
    return fmt::format(
        "# Talk with us\nYou know {} best. Tell us what you see at home: speak to {}{}.",
        report.forename,
        report.made_by,
        by_telephone
    );
}

}  // namespace

std::string words_of(Report const& report) {
    return what_it_was(report) + "\n\n" + worked_on(report) + "# How it stands now\n" +
           std::string(how_it_lasts(report.outcome)) +
           "\n\n# What this does not say\nIt says what adults saw at school. It does not say what brought a "
           "change about: children change for many reasons.\n\n" +
           to_talk(report);
}

std::string title_of(Report const& report) {
    return (report.ended_on ? "How support went for " : "How support is going for ") + report.forename;
}

std::string report_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/report-for-parents";
}

std::string sheet_path(CaseId const& the_case) { return report_path(the_case) + "/sheet"; }

std::string large_print_path(CaseId const& the_case) { return sheet_path(the_case) + "?print=large"; }

}  // namespace change
