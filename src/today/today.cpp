#include "today/today.hpp"

#include "base/text.hpp"

namespace today {
namespace {

std::string days(int count) { return text::counted(count, "day", "days"); }

}  // namespace

Date day_of(Item const& item, Date today) { return item.due_on.value_or(today); }

std::string in_words(Item const& item, Date today) {
    auto const late = today - day_of(item, today);
    if (item.waiting) {
        if (item.due_on && late > 0) return days(late) + " overdue";
        auto const since = today - *item.waiting;
        return since > 0 ? "Waiting for " + days(since) : "Waiting since today";
    }
    if (late > 0) return days(late) + " overdue";
    if (late == 0) return item.due_on ? "Due today" : "To do";
    return "By " + calendar::weekday_day_month(*item.due_on);
}

std::string when_in_words(OutOfClass const& out) {
    if (!out.fell_out)
        return calendar::weekday_day_month(out.on) + " at " + out.at + ", " + std::to_string(out.minutes) +
               " minutes";
    auto const planned = "It was planned for " + out.at;
    if (!out.instead_on) return planned + ".";
    return planned + (*out.instead_on < out.on ? ", and brought forward to " : ", and put off to ") +
           calendar::weekday_day_month(*out.instead_on) + " at " + out.instead_at +
           ". Other sessions stay as they are.";
}

std::string in_words(Withdrawn const& withdrawn) {
    auto const by = withdrawn.by.empty() ? std::string() : "by " + withdrawn.by + " ";
    return "Consent for " + withdrawn.child.value().in_full() + " was withdrawn " + by + "on " +
           calendar::weekday_day_month(withdrawn.on) + "; no more sessions.";
}

std::string where_it_stands(Raised const& raised) {
    if (raised.closed_at) {
        auto const on = calendar::weekday_day_month(calendar::local_date(*raised.closed_at));
        return "Came to its end on " + on + (raised.ended.empty() ? "" : ": " + raised.ended);
    }
    if (!raised.sentence.empty()) return raised.sentence;
    if (raised.completed) return "Support is complete";
    if (raised.stopped) return "Support has stopped";
    if (raised.started) return "Support has started";
    return raised.referred ? "Referred; the SENCo is looking at it" : "With the SENCo";
}

std::string where_it_stands_since(Raised const& raised) {
    if (!raised.closed_at) return where_it_stands(raised);
    if (raised.referred) return "Came to its end";
    return "Not taken up for now, decided on " + calendar::in_words(calendar::local_date(*raised.closed_at));
}

}  // namespace today
