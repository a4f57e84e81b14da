#include "letters/template_pages.hpp"

#include "design/controls.hpp"
#include "design/form.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "letters/placeholders.hpp"

namespace letters::pages {
namespace {

h::Node list_of_placeholders() {
    std::vector<design::SummaryRow> rows;
    for (auto const& placeholder : placeholders())
        rows.push_back({std::string(placeholder.name), h::Node(placeholder.meaning)});
    return design::details(
        "What Withy fills in",
        h::group(
            h::p("Write these words in square brackets. Each letter then has what belongs there."),
            design::summary_list(rows)
        ),
        true
    );
}

h::Node how_to_shape() {
    return design::small_print(
        "An empty line begins a new paragraph. A line that begins with # and a space is a heading. Lines "
        "that "
        "begin with - and a space are a list."
    );
}

h::Node saved_by_another(std::optional<Template> const& theirs) {
    if (!theirs) return {};
    return design::notice(
        "Somebody else changed the letter while you were writing",
        h::group(
            h::p("This is what stands now. Take over what you need; saving puts your words in its place."),
            h::h3(theirs->title),
            h::p(design::as_written(theirs->words))
        )
    );
}

}  // namespace

design::Page letter_template(
    design::FormGuard const& guard,
    Template const& in_use,
    Answers const& answers,
    std::optional<Template> const& theirs
) {
    auto const own =
        in_use.version == 0
            ? "The school uses Withy’s own words so far. Use them as they stand, or change them below "
              "to sound like your school."
            : "These are your school’s own words.";
    auto const version = std::to_string(theirs ? theirs->version : in_use.version);
    // The words as they stand become the school's own with one press, without a way down the whole page.
    bool const as_they_stand = in_use.version == 0 && answers.errors.empty();
    h::Node const fields = h::group(
        design::hidden("version", version),
        h::when(as_they_stand, [] { return design::secondary_button("Use these words"); }),
        design::text_input(answers, {.name = "title", .label = "Title"}),
        design::textarea(
            answers, {.name = "words", .label = "Words", .rows = 26, .most = 8000, .keep = "letter-template"}
        ),
        how_to_shape(),
        design::button("Save the letter")
    );
    return {
        .title = "Letter to parents",
        .back = {"School", "/school"},
        .layout = design::Layout::reading,
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Letter to parents", "School"),
            h::p(own),
            h::p("The SENCo sees each letter before it goes. Letters that went out stay as they were."),
            saved_by_another(theirs),
            list_of_placeholders(),
            design::form(guard, "/school/letter", fields)
        )};
}

}  // namespace letters::pages
