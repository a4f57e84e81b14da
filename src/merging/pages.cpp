#include "merging/pages.hpp"

#include "base/text.hpp"
#include "data_map/whole.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"

namespace merging::pages {
namespace {

std::string name_of(pupils::Details const& details) {
    return details.legal_forename + " " + details.legal_surname;
}

std::string in_words(Value const& value, std::string const& said) {
    if (said.empty()) return "Nothing";
    bool const is_day = value.field.ends_with("_on");
    auto const day = is_day ? calendar::parse_iso(said) : std::nullopt;
    return day ? calendar::in_words(*day) : said;
}

// "Legal surname", as the map of what is held calls it.
std::string label_of(std::string_view field) {
    return std::string(data_map::column_named(*data_map::table_named("pupil"), field)->given.label);
}

h::Node candidates_of(Overview const& overview) {
    std::vector<design::WorkItem> items;
    for (auto const& candidate : overview.candidates)
        items.push_back(
            {.title = candidate.pupil.name(),
             .path = path_of(overview.child.pupil.id, candidate.pupil.id),
             .detail = text::joined(
                 {candidate.pupil.class_name, pupils::year_in_words(candidate.pupil.year_group)}, ", "
             )}
        );
    return design::work_list(
        {.heading = "Children born on the same day",
         .items = std::move(items),
         .if_empty = "No other child of the school was born on the same day."}
    );
}

// Nothing stands here where there is none: most names are one child's.
h::Node born_otherwise(Overview const& overview) {
    std::vector<design::WorkItem> items;
    for (auto const& [child, born_on] : overview.born_otherwise) {
        auto const in_class = child.pupil.class_name.empty() ? "" : ", " + child.pupil.class_name;
        items.push_back(
            {.title = child.pupil.name(),
             .path = need_to_know::pages::header(child).path,
             .detail = "Born on " + calendar::day_month_year(born_on) + in_class}
        );
    }
    return design::work_list(
        {.heading = "Same name, another birthday: correct the birthday first, if it is one child",
         .items = std::move(items)}
    );
}

h::Node undoing_of(design::FormGuard const& guard, Listed const& listed, Answers const& answers) {
    if (listed.obstacle) return h::p(std::string(merging::in_words(*listed.obstacle)) + ".");
    return design::form(
        guard,
        undoing_path(listed.merged.id),
        design::textarea(
            answers, {.name = "reason", .label = "Why are they two children's records after all?", .rows = 2}
        ),
        design::button("Make them two again")
    );
}

h::Node merging_of(design::FormGuard const& guard, Listed const& listed, Answers const& answers) {
    auto const& merged = listed.merged;
    auto const undone = merged.undone_at
                            ? "Undone by " + merged.undone_by_name + ", " +
                                  calendar::in_words(*merged.undone_at) + ": " + merged.undone_why
                            : std::string();
    auto const which =
        merged.former_name.empty() ? std::string("Another record") : "The record of " + merged.former_name;
    return h::section(
        h::h3(which + ", merged by " + merged.made_by_name + ", " + calendar::in_words(merged.made_at)),
        merged.undone_at ? h::p(design::as_written(undone)) : undoing_of(guard, listed, answers)
    );
}

h::Node mergings_of(design::FormGuard const& guard, Overview const& overview, Answers const& answers) {
    if (overview.mergings.empty()) return {};
    auto const one = [&](Listed const& listed) -> h::Node { return merging_of(guard, listed, answers); };
    return h::group(h::h2("Merged into this record"), h::each(overview.mergings, one));
}

h::Node same_values(std::vector<Value> const& values) {
    std::vector<design::SummaryRow> rows;
    for (auto const& value : values)
        if (!value.differs() && !value.stays.empty())
            rows.push_back({label_of(value.field), in_words(value, value.stays)});
    return rows.empty() ? h::Node() : h::group(h::h2("What both say"), design::summary_list(rows));
}

// "They differ in name, sex and class; are they one child?"
h::Node differences_of(std::vector<Difference> const& differences) {
    if (differences.empty()) return {};
    std::vector<std::string> marks;
    design::Table table{
        .caption = "Where they differ",
        .columns = {{"What"}, {"This record"}, {"The other record"}},
        .rows = {}};
    for (auto const& difference : differences) {
        auto const mark = std::string(merging::in_words(difference.mark));
        marks.push_back(mark);
        table.rows.push_back({mark, difference.stays, difference.former});
    }
    return h::group(
        design::warning_text("They differ in " + text::listed(marks) + "; are they one child?"),
        design::table(table)
    );
}

h::Node confirmation_of(Beside const& beside, Answers const& answers) {
    if (!beside.must_be_confirmed) return {};
    return design::checkbox(
        answers,
        {.name = "one_child",
         .text = "They are one child",
         .hint = "Twins have the same birthday. If you are not sure, ask whoever knows the family."}
    );
}

h::Node choice_of(Answers const& answers, Value const& value) {
    return design::radios(
        answers,
        {.name = std::string(value.field),
         .legend = label_of(value.field),
         .choices =
             {{.value = "stays", .text = in_words(value, value.stays), .hint = "This record"},
              {.value = "former", .text = in_words(value, value.former), .hint = "The other record"}}}
    );
}

h::Node choices_of(std::vector<Value> const& values, Answers const& answers) {
    std::vector<h::Node> choices;
    for (auto const& value : values)
        if (value.differs()) choices.push_back(choice_of(answers, value));
    return h::group(choices);
}

h::Node what_goes_over(Beside const& beside) {
    design::Table table{
        .caption = "What goes over from the other record",
        .columns = {{"What"}, {"How many", design::Align::number}},
        .rows = {},
        .if_empty = "Nothing stands in the other record beside what it says of the child."};
    for (auto const& [holds, count] : beside.rows) table.rows.push_back({holds, std::to_string(count)});
    return design::table(table);
}

h::Node objections_of(Beside const& beside) {
    std::vector<h::Node> items;
    for (auto const objection : beside.objections)
        items.push_back(h::li(std::string(merging::in_words(objection)) + "."));
    return design::notice(
        "These two can't be merged as they stand", h::ul(h::css("govuk-list govuk-list--bullet"), items)
    );
}

h::Node form_of(design::FormGuard const& guard, Beside const& beside, Answers const& answers) {
    auto const& stays = beside.stays.known;
    auto const& former = beside.former.known;
    return design::form(
        guard,
        path_of(stays.id, former.id),
        design::hidden("stays_version", std::to_string(stays.version)),
        design::hidden("former_version", std::to_string(former.version)),
        choices_of(beside.values, answers),
        h::p("The other record is no more afterwards: its address and its UPN lead to this one. A class of "
             "today and what a contact is to the child are kept as this record says. For thirty days it can "
             "be taken back."),
        confirmation_of(beside, answers),
        design::warning_button({.text = "Merge the two records"})
    );
}

}  // namespace

design::Page overview(design::FormGuard const& guard, Overview const& overview, Answers const& answers) {
    auto const header = need_to_know::pages::header(overview.child);
    return {
        .title = "Two records of one child",
        .back = {.text = header.name, .path = header.path},
        .refused = !answers.errors.empty(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("Two records of one child"),
            h::p("Where a child stands in the register twice, choose the record that is to go into this one."
            ),
            candidates_of(overview),
            born_otherwise(overview),
            mergings_of(guard, overview, answers)
        )};
}

design::Page beside(design::FormGuard const& guard, Beside const& beside, Answers const& answers) {
    auto const header = need_to_know::pages::header(beside.child);
    auto const& former = beside.former.known;
    return {
        .title = "Merge two records",
        .back = {.text = "Two records of one child", .path = path_of(beside.stays.known.id)},
        .refused = !answers.errors.empty(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading("Merge the record of " + name_of(former.details) + " into this one"),
            differences_of(beside.differences),
            same_values(beside.values),
            what_goes_over(beside),
            beside.objections.empty() ? form_of(guard, beside, answers) : objections_of(beside),
            h::p(h::a(
                h::href(path_of(former.id, beside.stays.known.id)),
                "Keep the other record instead of this one"
            ))
        )};
}

}  // namespace merging::pages
