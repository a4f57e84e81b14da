#include "score_files/routes.hpp"

#include <algorithm>

#include "base/hundredths.hpp"
#include "base/text.hpp"
#include "exchange/sheet_rules.hpp"
#include "measures/class_page_actions.hpp"
#include "measures/taking_actions.hpp"
#include "score_files/pages.hpp"
#include "score_files/rules.hpp"
#include "score_files/store.hpp"

namespace score_files {
namespace {

using measures::ClassOnDay;

constexpr std::size_t most_bytes = std::size_t{1024} * 1024;

std::optional<ClassOnDay> class_of(Visit const& visit, http::Request const& request) {
    auto const id = request.id<ClassId>("class");
    auto const on = request.form.value("on");
    auto const day = on.empty() ? std::optional(visit.today) : calendar::parse_iso(on);
    return id && day ? measures::actions::open_class(visit, *id, *day) : std::nullopt;
}

http::Upload const* upload_of(http::Request const& request) {
    auto const found = std::ranges::find_if(request.uploads, [](http::Upload const& one) {
        return one.field == "file" && !one.file_name.empty();
    });
    return found == request.uploads.end() ? nullptr : &*found;
}

http::Response not_taken(Visit& visit, ClassOnDay on_day, std::string const& why) {
    auto const page = measures::actions::page_of(visit, std::move(on_day), {}, {{"file", why}});
    return visit.form_again(pages::of_class(visit.frame.guard, page));
}

// As though somebody had typed them: over what stands now, and not saved.
Fields typed_from(ClassOnDay const& on_day, std::vector<FoundScore> const& found) {
    Fields typed;
    for (auto const& one : found) {
        std::vector<measures::Stood> stands;
        for (auto const& measure : on_day.measures)
            stands.push_back({on_day.score(one.pupil, measure.id), on_day.version(one.pupil, measure.id)});
        auto const field = measures::stood_field(one.pupil);
        if (!typed.has(field)) typed.add(field, measures::as_text(stands));
        typed.add(measures::score_field(one.pupil, one.kind), hundredths::in_words(one.score));
    }
    return typed;
}

std::string who_is_left_out(ClassOnDay const& on_day) {
    std::string words;
    if (on_day.not_shown > 0) words += " Rows of a child of yours were left out.";
    if (!on_day.left.empty()) words += " Rows of pupils who have left the class were left out.";
    return words;
}

http::Response to_look_over(
    Visit& visit, ClassOnDay on_day, std::string const& file_name, std::vector<FoundScore> const& found
) {
    auto const typed = typed_from(on_day, found);
    auto page = measures::actions::page_of(visit, std::move(on_day), typed, {});
    page.from_file = text::counted(static_cast<long>(found.size()), "score", "scores") + " of " + file_name +
                     (found.size() == 1 ? " stands below." : " stand below.") + who_is_left_out(page.on_day);
    return visit.form_again(pages::of_class(visit.frame.guard, page));
}

http::Response post_file(Visit& visit, http::Request const& request) {
    auto on_day = class_of(visit, request);
    if (!on_day) return http::not_found();
    auto const* const upload = upload_of(request);
    if (upload == nullptr) return not_taken(visit, std::move(*on_day), "Choose a CSV file");
    auto const sheet = exchange::read_sheet(upload->data, exchange::Kind::pupils);
    if (!sheet)
        return not_taken(
            visit,
            std::move(*on_day),
            std::string(exchange::in_words(sheet.error())) + " (" + exchange::in_code(sheet.error()) + ")"
        );
    auto pupils = store::pupils_of(visit.db, visit.school, on_day->class_id, on_day->day);
    for (auto& one : pupils)
        one.is_left_out =
            std::ranges::none_of(on_day->pupils, [&](auto const& named) { return named.id() == one.id; });
    auto const found = scores_in(*sheet, on_day->measures, pupils);
    if (!found)
        return visit.form_again(pages::faults(visit.frame.guard, *on_day, upload->file_name, found.error()));
    return to_look_over(visit, std::move(*on_day), upload->file_name, *found);
}

}  // namespace

Routes routes() {
    return {
        {.method = "POST",
         .path = "/classes/{class}/measures/file",
         .needs = Permission::teach_class,
         .handle = post_file,
         .body_bytes = most_bytes,
         .free_text = FreeText::not_about_a_child},
    };
}

}  // namespace score_files
