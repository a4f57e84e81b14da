#include "data_requests/pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "data_requests/confided_pages.hpp"
#include "data_requests/form_pages.hpp"
#include "data_requests/letter_words.hpp"
#include "data_requests/step_pages.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"

namespace data_requests::pages {
namespace {

using design::TagKind;

h::Node stage_tag(Dated const& dated, Date today) {
    auto const& request = dated.request;
    if (request.withdrawn_at) return design::tag(TagKind::calm, "Withdrawn");
    if (request.given_on) return design::tag(TagKind::done, "Given out");
    if (dated.due_on < today) return design::tag(TagKind::overdue, "Overdue");
    if (request.signed_at) return design::tag(TagKind::due, "To give out");
    if (request.prepared_at) return design::tag(TagKind::waiting, "To sign");
    return design::tag(TagKind::due, "To prepare");
}

h::Node table_of(std::vector<Dated> const& requests, std::string_view if_empty, Date today) {
    design::Table table{
        .caption = "Requests",
        .columns = {{"About"}, {"Asked by"}, {"Received"}, {"Due"}, {"Stands"}},
        .rows = {},
        .if_empty = std::string(if_empty)};
    for (auto const& dated : requests)
        table.rows.push_back(
            {h::a(h::href(path_of(dated.request.id)), whom_in_words(dated.request)),
             asker_in_words(dated.request.asked),
             calendar::day_month_year(dated.request.asked.received_on),
             calendar::day_month_year(dated.due_on),
             stage_tag(dated, today)}
        );
    return design::table(table);
}

h::Node facts(Dated const& dated, Date today) {
    auto const& request = dated.request;
    std::vector<design::SummaryRow> rows{
        {.key = "Asked by",
         .value = request.asked.asked_by + ", " + std::string(in_words(request.asked.asked_as))},
        {.key = "Asked for", .value = in_words(request.asked.kind)},
        {.key = "Received", .value = calendar::in_words(request.asked.received_on)},
        {.key = "Due", .value = h::group(calendar::in_words(dated.due_on), " ", stage_tag(dated, today))},
        {.key = "Made sure", .value = design::as_written(request.asked.identity_check)},
        {.key = "Written down by", .value = request.made_by}};
    if (request.extended_on)
        rows.push_back(
            {.key = "Two months more",
             .value = h::group(
                 "They were told on " + calendar::in_words(*request.extended_on) + ", by " +
                     request.extended_by_name + ": ",
                 design::as_written(request.extended_why)
             )}
        );
    if (request.prepared_at)
        rows.push_back(
            {.key = "Prepared",
             .value = "By " + request.prepared_by_name + ", " + calendar::in_words(*request.prepared_at)}
        );
    if (request.signed_at)
        rows.push_back(
            {.key = "Signed",
             .value = "By " + request.signed_by_name + ", " + calendar::in_words(*request.signed_at)}
        );
    if (request.given_on)
        rows.push_back(
            {.key = "Given out",
             .value = calendar::in_words(*request.given_on) + ", " +
                      std::string(in_words(request.given_way.value())) + ", by " + request.given_by_name}
        );
    if (request.withdrawn_at)
        rows.push_back(
            {.key = "Withdrawn",
             .value = h::group(
                 "By " + request.withdrawn_by_name + ", " + calendar::in_words(*request.withdrawn_at) + ": ",
                 design::as_written(request.withdrawn_why)
             )}
        );
    return design::summary_list(rows);
}

h::Node tags_of(Line const& line) {
    std::vector<h::Node> tags;
    if (line.to_decide_again) tags.push_back(design::tag(TagKind::due, "To decide again"));
    if (line.is_new) tags.push_back(design::tag(TagKind::due, "New since it was prepared"));
    if (line.kept_back)
        tags.push_back(design::tag(
            TagKind::calm, line.kept_back->decision == Decision::withheld ? "Kept back" : "Partly blacked out"
        ));
    if (line.confided) tags.push_back(design::tag(TagKind::calm, "In confidence"));
    if (!line.others.empty())
        tags.push_back(design::tag(TagKind::waiting, "May name somebody else: " + text::listed(line.others)));
    auto const tag = [](h::Node const& one) -> h::Node { return h::group(" ", one); };
    return h::group(h::each(tags, tag));
}

h::Node parts_of(Line const& line) {
    auto const part = [](Line::Part const& one) -> h::Node {
        return h::li(one.label + ": ", design::as_written(as_people_read(one)));
    };
    return h::ul(h::each(line.parts, part));
}

h::Node one_line(RequestId const& request, Line const& line) {
    return h::div(h::p(h::a(h::href(path_of(request, line)), line.names), tags_of(line)), parts_of(line));
}

// Opens every group without a script; or leads back to the page as it opens.
h::Node opening_all(RequestId const& request, bool all_open) {
    auto const path = data_requests::path_of(request) + (all_open ? "" : "?open=all");
    std::string_view const words = all_open ? "Open only what is to be looked at" : "Open all lines";
    return h::p(h::a(h::href(path), words));
}

// The lines of a table under what it holds; each group can be opened, and those with something to look at
// are.
h::Node lines(RequestId const& request, std::vector<Line> const& all, bool all_open) {
    std::vector<h::Node> groups;
    for (auto from = all.begin(); from != all.end();) {
        auto const to =
            std::find_if(from, all.end(), [&](auto const& line) { return line.table != from->table; });
        std::vector<h::Node> some;
        bool open = all_open;
        for (auto line = from; line != to; ++line) {
            some.push_back(one_line(request, *line));
            open = open || line->is_new || line->to_decide_again || !line->others.empty() || line->kept_back;
        }
        auto const count = static_cast<long>(to - from);
        groups.push_back(
            design::details(from->table + " " + text::counted(count, "line", "lines"), h::group(some), open)
        );
        from = to;
    }
    return h::section(
        h::h2("What is held, " + text::counted(static_cast<long>(all.size()), "line", "lines")),
        opening_all(request, all_open),
        groups
    );
}

h::Node list_of_kept_back(std::vector<KeptBack> const& kept_back) {
    design::Table table{
        .caption = "What is kept back",
        .columns = {{"Line"}, {"What"}, {"Why"}, {"Decided by"}},
        .rows = {},
        .if_empty = "Nothing is kept back."};
    for (auto const& kept : kept_back)
        table.rows.push_back(
            {kept.names,
             kept.decision == Decision::withheld ? "The whole line" : "A part of it",
             h::group(in_words(kept.reason), kept.words.empty() ? "" : ". ", design::as_written(kept.words)),
             kept.decided_by}
        );
    return design::table(table);
}

// Those that keep something back as it is held now. Once it is over, all that were decided.
std::vector<KeptBack> in_force(
    Request const& request, std::vector<Line> const& lines, std::vector<KeptBack> const& decided
) {
    if (is_over(request)) return decided;
    std::vector<KeptBack> all;
    for (auto const& kept : decided) {
        auto const line = std::ranges::find(lines, kept.line, &Line::id);
        if (line != lines.end() && line->kept_back) all.push_back(kept);
    }
    return all;
}

}  // namespace

std::string path_of(RequestId const& request, Line const& line) {
    return data_requests::path_of(request) + "/lines/" + line.id;
}

design::Page all(
    design::FormGuard const& guard,
    std::vector<Dated> const& requests,
    std::vector<staff::Named> const& staff,
    bool may_prepare,
    Date today,
    Answers const& answers
) {
    std::vector<design::Choice> people;
    for (auto const& person : staff)
        people.push_back({.value = std::string(person.id.text()), .text = person.name});
    auto const form = [&]() -> h::Node {
        return h::section(
            h::h2("Somebody who works here asks"),
            design::small_print("For a child or a parent, begin on the child's page."),
            design::form(
                guard,
                requests_path,
                design::select(answers, {.name = "whom", .label = "Whose data?", .choices = people}),
                questions(answers)
            )
        );
    };
    return {
        .title = "Requests for data",
        .back = {.text = "Today", .path = "/"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Requests for data"),
            h::p("Whoever asks is given what is held about them: prepared by the SENCo, signed by the "
                 "headteacher."),
            table_of(requests, "Nobody has asked yet.", today),
            h::when(may_prepare, form)
        )};
}

design::Page about_child(
    design::FormGuard const& guard,
    need_to_know::Seen const& child,
    std::vector<pupils::Contact> const& contacts,
    std::vector<Dated> const& earlier,
    Date today,
    Answers const& answers
) {
    std::vector<design::Choice> whom{{.value = "child", .text = child.pupil.name()}};
    for (auto const& contact : contacts)
        whom.push_back(
            {.value = std::string(contact.id.text()), .text = contact.name, .hint = contact.relationship}
        );
    auto const header = need_to_know::pages::header(child);
    return {
        .title = "Somebody asks for what is held",
        .back = {.text = header.name, .path = header.path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("Somebody asks for what is held"),
            design::form(
                guard,
                requests_path_of(child.pupil.id),
                design::radios(
                    answers,
                    {.name = "whom",
                     .legend = "Whose data?",
                     .choices = whom,
                     .hint = "A parent who asks for their child is given what is held about the child."}
                ),
                questions(answers)
            ),
            table_of(earlier, "Nobody has asked before.", today),
            h::p(h::a(h::href(requests_path), "All requests for data"))
        )};
}

design::Page request(
    design::FormGuard const& guard,
    Dated const& dated,
    Held const& held,
    std::vector<KeptBack> const& kept_back,
    std::vector<Confided> const& confided,
    May may,
    Date today,
    Answers const& answers
) {
    auto const& request = dated.request;
    return {
        .title = "What is held about " + request.whom,
        .back = {.text = "Requests for data", .path = std::string(requests_path)},
        .layout = design::Layout::wide,
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("What is held about " + request.whom),
            sent_back(request),
            facts(dated, today),
            next_step(guard, request, held, may, answers),
            more_time(guard, request, may, answers),
            confided_to(guard, request, confided, may.prepare, answers),
            is_over(request) ? h::Node() : to_decide_again(guard, request, held.lines, kept_back, may),
            list_of_kept_back(in_force(request, held.lines, kept_back)),
            is_over(request) ? h::Node() : lines(request.id, held.lines, held.all_open),
            preparing(guard, request, held, may, answers),
            withdrawing(guard, request, may, answers)
        )};
}

design::Page line(
    design::FormGuard const& guard,
    Request const& request,
    Line const& line,
    bool may_decide,
    Answers const& answers
) {
    auto const path = data_requests::path_of(request.id);
    auto const form = [&]() -> h::Node { return line_form(guard, path_of(request.id, line), answers); };
    return {
        .title = "A line of what is held",
        .back = {.text = "What is held about " + request.whom, .path = path},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading(line.names, line.table),
            h::p(tags_of(line)),
            parts_of(line),
            h::when(may_decide, form)
        )};
}

}  // namespace data_requests::pages
