#include "assessments/pages.hpp"

#include "assessments/fields.hpp"
#include "assessments/lead_pages.hpp"
#include "assessments/own_norm_pages.hpp"
#include "assessments/profile_pages.hpp"
#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"

namespace assessments::pages {
namespace {

design::TagKind kind_of(Standing standing) {
    switch (standing) {
        case Standing::agreed: return design::TagKind::done;
        case Standing::awaits_agreement:
        case Standing::side_by_side: return design::TagKind::waiting;
        case Standing::set_aside:
        case Standing::taken_back: return design::TagKind::calm;
    }
    return {};
}

// A week's rating waits for nobody: a second adult may agree to it, and is not asked.
h::Node tag_of(Read const& read) {
    bool const waits = read.standing == Standing::awaits_agreement;
    if (waits && read.assessment.occasion == Occasion::weekly) return {};
    return design::tag(kind_of(read.standing), in_words(read.standing));
}

h::Node list_of(ByInstrument const& held) {
    design::WorkList list{.heading = "Ratings", .items = {}};
    for (auto const& read : held.assessments)
        list.items.push_back(
            {.title = named(read.assessment),
             .path = path_of(read.assessment.the_case, read.assessment.id),
             .detail = by_whom(read.assessment),
             .tag = tag_of(read)}
        );
    return design::work_list(list);
}

std::string_view in_words(WhyNotDrawn why) {
    switch (why) {
        case WhyNotDrawn::side_by_side:
            return "two adults rated side by side, and neither rating tells of the child until one is agreed "
                   "to";
        case WhyNotDrawn::another_view: return "it is another view of the child";
    }
    return {};
}

h::Node not_drawn(std::vector<NotDrawn> const& later) {
    if (later.empty()) return {};
    auto const one = [](NotDrawn const& left_out) -> h::Node {
        return h::li(named(*left_out.rating), ": ", in_words(left_out.why), ".");
    };
    return h::group(h::p("There are later ratings that are not drawn:"), h::ul(h::each(later, one)));
}

h::Node by_instrument(ByInstrument const& held, need_to_know::Named const& child) {
    auto const chart = [&]() -> h::Node {
        if (held.pair) return drawn(*held.pair, child);
        return held.alone ? drawn(*held.alone, child) : h::Node{};
    };
    return h::section(h::h2(held.loaded->instrument.name), chart(), not_drawn(held.not_drawn), list_of(held));
}

// A later need is another case; what was rated in the one before stays with it.
h::Node from_other_cases(std::vector<Read> const& earlier) {
    design::WorkList list{.heading = "From other support of this child", .items = {}};
    for (auto const& read : earlier)
        list.items.push_back(
            {.title = read.loaded->instrument.name + ": " + named(read.assessment),
             .path = path_of(read.assessment.the_case, read.assessment.id),
             .detail = by_whom(read.assessment),
             .tag = tag_of(read)}
        );
    return design::work_list(list);
}

h::Node ways_to_rate(Overview const& view) {
    design::WorkList list{
        .heading = "Rate by",
        .items = {},
        .if_empty = "Your school has loaded no instrument yet. The SENCo does so."};
    for (auto const& one : view.instruments)
        list.items.push_back({.title = one.instrument.name, .path = rating_path(view.the_case, one.id)});
    return design::work_list(list);
}

std::string named(Read const& read, std::string const& code) {
    return called(*scale_of(read.loaded->instrument, code));
}

std::string less_far(MostInNeed const& in_need, std::string_view what) {
    if (in_need.less_far == 0) return {};
    auto const count = text::counted(in_need.less_far, "more lies", "more lie");
    return count + " outside " + std::string(what) + " too, less far.";
}

// Which strands, and what the school has for what they lead to: what to do people decide.
h::Node needs(Read const& read, WaysOn const& ways) {
    if (!read.assessment.norms)
        return h::p("It is held against no norms, so nothing here says which strands most need support.");
    auto const& in_need = read.in_need;
    auto const& first = in_need.first;
    auto const& tied = in_need.tied;
    if (first.empty() && tied.empty()) return {};
    auto const strand = [&](std::string const& code) -> h::Node {
        return h::li(named(read, code), ways_on(ways, code));
    };
    auto const* const norms = norms_of(*read.loaded, read.assessment.norms);
    bool const are_own = norms != nullptr && norms->own;
    auto const all_tied = [&]() -> h::Node {
        std::vector<std::string> names;
        for (auto const& code : tied) names.push_back(named(read, code));
        return h::li(
            text::counted(static_cast<long>(tied.size()), "strand", "strands"),
            first.empty() ? ", as far as one another: " : ", next and as far as one another: ",
            text::listed(names)
        );
    };
    return h::group(
        h::p(h::strong(
            are_own ? "Furthest from the middle half of this school’s own children, in need:"
                    : "What most needs support:"
        )),
        h::ul(h::each(first, strand), h::when(!tied.empty(), all_tied)),
        h::when(
            in_need.less_far > 0,
            [&]() -> h::Node {
                return h::p(less_far(read.in_need, are_own ? "the middle half" : "the usual range"));
            }
        )
    );
}

h::Node agreeing(design::FormGuard const& guard, One const& view) {
    auto const& assessment = view.read.assessment;
    auto const path = path_of(assessment.the_case, assessment.id);
    auto const agree = [&]() -> h::Node {
        return design::post_button(guard, path + "/agreement", "Agree to this rating");
    };
    auto const beside = [&]() -> h::Node {
        return h::p(h::a(
            h::href(url::with_query(
                rating_path(assessment.the_case, assessment.instrument), {{"beside", assessment.id.text()}}
            )),
            "Rate beside it yourself"
        ));
    };
    return h::group(h::when(view.may_agree, agree), h::when(view.may_rate_beside, beside));
}

h::Node taking_back(design::FormGuard const& guard, One const& view, Answers const& answers) {
    auto const& assessment = view.read.assessment;
    return design::details(
        "Entered wrongly?",
        design::form(
            guard,
            path_of(assessment.the_case, assessment.id) + "/taking-back",
            design::text_input(
                answers,
                {.name = "why", .label = "Why it is taken back", .hint = "It stays on record with this."}
            ),
            design::warning_button("Take this rating back")
        ),
        !answers.errors.empty()
    );
}

h::Node how_it_stands(Read const& read) {
    auto const& assessment = read.assessment;
    std::string words = by_whom(assessment) + ". ";
    if (assessment.agreed_at)
        words += "Agreed to by " + assessment.agreed_by_name + " on " +
                 calendar::in_words(calendar::local_date(*assessment.agreed_at)) + ". ";
    if (assessment.taken_back_at) words += "Taken back: " + assessment.taken_back_why;
    return h::p(tag_of(read), " ", words);
}

}  // namespace

design::Page overview(Overview const& view) {
    auto const header = need_to_know::pages::header(view.child);
    auto const each = [&](ByInstrument const& held) -> h::Node {
        return by_instrument(held, view.child.access.child());
    };
    auto const rate = [&]() -> h::Node { return ways_to_rate(view); };
    auto const none = []() -> h::Node { return design::empty_state("Nothing has been rated yet."); };
    auto const keep = []() -> h::Node {
        return h::p(h::a(h::href(instruments_path()), "The school's instruments"));
    };
    return {
        .title = "Assessments",
        .back = {.text = header.name, .path = header.path},
        .layout = design::Layout::wide,
        .main = h::group(
            design::pupil_header(header),
            design::heading("Assessments"),
            closed_notice(view.why_closed),
            h::when(view.held.empty(), none),
            h::each(view.held, each),
            from_other_cases(view.earlier),
            h::when(view.may_rate, rate),
            h::when(view.keeps_instruments, keep),
            safeguarding::pages::link_for(view.child.pupil.id)
        )};
}

design::Page one(design::FormGuard const& guard, One const& view, Answers const& answers) {
    auto const header = need_to_know::pages::header(view.child);
    auto const& read = view.read;
    auto const take_back = [&]() -> h::Node { return taking_back(guard, view, answers); };
    auto const other = [&](Read const& beside) -> h::Node {
        return h::section(
            h::h2("The other rating"),
            how_it_stands(beside),
            drawn(beside, view.child.access.child()),
            h::p(h::a(h::href(path_of(beside.assessment.the_case, beside.assessment.id)), "Open it"))
        );
    };
    return {
        .title = read.loaded->instrument.name,
        .back = {.text = "Assessments", .path = assessments_path(read.assessment.the_case)},
        .layout = design::Layout::paper,
        .main = h::group(
            design::error_summary(answers.errors),
            design::on_screen(design::pupil_header(header)),
            design::heading(read.loaded->instrument.name, header.name),
            how_it_stands(read),
            drawn(read, view.child.access.child()),
            bands(read),
            among_own(read.assessment, *read.loaded),
            needs(read, view.ways),
            h::each(view.beside, other),
            design::on_screen(h::group(
                closed_notice(view.why_closed),
                agreeing(guard, view),
                h::when(view.may_take_back, take_back),
                design::small_print("Prints on one A4 page."),
                safeguarding::pages::link_for(view.child.pupil.id)
            ))
        )};
}

}  // namespace assessments::pages
