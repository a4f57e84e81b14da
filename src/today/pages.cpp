#include "today/pages.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "design/form.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "today/columns.hpp"
#include "today/raised_pages.hpp"
#include "today/work_pages.hpp"

namespace today::pages {
namespace {

using design::TagKind;

h::Node later(Listing& listing, std::vector<Item> const& items) {
    if (items.empty()) return {};
    auto const first = calendar::weekday_day_month(*items.front().due_on);
    return design::details(
        "Later: " + text::counted(static_cast<long>(items.size()), "thing", "things") +
            " to do, the first by " + first,
        listing.list("Later", items)
    );
}

h::Node lesson_tag(Lesson const& lesson) {
    switch (lesson.outcome) {
        case programmes::Outcome::delivered:
            return lesson.evaluated < lesson.children ? design::tag(TagKind::due, "To evaluate")
                                                      : design::tag(TagKind::done, "Held");
        case programmes::Outcome::not_held: return design::tag(TagKind::calm, "Not held");
        case programmes::Outcome::planned: break;
    }
    if (lesson.begun) return design::tag(TagKind::due, "To record");
    return lesson.planned_in_words ? design::tag(TagKind::calm, "Plan written")
                                   : design::tag(TagKind::due, "No plan yet");
}

// The register, from its time on, stands on the same page as the plan until then.
h::Node way_into(Lesson const& lesson) {
    if (lesson.outcome != programmes::Outcome::planned) return {};
    auto const path = programmes::path_of(lesson.id);
    if (lesson.begun) return design::secondary_link_button("Record it", path);
    return lesson.planned_in_words ? h::Node() : design::secondary_link_button("Write the plan", path);
}

// What was put off takes no number on this day.
std::string which(Lesson const& lesson) {
    if (lesson.outcome == programmes::Outcome::not_held) return "A session";
    return "Session " + std::to_string(lesson.number);
}

h::Node lessons(Day const& day) {
    if (!day.delivers) return {};
    design::WorkList list{
        .heading = "Today's sessions",
        .items = {},
        .if_empty = "No sessions today: time to plan, and to breathe."};
    for (auto const& lesson : day.lessons) {
        list.items.push_back(
            {.title = lesson.at + " " + lesson.programme,
             .path = programmes::path_of(lesson.id),
             .detail = which(lesson) + " in " + lesson.room + ", " +
                       text::counted(lesson.children, "child", "children") +
                       (lesson.as_stand_in ? ", standing in" : ""),
             .tag = lesson_tag(lesson),
             .act = way_into(lesson)}
        );
    }
    return design::work_list(list);
}

h::Node when(OutOfClass const& out) {
    auto const words = when_in_words(out);
    if (!out.fell_out) return words;
    return h::group(design::tag(design::TagKind::due, "Does not take place today"), h::div(words));
}

h::Node out_of_class(Day const& day) {
    if (!day.teaches) return {};
    design::Table table{
        .caption = "Out of class for support this week",
        .columns = {{"Child"}, {"When"}, {"Where"}},
        .rows = {},
        .if_empty = {}};
    for (auto const& one : day.out_of_class)
        table.rows.push_back(
            {h::a(h::href("/pupils/" + std::string(one.pupil.text())), one.child.value().in_full()),
             when(one),
             one.fell_out ? "Stays in class" : one.room}
        );
    return table.rows.empty() ? h::Node() : design::table(table);
}

h::Node raised(Day const& day) {
    if (day.raised.empty()) return {};
    design::Table table{
        .caption = "Concerns that you raised",
        .columns = {{"Child"}, {"Raised"}, {"Where it stands"}},
        .rows = {},
        .if_empty = {}};
    for (auto const& one : day.raised)
        table.rows.push_back(
            {h::a(h::href("/concerns/" + one.concern), one.child.value().in_full()),
             calendar::weekday_day_month(calendar::local_date(one.at)),
             where_it_stands(one)}
        );
    return design::table(table);
}

// That it was opened, not that it is open: a door may have been closed since.
h::Node opened(Day const& day) {
    if (day.opened.empty()) return {};
    design::Table table{
        .caption = "What you opened", .columns = {{"Child"}, {"How"}, {"Ends"}}, .rows = {}, .if_empty = {}};
    for (auto const& one : day.opened)
        table.rows.push_back(
            {h::a(h::href("/pupils/" + std::string(one.pupil.text())), one.child.value().in_full()),
             one.for_safeguarding ? "For safeguarding" : "With a reason",
             calendar::in_words(one.until_at)}
        );
    return design::table(table);
}

// The words lead to the list of these children, where the reader may open it.
h::Node leading(std::string const& words, bool leads, std::string_view path) {
    if (!leads) return words;
    return h::a(h::href(path), words);
}

// Every open case stands in one row, so that the rows sum to the whole.
h::Node counts(Day const& day) {
    if (!day.counts) return {};
    auto const& all = *day.counts;
    bool const leads = day.may_open_lists;
    auto const on_the_list = [&]() -> h::Node {
        auto const words =
            text::counted(all.waiting, "child on the waiting list", "children on the waiting list");
        return h::group(", among them ", leading(words, leads, "/waiting-list"));
    };
    auto const late = [&]() -> h::Node {
        return h::group(
            ", among them ", text::counted(all.late_reviews, "late impact review", "late impact reviews")
        );
    };
    h::Node const referrals = h::group(
        leading(std::to_string(all.referrals), leads, "/referrals"), h::when(all.waiting > 0, on_the_list)
    );
    h::Node const running = leading(text::counted(all.running, "child", "children"), leads, "/programmes");
    h::Node const to_measure = h::group(std::to_string(all.to_measure), h::when(all.late_reviews > 0, late));
    return h::section(
        h::css("work-list"),
        h::h2("In school: ", text::counted(all.open, "open case", "open cases")),
        h::p(
            "A case is open from the first concern until it is closed. ",
            h::a(h::href("/pupils"), "Find a child"),
            " to see where their case stands."
        ),
        design::summary_list(
            {{.key = "Support not started", .value = referrals},
             {.key = "In a programme", .value = running},
             {.key = "Stopped early", .value = std::to_string(all.stopped)},
             {.key = "Impact to measure", .value = to_measure},
             {.key = "Next step to decide", .value = std::to_string(all.next_steps)}}
        ),
        h::p(
            h::a(h::href("/school/refused"), "Who was refused"), ": who asked for a page that is not theirs."
        )
    );
}

std::string review_in_words(PolicyStands const& policy) {
    auto const on = policy.next_review_on ? calendar::in_words(*policy.next_review_on) : std::string();
    switch (policy.review) {
        case schools::ReviewState::not_planned: return "Its next review has no date yet.";
        case schools::ReviewState::ahead: return "Its next review is on " + on + ".";
        case schools::ReviewState::due_soon: return "Its next review is soon, on " + on + ".";
        case schools::ReviewState::overdue: return "Its review was due on " + on + " and is overdue.";
    }
    return {};
}

h::Node policy(Day const& day) {
    if (!day.policy) return {};
    return h::section(
        h::css("work-list"),
        h::h2("The policy"),
        h::p(
            h::a(h::href("/school/policy"), "Version " + day.policy->number),
            " is in force. " + review_in_words(*day.policy)
        )
    );
}

// "The measures of 4B for Summer are not taken yet.": where some were, how many.
h::Node to_measure(measures::StillToTake const& one) {
    auto const how_far = one.complete == 0 ? " are not taken yet."
                                           : " are complete for " + std::to_string(one.complete) + " of " +
                                                 std::to_string(one.pupils) + " pupils.";
    return h::p(
        h::a(h::href(measures::path_of_class(one.class_id)), "The measures of " + one.class_name),
        " (" + one.occasion + ")" + how_far
    );
}

h::Node class_measures(Day const& day) {
    if (day.to_measure.empty()) return {};
    return h::section(h::css("work-list"), h::h2("The whole class"), h::each(day.to_measure, to_measure));
}

h::Node withdrawals(Day const& day) {
    if (day.withdrawn.empty()) return {};
    auto const line = [](Withdrawn const& one) -> h::Node {
        auto const path = one.path.empty() ? "/pupils/" + std::string(one.pupil.text()) : one.path;
        auto const words = [&]() -> h::Node {
            return h::p(design::as_written("In their words: “" + one.words + "”"));
        };
        auto const way_on = [&]() -> h::Node {
            auto const by = one.due_on ? ", by " + calendar::weekday_day_month(*one.due_on) : std::string();
            return h::p(
                h::a(h::href(one.way_on), "Decide what follows for " + one.child.value().in_full()), by, "."
            );
        };
        return h::group(
            h::p(h::a(h::href(path), in_words(one))),
            h::when(!one.words.empty(), words),
            h::when(!one.way_on.empty(), way_on)
        );
    };
    return design::notice("No more sessions", h::group(h::each(day.withdrawn, line)));
}

h::Node nothing_waits(Day const& day) {
    bool const to_decide =
        std::ranges::any_of(day.withdrawn, [](auto const& one) { return !one.way_on.empty(); });
    auto const& work = day.work;
    if (to_decide || !work.first.empty() || !work.overdue.empty() || !work.due.empty()) return {};
    return design::empty_state(
        day.lessons.empty() ? "Nothing waits for you today. Enjoy the day."
                            : "Nothing else waits for you today."
    );
}

int lines_to_know(Day const& day) {
    constexpr int lines_of_counts = 8;
    auto const rows = [](std::size_t count) { return count == 0 ? 0 : 2 + static_cast<int>(count); };
    return Listing::lines_of(day.work.waiting) + rows(day.out_of_class.size()) + rows(day.raised.size()) +
           rows(day.opened.size()) + (day.to_measure.empty() ? 0 : 2) + (day.counts ? lines_of_counts : 0) +
           (day.policy ? 2 : 0);
}

// Who holds sessions finds today's on top beside what is to do.
std::size_t groups_in_the_first_column(Day const& day) {
    auto const& work = day.work;
    std::array const lines{
        Listing::lines_of(work.first),
        Listing::lines_of(work.overdue),
        Listing::lines_of(work.due),
        work.later.empty() ? 0 : 1};
    return day.delivers ? lines.size() : in_the_first_column(lines, lines_to_know(day));
}

h::Node top(Day const& day) {
    auto const raise = [] {
        return h::Node(design::secondary_link_button("Raise a concern", "/concerns/new"));
    };
    return h::div(
        h::css("heading-row"),
        design::heading(calendar::weekday_day_month(day.today), "Today"),
        h::when(day.may_raise_concern, raise)
    );
}

h::Node way_to_own_concerns(Day const& day) {
    if (!day.may_raise_concern) return {};
    return h::p(h::a(h::href(raised_path), "All concerns that you raised"));
}

}  // namespace

design::Page day(design::FormGuard const& guard, Day const& day) {
    auto const& work = day.work;
    Listing listing{guard, day.today};
    std::vector<h::Node> to_do{
        listing.list("First", work.first),
        listing.list("Overdue", work.overdue),
        h::group(listing.list("To do", work.due), nothing_waits(day)),
        later(listing, work.later)};
    auto const waiting = listing.list("Waiting for others", work.waiting);
    h::Node const to_know = h::group(
        lessons(day),
        opened(day),
        waiting,
        out_of_class(day),
        class_measures(day),
        raised(day),
        counts(day),
        policy(day)
    );
    auto const beside = to_do.begin() + static_cast<std::ptrdiff_t>(groups_in_the_first_column(day));
    h::Node const first = h::group(std::vector(to_do.begin(), beside));
    h::Node const second = h::group(std::vector(beside, to_do.end()), to_know);
    bool const alone = second.empty();
    return {
        .title = "Today",
        .layout = alone ? design::Layout::reading : design::Layout::wide,
        .main = h::group(
            top(day),
            withdrawals(day),
            alone ? first : design::beside(first, second),
            way_to_own_concerns(day)
        )};
}

}  // namespace today::pages
