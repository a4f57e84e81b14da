#include "referrals/list_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "referrals/concern_pages.hpp"
#include "referrals/discussion_pages.hpp"
#include "referrals/waiting_pages.hpp"

namespace referrals::pages {
namespace {

std::string filter_path(std::string_view group) { return url::with_query("/referrals", {{"step", group}}); }

std::string pupil_path(ListLine const& line) { return "/pupils/" + std::string(line.child.id().text()); }

std::string due_path(ListLine const& line) {
    auto const the_case = "/cases/" + std::string(line.the_case.text());
    switch (line.group) {
        case Group::new_concerns: return line.first_concern ? path_of(*line.first_concern) : pupil_path(line);
        case Group::to_discuss: return discussion_path(line.the_case);
        case Group::to_prioritise: return prioritisation_path(line.the_case);
        case Group::waiting: return waiting_list_path(line.the_case);
        case Group::letters: return the_case + "/letters";
        case Group::consent: return the_case + "/consent";
        case Group::to_allocate: return the_case + "/place";
        case Group::to_start: return pupil_path(line);
    }
    return {};
}

std::string path_for(ListLine const& line, bool coordinates) {
    if (coordinates) return due_path(line);
    if (line.group == Group::waiting) return waiting_list_path(line.the_case);
    return pupil_path(line);
}

// A day that is still to come, and that the sentence names, is not said again.
h::Node due_tag(ListLine const& line, Date today) {
    if (!line.status.due_on) return {};
    auto const due = *line.status.due_on;
    bool const said = line.status.sentence.find(calendar::in_words(due)) != std::string::npos;
    if (due > today && said) return {};
    if (due < today)
        return design::tag(design::TagKind::overdue, text::counted(today - due, "day", "days") + " overdue");
    if (due == today) return design::tag(design::TagKind::due, "Due today");
    return design::tag(design::TagKind::calm, "Due " + calendar::weekday_day_month(due));
}

std::string days_counted(ListLine const& line) {
    auto words = text::counted(line.days_since_concern, "day", "days") + " since the first concern";
    if (line.decided_after) words += ", decided after " + text::counted(*line.decided_after, "day", "days");
    return words;
}

h::Node detail(ListLine const& line) {
    auto const answer = [&]() -> h::Node {
        return h::span(" ", design::tag(design::TagKind::due, "A parent waits for an answer"));
    };
    return h::group(
        line.class_name,
        line.class_name.empty() ? "" : " · ",
        days_counted(line),
        ".",
        h::span(" ", line.status.sentence),
        h::when(line.answer_missing, answer)
    );
}

// The SENCo leads every referral; others open those of children who are theirs.
bool stands_in_full(ListView const& view, ListLine const& line) { return view.coordinates || line.may_open; }

bool is_chosen(ListView const& view, ListLine const& line) {
    return !view.chosen || view.chosen == line.group;
}

auto counted(ListView const& view, Group group) {
    return std::ranges::count(view.lines, group, &ListLine::group);
}

h::Node one_group(ListView const& view, Group group) {
    design::WorkList list{.heading = std::string(in_words(group)), .items = {}};
    for (auto const& line : view.lines)
        if (line.group == group && stands_in_full(view, line))
            list.items.push_back(
                {.title = line.child.in_full(),
                 .path = path_for(line, view.coordinates),
                 .detail = detail(line),
                 .tag = due_tag(line, view.today)}
            );
    if (view.chosen && counted(view, group) == 0)
        list.if_empty = view.coordinates
                            ? "Nobody stands here today."
                            : "No child of yours stands here today, and none is for the meeting.";
    return design::work_list(list);
}

// Children who are not this reader's, by name and step alone, for the meeting with the SENCo.
h::Node for_the_meeting(ListView const& view) {
    design::Table table{
        .caption = "Referrals for the meeting",
        .columns = {{"Child"}, {"Class"}, {"Step"}, {"Days since the first concern", design::Align::number}},
        .rows = {},
        .caption_unseen = true,
        .if_empty = {}};
    for (auto const& line : view.lines)
        if (!stands_in_full(view, line) && is_chosen(view, line))
            table.rows.push_back(
                {line.child.in_full(),
                 line.class_name,
                 in_words(line.group),
                 std::to_string(line.days_since_concern)}
            );
    if (table.rows.empty()) return {};
    auto const count = text::counted(static_cast<int>(table.rows.size()), "referral", "referrals");
    return design::details(
        count + " for the meeting with the SENCo", design::table(table), view.chosen.has_value()
    );
}

h::Node group_filters(ListView const& view) {
    std::vector<design::Filter> filters{
        {.text = "All",
         .path = "/referrals",
         .current = !view.chosen,
         .count = std::to_string(view.lines.size())}};
    for (auto const group : all_of<Group>()) {
        auto const count = counted(view, group);
        bool const theirs = view.coordinates || count > 0 || view.chosen == group;
        if (!theirs) continue;
        filters.push_back(
            {.text = std::string(in_words(group)),
             .path = filter_path(word(group)),
             .current = view.chosen == group,
             .count = std::to_string(count)}
        );
    }
    return design::filters("Steps", filters);
}

}  // namespace

design::Page referrals(ListView const& view) {
    auto const shown = [&](Group group) -> h::Node {
        return view.chosen && *view.chosen != group ? h::Node{} : one_group(view, group);
    };
    auto const nobody = [&]() -> h::Node {
        return design::empty_state(
            view.coordinates
                ? "No referral is under way. A concern that somebody raises appears here."
                : "No child of yours is on the way to a start, and no referral is for the meeting."
        );
    };
    auto const part = []() -> h::Node {
        return h::p(
            "Your part: at the meeting each term you talk referrals through with the SENCo, prioritise them "
            "together and see who is given a place. A child's page opens to you once they have a place with "
            "you. Letters and consent are with the SENCo."
        );
    };
    return {
        .title = "Referrals",
        .back = {},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Referrals"),
            h::p(
                view.coordinates
                    ? "From first concern to start, the oldest first."
                    : "Children who have a place with you, and those for the meeting; the oldest first."
            ),
            h::when(!view.coordinates, part),
            group_filters(view),
            h::each(all_of<Group>(), shown),
            for_the_meeting(view),
            h::when(view.lines.empty() && !view.chosen, nobody),
            h::p(
                h::a(h::href("/concerns/new"), "Raise a concern"),
                " · ",
                h::a(h::href("/waiting-list"), "The waiting list in order")
            )
        )};
}

}  // namespace referrals::pages
