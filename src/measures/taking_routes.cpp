#include "measures/taking_routes.hpp"

#include <algorithm>

#include "base/hundredths.hpp"
#include "measures/class_page_actions.hpp"
#include "measures/taking_actions.hpp"
#include "measures/taking_forms.hpp"
#include "measures/taking_pages.hpp"
#include "visits/saving.hpp"

namespace measures {
namespace {

// The class that the address names, on the day that its form names.
std::optional<ClassOnDay> class_of(Visit const& visit, http::Request const& request) {
    auto const id = request.id<ClassId>("class");
    auto const day = forms::day(request.form, visit.today);
    return id && day ? actions::open_class(visit, *id, *day) : std::nullopt;
}

// What script sends: it needs no page, and so no log of reads has one.
bool comes_from_script(Fields const& form) { return form.holds("by", "script"); }

http::Response again(Visit& visit, ClassOnDay on_day, Fields const& typed, FormErrors errors) {
    auto const page = actions::page_of(visit, std::move(on_day), typed, std::move(errors));
    return visit.form_again(pages::of_class(visit.frame.guard, page));
}

// Today stands below a day that cannot be shown.
http::Response get_class(Visit& visit, http::Request const& request) {
    auto const id = request.id<ClassId>("class");
    if (!id) return http::not_found();
    auto const day = forms::day(request.query, visit.today);
    auto on_day = actions::open_class(visit, *id, day.value_or(visit.today));
    bool const before_the_class = !on_day;
    if (!on_day) on_day = actions::open_class(visit, *id, visit.today);
    if (!on_day) return http::not_found();
    FormErrors errors;
    if (!day) errors = day.error();
    if (before_the_class) errors = {{"on", "The class had not begun on that day. Enter a later one"}};
    bool const refused = !errors.empty();
    auto page = actions::page_of(visit, std::move(*on_day), {}, std::move(errors));
    page.typed_day = request.query;
    auto made = pages::of_class(visit.frame.guard, page);
    return refused ? visit.form_again(std::move(made)) : visit.page(made);
}

std::vector<Entry> entries_of(std::vector<forms::TypedScore> const& typed) {
    std::vector<Entry> entries;
    for (auto const& one : typed)
        entries.push_back(
            {.pupil = one.pupil,
             .measure = one.measure,
             .score = one.score,
             .stood = one.stood.score,
             .version = one.stood.version}
        );
    return entries;
}

std::vector<forms::Row> rows_of(ClassOnDay const& on_day) {
    std::vector<forms::Row> rows;
    for (auto const& pupil : on_day.pupils) {
        auto& row = rows.emplace_back(forms::Row{pupil.id(), pupil.in_full(), {}});
        for (auto const& measure : on_day.measures)
            row.stored.push_back(on_day.score(pupil.id(), measure.id));
    }
    return rows;
}

FormErrors to_choose(ClassOnDay const& on_day, std::vector<EnteredMeanwhile> const& others) {
    FormErrors errors;
    for (auto const& one : others) {
        auto const measure = std::ranges::find(on_day.measures, one.place.second, &Measure::id);
        auto const pupil = std::ranges::find(on_day.pupils, one.place.first, &need_to_know::Named::id);
        auto const what = one.stands ? "entered " + hundredths::in_words(*one.stands) : "took the score back";
        errors.push_back(
            {score_field(one.place.first, measure->definition.kind),
             pupil->in_full() + ", " + std::string(word(measure->definition.kind)) + ": " + one.by_name +
                 " " + what + " at " + calendar::local_time(one.at) +
                 ". Save again to put yours in its place, or enter theirs"}
        );
    }
    return errors;
}

// A page that was opened before a pupil left the class.
bool names_who_has_left(ClassOnDay const& on_day, Fields const& form) {
    return std::ranges::any_of(on_day.left, [&](PupilId const& pupil) {
        return form.has(stood_field(pupil));
    });
}

// What of the page has changed since it was opened, so that what was typed on it cannot be saved as it is.
std::string what_has_changed(ClassOnDay const& on_day, Fields const& form) {
    if (is_of_other_measures(form, on_day.measures))
        return "The school has changed what it measures since this page was opened, and nothing was saved. "
               "Look over what you typed, then save it again";
    if (names_who_has_left(on_day, form))
        return "A pupil has left the class since this page was opened, and nothing was saved. Look over what "
               "you typed of the others, then save it again";
    return {};
}

http::Response post_class(Visit& visit, http::Request const& request) {
    auto on_day = class_of(visit, request);
    if (!on_day) return http::not_found();
    if (auto const changed = what_has_changed(*on_day, request.form); !changed.empty())
        return again(visit, std::move(*on_day), request.form, {{"measures", changed}});
    auto const typed = forms::scores(request.form, on_day->measures, rows_of(*on_day));
    if (!typed) return again(visit, std::move(*on_day), request.form, typed.error());
    auto const saved = actions::enter(visit, *on_day, entries_of(*typed));
    if (!saved) {
        auto errors = to_choose(*on_day, saved.error());
        return again(visit, std::move(*on_day), request.form, std::move(errors));
    }
    if (comes_from_script(request.form)) return {.status = 204};
    auto const path = on_day->day == visit.today ? path_of_class(on_day->class_id)
                                                 : path_of_class(on_day->class_id, on_day->day);
    return visits::saved(path, Saved::class_measures);
}

}  // namespace

Routes taking_routes() {
    return {
        {"GET", "/classes/{class}/measures", Permission::teach_class, get_class},
        {.method = "POST",
         .path = "/classes/{class}/measures",
         .needs = Permission::teach_class,
         .handle = post_class,
         .free_text = FreeText::not_about_a_child},
    };
}

}  // namespace measures
