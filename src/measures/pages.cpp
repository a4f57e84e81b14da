#include "measures/pages.hpp"

#include <algorithm>

#include "base/hundredths.hpp"
#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "html/url.hpp"
#include "measures/ready.hpp"

namespace measures::pages {
namespace {

constexpr std::string_view path_of_measures = "/school/measures";

std::string path_of(MeasureId const& measure) {
    return std::string(path_of_measures) + "/" + std::string(measure.text());
}

std::string scale_in_words(Definition const& definition) {
    return hundredths::in_words(definition.least) + " to " + hundredths::in_words(definition.most) +
           " in steps of " + hundredths::in_words(definition.step);
}

std::string since_in_words(Measure const& measure) {
    auto const from = calendar::day_month_year(measure.from_on);
    return measure.until_on ? from + " to " + calendar::day_month_year(*measure.until_on) : "since " + from;
}

h::Node facts_of(Measure const& measure) {
    auto const& what = measure.definition;
    std::vector<design::SummaryRow> rows{
        {.key = "Scores", .value = scale_in_words(what)},
        {.key = "What they are", .value = in_words(what.scale)},
        {.key = "A score gives concern", .value = in_words(what.concern_when)},
        {.key = "They come from", .value = in_words(what.rated_by)},
        {.key = "Taken", .value = in_words(what.taken_each)},
        {.key = "Stands", .value = since_in_words(measure)}};
    auto const meaning = meaning_of(what);
    rows.insert(
        rows.begin() + 1,
        {.key = "What they mean", .value = meaning.empty() ? "Nobody has written it down yet" : meaning}
    );
    return design::summary_list(rows);
}

h::Node what_stands(design::FormGuard const& guard, Measure const& measure) {
    return h::group(
        h::p(h::strong(measure.definition.name)),
        facts_of(measure),
        design::button_row(
            design::secondary_link_button("Change " + measure.definition.name, path_of(measure.id)),
            design::form(
                guard,
                path_of(measure.id) + "/ending",
                design::secondary_button("End " + measure.definition.name)
            )
        )
    );
}

h::Node ready_to_take(design::FormGuard const& guard, Ready ready) {
    auto const definition = definition_of(ready);
    return h::li(
        h::p(h::strong(definition.name), ", ", scale_in_words(definition), ". ", explained(ready), "."),
        design::form(
            guard,
            std::string(path_of_measures) + "/ready",
            design::hidden("ready", word(ready)),
            design::secondary_button("Take " + definition.name)
        )
    );
}

h::Node none_stands(design::FormGuard const& guard, Kind kind) {
    std::vector<Ready> ready;
    std::ranges::copy_if(all_of<Ready>(), std::back_inserter(ready), [&](Ready one) {
        return definition_of(one).kind == kind;
    });
    auto const take = [&](Ready one) -> h::Node { return ready_to_take(guard, one); };
    return h::group(
        design::empty_state("None stands. Take one of these as it is, or define your own."),
        h::ul(h::css("ready"), h::each(ready, take)),
        h::p(h::a(
            h::href(url::with_query(std::string(path_of_measures) + "/new", {{"kind", word(kind)}})),
            "Define your own measure of " + text::ascii_lower(in_words(kind))
        ))
    );
}

h::Node section_of(design::FormGuard const& guard, std::vector<Measure> const& all, Kind kind) {
    auto const stands = std::ranges::find_if(all, [&](Measure const& one) {
        return one.definition.kind == kind && !one.until_on;
    });
    return h::section(
        h::css("work-list"),
        h::h2(in_words(kind)),
        stands == all.end() ? none_stands(guard, kind) : what_stands(guard, *stands)
    );
}

h::Node what_came_before(std::vector<Measure> const& all) {
    design::Table table{
        .caption = "Measures that have ended",
        .columns = {{"Measure"}, {"Of"}, {"Scores"}, {"Stood"}},
        .rows = {}};
    for (auto const& measure : all)
        if (measure.until_on)
            table.rows.push_back(
                {measure.definition.name,
                 in_words(measure.definition.kind),
                 scale_in_words(measure.definition),
                 since_in_words(measure)}
            );
    return table.rows.empty() ? h::Node() : design::table(table);
}

template <Worded Set>
std::vector<design::Choice> choices() {
    std::vector<design::Choice> all;
    for (auto const value : all_of<Set>())
        all.push_back({.value = std::string(word(value)), .text = std::string(in_words(value))});
    for (auto& choice : all) choice.text.front() = static_cast<char>(std::toupper(choice.text.front()));
    return all;
}

h::Node points_input(
    Answers const& answers, std::string const& name, std::string const& label, std::string const& hint = {}
) {
    return design::text_input(
        answers,
        {.name = name, .label = label, .hint = hint, .width = design::Chars::five, .input_mode = "decimal"}
    );
}

h::Node fields(Answers const& answers) {
    return h::group(
        design::text_input(
            answers,
            {.name = "name",
             .label = "Name",
             .hint = "Teachers read it above the scores.",
             .width = design::Chars::thirty}
        ),
        points_input(answers, "least", "Lowest score"),
        points_input(answers, "most", "Highest score"),
        points_input(answers, "step", "Step between two scores", "1 for whole points, 0.5 for halves."),
        design::textarea(
            answers,
            {.name = "meaning",
             .label = "What the scores mean",
             .hint =
                 "Whoever enters scores reads it. Say it of each step, such as: 1 is hardly ever, 4 is about "
                 "half the time, 7 is nearly always.",
             .rows = 3,
             .most = 500}
        ),
        design::radios(
            answers,
            {.name = "concern_when", .legend = "A score gives concern", .choices = choices<ConcernWhen>()}
        ),
        design::radios(
            answers,
            {.name = "scale",
             .legend = "What the scores are",
             .choices = choices<Scale>(),
             .hint = "This decides what may be worked out from them, whatever the scores turn out to be."}
        ),
        design::radios(
            answers, {.name = "rated_by", .legend = "The scores come from", .choices = choices<RatedBy>()}
        ),
        design::radios(
            answers, {.name = "taken_each", .legend = "It is taken", .choices = choices<TakenEach>()}
        )
    );
}

h::Node what_a_change_does(Changing const& changing) {
    if (!changing.has_scores) return h::p("It has no scores yet, so all of it can be changed.");
    return design::inset(h::group(
        h::p(
            "It has scores. Its name, what the scores mean in words and how often it is taken change as they "
            "stand."
        ),
        h::p("Where you change anything else, this measure ends and another follows it: scores of the two "
             "mean "
             "different things, and are never compared with each other.")
    ));
}

h::Node saved_by_another(std::optional<Measure> const& theirs) {
    if (!theirs) return {};
    return design::notice(
        "Someone else changed this while you were typing",
        h::group(
            h::p("This is what stands now. Save again to put yours in its place."),
            h::p(h::strong(theirs->definition.name)),
            facts_of(*theirs)
        )
    );
}

}  // namespace

design::Page measures(
    design::FormGuard const& guard, std::vector<Measure> const& all, FormErrors const& errors
) {
    auto const section = [&](Kind kind) -> h::Node { return section_of(guard, all, kind); };
    auto const kinds = all_of<Kind>();
    return {
        .title = "Measures",
        .back = {.text = "Pupils", .path = "/pupils"},
        .main = h::group(
            design::error_summary(errors),
            design::heading("Measures", "School"),
            h::p("What class teachers measure for their whole class, so that a child somebody is concerned "
                 "about can be seen beside the rest of the class. One measure of each kind stands at a time."
            ),
            h::each(kinds, section),
            what_came_before(all)
        )};
}

design::Page add_measure(design::FormGuard const& guard, Kind kind, Answers const& answers) {
    auto const title = "Define a measure of " + text::ascii_lower(in_words(kind));
    return {
        .title = title,
        .back = {.text = "Measures", .path = std::string(path_of_measures)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading(title),
            design::form(
                guard,
                path_of_measures,
                design::hidden("kind", word(kind)),
                fields(answers),
                design::button("Add the measure")
            )
        )};
}

design::Page change_measure(
    design::FormGuard const& guard, Changing const& changing, Answers const& answers
) {
    auto const& measure = changing.measure;
    auto const title = "Change " + measure.definition.name;
    return {
        .title = title,
        .back = {.text = "Measures", .path = std::string(path_of_measures)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading(title, in_words(measure.definition.kind)),
            saved_by_another(changing.theirs),
            what_a_change_does(changing),
            design::form(
                guard,
                path_of(measure.id),
                design::hidden(
                    "version", std::to_string(changing.theirs ? changing.theirs->version : measure.version)
                ),
                design::hidden("kind", word(measure.definition.kind)),
                fields(answers),
                design::button("Save the measure")
            )
        )};
}

}  // namespace measures::pages
