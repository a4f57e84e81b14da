#include "change/report.hpp"

#include <fmt/format.h>

#include <algorithm>

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

std::string times(int count) {
    if (count == 1) return "once";
    return count == 2 ? "twice" : fmt::format("{} times", count);
}

// What was planned, held, put off and cancelled.
std::string became(Report const& report) {
    auto const& sessions = report.sessions;
    if (sessions.planned == 0) return {};
    auto words = fmt::format(
        " {} planned, and {} held{}",
        text::counted(sessions.planned, "session was", "sessions were"),
        sessions.held == 0 ? "none was" : text::counted(sessions.held, "was", "were"),
        report.ended_on ? "" : " so far"
    );
    if (sessions.put_off > 0)
        words += fmt::format("; {} a session was put off to another day", times(sessions.put_off));
    if (sessions.cancelled > 0) words += fmt::format("; {} did not take place", sessions.cancelled);
    return words + ".";
}

// Of those that were written up: of another nobody has said who was there.
std::string what_it_was(Report const& report) {
    auto const& sessions = report.sessions;
    auto const words = programme(report) + became(report);
    if (sessions.written_up == 0) return words;
    return words + fmt::format(
                       " {} was there at {} of the {} that we have notes of.",
                       report.forename,
                       sessions.there,
                       text::counted(sessions.written_up, "session", "sessions")
                   );
}

// Two judgements of one person say where they saw the child, and no more; those of two people not even that.
std::string seen(programmes::Target const& target, bool by_one_person) {
    if (!target.before) return "not measured before support began";
    if (!target.after)
        return fmt::format("seen at {} before support; not looked at again yet", *target.before);
    auto const words =
        fmt::format("seen at {} before support and at {} after it", *target.before, *target.after);
    if (!by_one_person) return words + ", by another person";
    if (*target.after > *target.before) return words + ": more often than before";
    return words + (*target.after == *target.before ? ": as often as before" : ": less often than before");
}

bool is_by_one_person(Report const& report, programmes::Target const& target) {
    return std::ranges::find(report.by_one_person, target.id) != report.by_one_person.end();
}

// What follows where somebody else looked after support, at all that were looked at again or at some.
std::string_view of_different_people(Report const& report) {
    int by_one = 0;
    int by_two = 0;
    for (auto const& target : report.targets)
        if (target.before && target.after) ++(is_by_one_person(report, target) ? by_one : by_two);
    if (by_two == 0) return {};
    return by_one == 0
               ? "Different people looked before and after, and people see differently, so these numbers do "
                 "not tell whether anything changed.\n\n"
               : "Where another person looked after support, the two numbers do not tell whether anything "
                 "changed, since people see differently.\n\n";
}

// The numbers are of what the child hopes to do, which the page does not give: without that said, one under
// "Anger" would be read as so much anger.
std::string worked_on(Report const& report) {
    if (report.targets.empty()) return {};
    auto words = fmt::format(
        "# What we worked on\nIn each area there is something that {0} hopes to do, in words that stay with "
        "{0}. "
        "The class teacher of the time said how often they saw {0} do it in class, from 0 (not at all yet) "
        "to 10 "
        "(all the time): a higher number is better.\n\n",
        report.forename
    );
    for (auto const& target : report.targets)
        words += "- " + target.area_name + ": " + seen(target, is_by_one_person(report, target)) + ".\n";
    words += "\n";
    words += of_different_people(report);
    return words;
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
