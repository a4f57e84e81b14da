#include "exchange/pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace exchange::pages {
namespace {

constexpr std::size_t faults_shown = 200;

std::string kind_in_words(Kind kind) {
    return kind == Kind::staff ? "Staff" : "Pupils, classes and contacts";
}

std::string state_in_words(Import const& import) {
    if (import.state == State::columns) return "Say what the columns mean";
    if (import.state == State::review) return "Check and review";
    return import.summary;
}

h::Node upload(design::FormGuard const& guard, Answers const& answers) {
    return design::upload_form(
        guard,
        "/school/imports",
        design::radios(
            answers,
            {.name = "kind",
             .legend = "What does the file hold?",
             .choices =
                 {{"pupils", "Pupils", "With their classes and contacts, where the file has them"},
                  {"staff", "Staff", "With their roles and classes, where the file has them"}},
             .size = design::Size::medium}
        ),
        design::file_upload(
            answers,
            {.name = "file",
             .label = "CSV file, or the files of a bundle",
             .hint = "Any columns, in any order, up to 20 MB. Nothing changes until you have seen what will. "
                     "Choose files that belong together, such as a School Data Sync bundle, at once.",
             .accept = ".csv,.txt,text/csv",
             .several = true}
        ),
        design::button("Upload")
    );
}

h::Node import_table(std::string const& caption, std::vector<Import> const& imports) {
    if (imports.empty()) return {};
    design::Table table{
        .caption = caption, .columns = {{"File"}, {"Holds"}, {"Started"}, {"By"}, {"Where it stands"}}};
    for (auto const& import : imports)
        table.rows.push_back(
            {h::a(h::css("govuk-link"), h::href(path_of(import)), import.file_name),
             kind_in_words(import.kind),
             calendar::in_words(import.started_at),
             import.started_by,
             state_in_words(import)}
        );
    return design::table(table);
}

std::string samples_in_words(std::vector<std::string> const& samples) {
    if (samples.empty()) return "This column is empty";
    std::vector<std::string> shown;
    for (auto const& sample : samples) {
        bool const is_long = text::length(sample) > 40;
        shown.push_back(is_long ? sample.substr(0, sample.find(' ', 20)) + " …" : sample);
    }
    return "Such as " + text::joined(shown, ", ");
}

std::vector<design::Choice> meanings(Kind kind, bool with_ethnicity) {
    std::vector<design::Choice> found;
    for (auto const column : choices(kind))
        if (with_ethnicity || column.field != Field::ethnicity)
            found.push_back({as_text(column), in_words(column)});
    return found;
}

h::Node date_question(Answers const& answers) {
    return design::radios(
        answers,
        {.name = "dates",
         .legend = "How does this file write 4 March 2017?",
         .choices =
             {{"day_first", "04/03/2017, the day first"}, {"month_first", "3/4/2017, the month first"}},
         .hint = "Every date in it can be read both ways, so the file alone does not tell.",
         .size = design::Size::medium}
    );
}

h::Node school_question(Answers const& answers, std::vector<SchoolInFiles> const& schools) {
    std::vector<design::Choice> choices;
    for (auto const& [id, name, pupils] : schools)
        choices.push_back({id, name, text::counted(static_cast<long>(pupils), "pupil", "pupils")});
    return design::radios(
        answers,
        {.name = "of_school",
         .legend = "Which school’s pupils come in?",
         .choices = choices,
         .hint = "The files hold pupils of several schools.",
         .size = design::Size::medium}
    );
}

std::string label_of(ColumnShown const& column) {
    auto const heading = column.heading.empty() ? std::string("(no heading)") : column.heading;
    return column.file.empty() ? heading : heading + " (" + column.file + ")";
}

h::Node left_out(std::vector<std::string> const& unneeded) {
    if (unneeded.empty()) return {};
    return h::p("Withy takes nothing from ", text::listed(unneeded), ".");
}

h::Node further_contacts(std::vector<std::string> const& contacts) {
    if (contacts.empty()) return {};
    return design::inset(h::p(
        "Columns of a fourth contact and more are left out: ",
        text::listed(contacts),
        ". Add those people by hand on the pupil’s Contacts page; the next step says of which rows."
    ));
}

h::Node not_the_right_file() {
    return design::notice(
        "This may not be the right file",
        h::p("None of its headings is one that Withy knows, such as Surname, Forename or Date of birth. If "
             "this is "
             "no export of your school system, choose another file below.")
    );
}

design::Table table_of(std::string const& caption, bool of_several) {
    design::Table table{
        .caption = caption,
        .columns = {
            {"Row", design::Align::number}, {"Column"}, {"What stands there"}, {"What to know"}, {"Code"}}};
    if (of_several) table.columns.insert(table.columns.begin(), {"File"});
    return table;
}

std::string or_dash(std::string const& words) { return words.empty() ? "–" : words; }

void add_line(
    design::Table& table,
    bool of_several,
    Fault const& fault,
    std::string const& rows,
    std::string const& values
) {
    table.rows.push_back(
        {or_dash(rows), or_dash(fault.column), or_dash(values), in_words(fault.code), in_code(fault.code)}
    );
    if (of_several) table.rows.back().insert(table.rows.back().begin(), fault.file);
}

bool is_of_several(Faults const& faults) {
    return std::ranges::any_of(faults, [](auto const& fault) { return !fault.file.empty(); });
}

// What stops the import is mended row by row.
h::Node to_mend(Faults const& faults) {
    if (faults.empty()) return {};
    bool const of_several = is_of_several(faults);
    auto table = table_of("To mend", of_several);
    for (std::size_t at = 0; at < std::min(faults.size(), faults_shown); ++at) {
        auto const& fault = faults[at];
        add_line(table, of_several, fault, fault.row == 0 ? "" : std::to_string(fault.row), fault.value);
    }
    auto const more = static_cast<long>(faults.size() - table.rows.size());
    return h::group(design::table(table), h::when(more > 0, [&]() -> h::Node {
                        return h::p("And ", text::counted(more, "more row", "more rows"), " like these.");
                    }));
}

std::string rows_in_words(Alike const& group) {
    std::vector<std::string> rows;
    for (auto const row : group.rows)
        if (row != 0) rows.push_back(std::to_string(row));
    auto const more = group.count - static_cast<long>(group.rows.size());
    if (more > 0) rows.push_back(std::to_string(more) + " more");
    return text::listed(rows);
}

// Whether a class is missing once or for every child, it is said once.
h::Node worth_a_look(Faults const& warnings) {
    if (warnings.empty()) return {};
    bool const of_several = is_of_several(warnings);
    auto table = table_of("Worth a look", of_several);
    for (auto const& group : alike(warnings))
        add_line(table, of_several, group.first, rows_in_words(group), text::joined(group.values, ", "));
    return h::group(
        h::p("What follows does not stop the import. Look it over all the same."), design::table(table)
    );
}

h::Node what_now(design::FormGuard const& guard, CheckPage const& page, bool stops) {
    auto const& import = page.import;
    auto const leave = design::post_button(guard, path_of(import, "/left"), "Leave this import");
    if (!stops)
        return h::group(
            design::button_row(
                design::link_button("Review what will change", path_of(import, "/review")),
                design::secondary_link_button("Change what the columns mean", path_of(import, "/columns"))
            ),
            leave
        );
    return h::group(
        h::p(
            "Mend these rows in your school system or in the file, then upload it again. Nothing has changed."
        ),
        design::button_row(
            design::link_button("Upload a mended file", "/school/imports"),
            design::secondary_link_button("Change what the columns mean", path_of(import, "/columns"))
        ),
        design::button_row(
            h::when(
                page.decided_some,
                [&] {
                    return design::post_button(
                        guard, path_of(import, "/matches"), "Decide the doubtful rows again"
                    );
                }
            ),
            leave
        )
    );
}

}  // namespace

design::Page imports(
    design::FormGuard const& guard, std::vector<Import> const& latest, Answers const& answers
) {
    std::vector<Import> on_their_way;
    std::vector<Import> done;
    for (auto const& import : latest) (import.state == State::done ? done : on_their_way).push_back(import);
    return {
        .title = "Imports",
        .back = {.text = "School", .path = "/school"},
        .layout = design::Layout::wide,
        .refused = !answers.errors.empty(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Imports"),
            import_table("On their way", on_their_way),
            h::h2(h::css("govuk-heading-m"), "Import a file"),
            h::p("Export pupils or staff from your school system as CSV. Importing the same file again "
                 "changes nothing. Where dates of birth stand in another file, choose both: they are joined "
                 "by "
                 "the ids that both hold."),
            upload(guard, answers),
            import_table("Done", done),
            h::when(latest.empty(), [] { return design::small_print("No file has been imported yet."); })
        )};
}

design::Page columns(design::FormGuard const& guard, ColumnsPage const& page, Answers const& answers) {
    auto const choices = meanings(page.import.kind, page.keeps_ethnicity);
    std::vector<h::Node> selects;
    for (std::size_t at = 0; at < page.columns.size(); ++at)
        selects.push_back(design::select(
            answers,
            {.name = "column-" + std::to_string(at),
             .label = label_of(page.columns[at]),
             .choices = choices,
             .hint = samples_in_words(page.columns[at].samples),
             .nothing = ""}
        ));
    return {
        .title = "What the columns mean",
        .back = {.text = "Imports", .path = "/school/imports"},
        .refused = !answers.errors.empty(),
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("What the columns mean", page.import.file_name),
            h::p(
                text::counted(static_cast<long>(page.rows), "row was", "rows were"),
                " read. Each column shows what it holds and what it seems to mean; put right what is not. "
                "Columns that Withy does not need stay out. Your choices are remembered for the next file."
            ),
            left_out(page.unneeded),
            further_contacts(page.contacts_left_out),
            h::when(!page.knows_a_heading, not_the_right_file),
            design::form(
                guard,
                path_of(page.import, "/columns"),
                design::hidden("version", std::to_string(page.import.version)),
                h::when(!page.schools.empty(), [&] { return school_question(answers, page.schools); }),
                h::when(page.asks_dates, [&] { return date_question(answers); }),
                selects,
                design::button("Check the rows")
            ),
            design::post_button(guard, path_of(page.import, "/left"), "Choose another file")
        )};
}

design::Page check(design::FormGuard const& guard, CheckPage const& page) {
    auto const& import = page.import;
    Faults stopping;
    Faults warnings;
    for (auto const& fault : page.faults) (is_warning(fault.code) ? warnings : stopping).push_back(fault);
    auto const count = static_cast<long>(stopping.size());
    auto const heading = count == 0 ? "The file can be imported"
                                    : text::counted(count, "row has", "rows have") + " to be mended first";
    auto const noun = import.kind == Kind::staff
                          ? text::counted(static_cast<long>(page.rows_read), "person", "people")
                          : text::counted(static_cast<long>(page.rows_read), "pupil", "pupils");
    return {
        .title = heading,
        .back = {.text = "What the columns mean", .path = path_of(import, "/columns")},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading(heading, import.file_name),
            h::p(
                count == 0 ? noun + (warnings.empty() ? " read without a fault." : " read.")
                           : "Nothing comes in until then.",
                " Rows are counted as a spreadsheet counts them."
            ),
            to_mend(stopping),
            worth_a_look(warnings),
            what_now(guard, page, count > 0)
        )};
}

design::Page done(Import const& import) {
    bool const pupils = import.kind != Kind::staff;
    return {
        .title = "The import is done",
        .back = {.text = "Imports", .path = "/school/imports"},
        .main = h::group(
            design::heading("The import is done", import.file_name),
            design::done(h::p(import.summary)),
            h::p(
                import.started_by,
                " started it on ",
                calendar::in_words(import.started_at),
                ". The file itself is no longer kept."
            ),
            design::button_row(
                design::link_button(
                    pupils ? "See the classes" : "See the people", pupils ? "/pupils" : "/school/people"
                ),
                design::secondary_link_button("Import another file", "/school/imports")
            )
        )};
}

}  // namespace exchange::pages
