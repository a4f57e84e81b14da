#include "design/lists.hpp"
#include "design/notices.hpp"
#include "insight/pages.hpp"

namespace insight::pages {
namespace {

h::Node way_to(int school_year) {
    return h::li(
        h::a(h::href(path_of(school_year)), year_in_words(school_year)), ": what is missing, and the figures"
    );
}

h::Node advice(OnRecord const& on_record, bool reader_coordinates) {
    if (!is_something_missing(on_record)) return {};
    return design::inset(h::p(
        reader_coordinates ? "Enter first what can still be entered."
                           : "Ask the SENCo first to enter what can still be entered.",
        " Whoever is not measured twice is missing from the change for good."
    ));
}

h::Node whose_counts_these_are(bool reader_coordinates) {
    if (!reader_coordinates) return {};
    return design::small_print(
        "These counts are of the cases that you work on. The headteacher does not see them, and no figure "
        "tells of one to four children."
    );
}

}  // namespace

h::Node how_children_are_safe() {
    return design::details(
        "How these figures keep children safe",
        h::group(
            h::p("No figure of a year that is made tells of fewer than five children. Nor can one be worked "
                 "out from several of them: what may be told beside what was decided for the whole year at "
                 "once, and every way of filtering was weighed. Where one part is small it is told together "
                 "with another, or not at all."),
            h::p("A year's figures are made once, after the year is over, and never again. So nobody can "
                 "hold two looks "
                 "against each other and see what one child changed. What is corrected later changes nothing "
                 "here."),
            h::p("Two filters go together where one is the kind of support. Others would tell of single "
                 "children too "
                 "easily.")
        )
    );
}

h::Node ways_to_make(std::vector<int> const& years) {
    if (years.empty()) return {};
    return h::section(
        h::h2("Years without figures"),
        h::p("These school years are over, and impact reviews of their last programmes have had their time."),
        h::ul(h::css("govuk-list govuk-list--bullet"), h::each(years, way_to))
    );
}

design::Page to_make(
    design::FormGuard const& guard, int school_year, OnRecord const& on_record, bool reader_coordinates
) {
    auto const year = year_in_words(school_year);
    auto const said = reader_coordinates ? in_words(on_record) : without_counts(on_record);
    auto const item = [](std::string const& sentence) -> h::Node { return h::li(sentence); };
    return {
        .title = "The figures of " + year,
        .back = {.text = "Insight", .path = "/insight"},
        .main = h::group(
            design::heading("The figures of " + year),
            h::section(
                h::h2("What is on record"),
                h::ul(h::css("govuk-list govuk-list--bullet"), h::each(said, item)),
                whose_counts_these_are(reader_coordinates),
                advice(on_record, reader_coordinates)
            ),
            h::section(
                h::h2("Made once, for good"),
                h::p("The figures stand as they are made, and are never made again. Sex, SEN provision, "
                     "pupil premium "
                     "and ethnicity, where the school keeps it, are those on the roll today; a child whose "
                     "record "
                     "was erased since is in none of them."),
                design::form(guard, path_of(school_year), design::button("Make the figures of " + year))
            ),
            how_children_are_safe()
        )};
}

design::Page none_yet(std::vector<int> const& years_to_make) {
    return {
        .title = "Insight",
        .main = h::group(
            design::heading("Insight"),
            design::empty_state(
                "There are no figures yet. Once a school year is over, the SENCo or the headteacher "
                "makes its figures here: how many children were reached, how long they waited, what "
                "was held, and how far they changed."
            ),
            ways_to_make(years_to_make),
            how_children_are_safe()
        )};
}

}  // namespace insight::pages
