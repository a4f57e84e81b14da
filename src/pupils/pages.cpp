#include "pupils/pages.hpp"

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/form.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace pupils::pages {
namespace {

h::Node search_box(std::string const& typed) {
    Fields fields;
    fields.add("q", typed);
    return design::ask_form(
        "/pupils",
        design::text_input(
            Answers{fields, {}},
            {.name = "q",
             .label = "Find a pupil",
             .hint = "Any part of a name, and a class where it helps, such as 4b smith",
             .width = design::Chars::thirty,
             .type = "search"}
        ),
        design::button("Find")
    );
}

h::Node pupil_link(Pupil const& pupil) {
    return h::a(h::css("govuk-link"), h::href("/pupils/" + std::string(pupil.id.text())), pupil.name());
}

h::Node class_link(Pupil const& pupil) {
    if (!pupil.class_id) return "No class";
    return h::a(
        h::css("govuk-link"), h::href("/classes/" + std::string(pupil.class_id->text())), pupil.class_name
    );
}

h::Node support_tag(Pupil const& pupil, Supported const& supported) {
    auto const found = supported.find(pupil.id);
    if (found == supported.end()) return {};
    return design::tag(design::TagKind::calm, found->second);
}

enum class Show { with_class, without_class };

h::Node pupil_table(
    std::string const& caption, std::vector<Pupil> const& pupils, Supported const& supported, Show show
) {
    design::Table table{.caption = caption, .columns = {{"Name"}}, .rows = {}, .caption_unseen = true};
    if (show == Show::with_class) table.columns.push_back({"Class"});
    table.columns.push_back({"Year"});
    if (!supported.empty()) table.columns.push_back({"Support"});
    for (auto const& pupil : pupils) {
        std::vector<h::Node> row{pupil_link(pupil)};
        if (show == Show::with_class) row.push_back(class_link(pupil));
        row.emplace_back(year_in_words(pupil.year_group));
        if (!supported.empty()) row.push_back(support_tag(pupil, supported));
        table.rows.push_back(std::move(row));
    }
    return design::table(table);
}

h::Node class_table(std::string const& caption, std::vector<SchoolClass> const& classes) {
    design::Table table{
        .caption = caption, .columns = {{"Class"}, {"Year"}, {"Pupils", design::Align::number}}, .rows = {}};
    for (auto const& one : classes)
        table.rows.push_back(
            {h::a(h::css("govuk-link"), h::href("/classes/" + std::string(one.id.text())), one.name),
             year_in_words(one.year_group),
             std::to_string(one.pupils)}
        );
    return design::table(table);
}

h::Node no_pupils_yet(bool may_import) {
    if (!may_import)
        return design::empty_state("There are no classes yet. Your school's administrator can bring them in."
        );
    return h::group(
        design::empty_state("There are no classes yet. A CSV export of your school system brings them in."),
        design::link_button("Import pupils", "/school/imports")
    );
}

h::Node way_to_retention() {
    return h::p(h::a(h::href("/retention"), "Records due to be erased"), ", and those that are on hold.");
}

h::Node way_to_measures() {
    return h::p(h::a(h::href("/school/measures"), "What classes are measured by"), ", and on which scales.");
}

h::Node way_to_screens() {
    return h::p(
        h::a(h::href("/screen"), "Whom to talk about first"), ", in each class that was measured this term."
    );
}

h::Node way_to_measures_of(SchoolClass const& of) {
    auto const path = "/classes/" + std::string(of.id.text());
    return h::group(
        h::p(
            h::a(h::href(path + "/measures"), "Measures of " + of.name), ": enter them for the whole class."
        ),
        h::p(h::a(h::href(path + "/screen"), "Whom to talk about first"), ", by these measures.")
    );
}

h::Node way_to_assessments_of(SchoolClass const& of) {
    auto const path = "/classes/" + std::string(of.id.text()) + "/assessments";
    return h::p(
        h::a(h::href(path), "Assessments of " + of.name), ": scores by instruments, beside one another."
    );
}

h::Node way_to_assessments_of_the_school() {
    return h::p(
        h::a(h::href("/school/assessments"), "Assessments over the school"),
        ": scores by instruments, without names."
    );
}

h::Node way_to_insight() {
    return h::p(
        h::a(h::href("/insight"), "Insight"), ": what support came to in each school year, in figures."
    );
}

h::Node results(Search const& search) {
    if (search.found.empty())
        return design::empty_state(
            "Nobody on roll fits “" + search.typed + "”. Try fewer letters, or only the surname."
        );
    return h::group(
        pupil_table("Pupils found", search.found, search.supported, Show::with_class),
        h::when(
            search.more,
            []() -> h::Node {
                return h::p("There are more than these 20. Type another part of the name, or the class.");
            }
        )
    );
}

}  // namespace

design::Page search(Search const& search) {
    return {
        .title = "Pupils found for " + search.typed,
        .back = {.text = "All classes", .path = "/pupils"},
        .layout = design::Layout::wide,
        .main = h::group(design::heading("Pupils"), search_box(search.typed), results(search))};
}

design::Page classes(Classes const& classes) {
    bool const none = classes.own.empty() && classes.others.empty();
    return {
        .title = "Pupils",
        .back = {},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Pupils"),
            search_box(""),
            h::when(none, [&] { return no_pupils_yet(classes.may_import); }),
            h::when(
                !classes.own.empty(),
                [&] {
                    return class_table(classes.own.size() == 1 ? "Your class" : "Your classes", classes.own);
                }
            ),
            h::when(
                !classes.others.empty(),
                [&] { return class_table(classes.own.empty() ? "Classes" : "Other classes", classes.others); }
            ),
            h::when(classes.may_define_measures, [] { return way_to_measures(); }),
            h::when(classes.may_screen && !none, [] { return way_to_screens(); }),
            h::when(classes.may_see_scores, [] { return way_to_assessments_of_the_school(); }),
            h::when(classes.sees_figures_alone, [] { return way_to_insight(); }),
            h::when(classes.may_end_records, [] { return way_to_retention(); })
        )};
}

design::Page class_list(
    SchoolClass const& of, std::vector<Pupil> const& pupils, Supported const& supported, WaysOn const& ways_on
) {
    auto const year = year_in_words(of.year_group);
    auto const count = text::counted(static_cast<long>(pupils.size()), "pupil", "pupils");
    return {
        .title = "Class " + of.name,
        .back = {.text = "All classes", .path = "/pupils"},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading("Class " + of.name, year),
            h::p(count),
            h::when(ways_on.measures, [&] { return way_to_measures_of(of); }),
            h::when(ways_on.assessments, [&] { return way_to_assessments_of(of); }),
            h::when(
                pupils.empty(), [] { return design::empty_state("Nobody is in this class at present."); }
            ),
            h::when(
                !pupils.empty(),
                [&] { return pupil_table("Pupils of " + of.name, pupils, supported, Show::without_class); }
            )
        )};
}

}  // namespace pupils::pages
