// The form of one rating.
#include <algorithm>

#include "assessments/fields.hpp"
#include "assessments/pages.hpp"
#include "assessments/profile_pages.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"

namespace assessments::pages {
namespace {

using design::Choice;

std::vector<Choice> informants(Instrument const& instrument) {
    std::vector<Choice> choices;
    for (auto const one : instrument.informants)
        choices.push_back({.value = std::string(word(one)), .text = std::string(in_words(one))});
    return choices;
}

std::vector<Choice> schemes(Instrument const& instrument) {
    std::vector<Choice> choices;
    for (auto const& one : instrument.schemes) choices.push_back({.value = one.code, .text = one.name});
    return choices;
}

std::vector<Choice> norms(std::vector<LoadedNorms> const& all) {
    std::vector<Choice> choices;
    for (auto const& one : all)
        choices.push_back(
            {.value = std::string(one.id.text()),
             .text = name_of(one) + (one.own ? ", " + seen_by(one.own->informant) : "")}
        );
    return choices;
}

h::Node occasions(Rating const& view) {
    if (view.first)
        return h::p(in_words(view.occasion), ", beside the rating by ", view.first->rater_name, ".");
    std::vector<design::Filter> filters;
    for (auto const& form : view.loaded.instrument.forms)
        filters.push_back(
            {.text = std::string(in_words(form.occasion)),
             .path = url::with_query(
                 rating_path(view.the_case, view.loaded.id), {{"occasion", word(form.occasion)}}
             ),
             .current = form.occasion == view.occasion}
        );
    return design::filters("When", filters);
}

h::Node context(Rating const& view, Answers const& answers) {
    auto const& instrument = view.loaded.instrument;
    auto const scheme = [&]() -> h::Node {
        return design::select(
            answers,
            {.name = "scheme",
             .label = "By which scheme scores are called",
             .choices = schemes(instrument),
             .nothing = "By none"}
        );
    };
    auto const norm_set = [&]() -> h::Node {
        return design::select(
            answers,
            {.name = "norms",
             .label = "Against which norms",
             .choices = norms(view.norms),
             .hint =
                 "Keep those of last time while support goes on, so that before and after are seen alike.",
             .nothing = "Against none"}
        );
    };
    return h::group(
        design::select(
            answers, {.name = "informant", .label = "Whose view is it?", .choices = informants(instrument)}
        ),
        design::date_input(answers, {.name = "rated_on", .legend = "Rated on"}),
        h::when(!instrument.schemes.empty(), scheme),
        h::when(!view.norms.empty(), norm_set)
    );
}

bool is_asked(Rating const& view, Item const& item) {
    auto const* const form = form_for(view.loaded.instrument, view.occasion);
    return form == nullptr || form->items.empty() || std::ranges::count(form->items, item.number) > 0;
}

// "Settling: 3", or the same of an item that is asked again.
std::vector<std::string> given_last_time(Rating const& view) {
    std::vector<std::string> given;
    auto const& instrument = view.loaded.instrument;
    for (auto const& item : instrument.items) {
        auto const found = std::ranges::find(view.last->ratings, item.number, &ItemRating::number);
        if (found == view.last->ratings.end() || !is_asked(view, item)) continue;
        auto const name = item.words.empty() ? "Item " + std::to_string(item.number) : item.words;
        given.push_back(name + ": " + std::to_string(found->rating));
    }
    if (!instrument.items.empty()) return given;
    for (auto const& score : view.last->scores)
        if (auto const* const scale = scale_of(instrument, score.scale))
            given.push_back(
                (score.words.empty() ? called(*scale) : "“" + score.words + "”") + ": " +
                std::to_string(score.score)
            );
    return given;
}

// To be opened by who wants them: a number above a question draws the next one towards it.
h::Node last_time(Rating const& view) {
    if (view.last == nullptr) return {};
    auto const given = given_last_time(view);
    if (given.empty()) return {};
    auto const one = [](std::string const& words) -> h::Node { return h::li(words); };
    return design::details(
        "Last time’s numbers, of " + calendar::day_month_year(view.last->rated_on),
        h::ul(h::css("govuk-list govuk-list--bullet"), h::each(given, one))
    );
}

// By its place on the form; without words its number on the owner's sheet says which it is.
std::string legend_of(Item const& item, std::size_t place) {
    if (item.words.empty()) return std::to_string(item.number) + ". Item";
    return std::to_string(place) + ". " + item.words;
}

h::Node item_field_of(Rating const& view, Item const& item, std::size_t place, Answers const& answers) {
    auto const& rating = *view.loaded.instrument.rating;
    return design::target_steps(
        answers,
        {.name = item_field(item.number),
         .legend = legend_of(item, place),
         .least = rating.least,
         .most = rating.most,
         .least_means = "Not at all",
         .most_means = "Nearly always"}
    );
}

h::Node score_input(Scale const& scale, Range const& range, Answers const& answers) {
    auto const goal = [&]() -> h::Node {
        return design::text_input(
            answers, {.name = words_field(scale.code), .label = scale.label + ", in the child's words"}
        );
    };
    return h::group(
        h::when(scale.named_by_child, goal),
        design::text_input(
            answers,
            {.name = score_field(scale.code),
             .label = scale.named_by_child ? "How near is it?" : called(scale),
             .hint = in_words(range) + (scale.optional ? ", or leave it out" : ""),
             .width = design::Chars::five,
             .input_mode = "numeric"}
        )
    );
}

// A goal is no confidence (docs/need-to-know.md), and the child knows it before they say one.
h::Node who_sees_goals(Section const& section) {
    if (std::ranges::none_of(section.scales, &Scale::named_by_child)) return {};
    return h::p(
        "Tell the child first: a goal in their words will be seen by their class teacher, whoever supports "
        "them, the SENCo and everybody else who may see how they get on."
    );
}

h::Node items(Rating const& view, Answers const& answers) {
    std::vector<h::Node> fields;
    for (auto const& item : view.loaded.instrument.items)
        if (is_asked(view, item)) fields.push_back(item_field_of(view, item, fields.size() + 1, answers));
    return h::group(fields);
}

h::Node scores(Rating const& view, Answers const& answers) {
    std::vector<h::Node> sections;
    for (auto const& section : view.loaded.instrument.sections) {
        std::vector<h::Node> fields;
        for (auto const& scale : section.scales)
            if (auto const range = scores_of(view.loaded.instrument, scale); range && scale.sum_of.empty())
                fields.push_back(score_input(scale, *range, answers));
        sections.push_back(h::group(
            h::h2(section.name),
            h::p(h::css("small"), in_words(section.direction)),
            who_sees_goals(section),
            fields
        ));
    }
    return h::group(sections);
}

}  // namespace

design::Page rating(design::FormGuard const& guard, Rating const& view, Answers const& answers) {
    auto const header = need_to_know::pages::header(view.child);
    auto const& instrument = view.loaded.instrument;
    auto const beside = view.first ? design::hidden("beside", view.first->id.text()) : h::Node{};
    auto const not_standardised = []() -> h::Node {
        return h::p(design::tag(design::TagKind::calm, "Not standardised"));
    };
    bool const shows_form = view.why_closed.empty() || !answers.errors.empty();
    auto const closed = [&]() -> h::Node { return closed_notice(view.why_closed); };
    auto const when = [&]() -> h::Node { return occasions(view); };
    auto const form = [&]() -> h::Node {
        return design::form(
            guard,
            rating_path(view.the_case, view.loaded.id),
            design::hidden("occasion", word(view.occasion)),
            beside,
            context(view, answers),
            instrument.items.empty() ? scores(view, answers) : items(view, answers),
            last_time(view),
            design::button("Save the rating")
        );
    };
    return {
        .title = instrument.name,
        .back = {.text = "Assessments", .path = assessments_path(view.the_case)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(header),
            design::heading(instrument.name),
            h::when(!instrument.standardised, not_standardised),
            h::when(shows_form, when),
            h::when(!shows_form, closed),
            h::when(shows_form, form),
            safeguarding::pages::link_for(view.child.pupil.id)
        )};
}

}  // namespace assessments::pages
