#include "impact/forms.hpp"

#include "http/read_form.hpp"

namespace impact::forms {
namespace {

constexpr std::size_t long_text = 4000;
constexpr std::size_t line = 500;

}  // namespace

Expected<Review, FormErrors> review(Fields const& fields, std::vector<programmes::Target> const& targets) {
    http::FormReader form(fields);
    Review written;
    for (auto const& target : targets) {
        auto const field = programmes::measure_field(target.id);
        auto const rating =
            form.number(field, "Choose a number from 0 to 10 for " + programmes::named(target), 0, 10);
        written.ratings.push_back({target.id, static_cast<int>(rating)});
    }
    written.words = form.text("words", "Enter what you see in class", long_text);
    written.outcome = form.choice<ReviewOutcome>("outcome", "Choose how far the change lasts");
    if (!form.errors().empty()) return refuse(form.errors());
    return written;
}

Expected<Decision, FormErrors> decision(Fields const& fields) {
    http::FormReader form(fields);
    Decision decided;
    decided.next = form.choice<Next>("next", "Choose what comes next");
    if (decided.next == Next::outside_agency)
        decided.what = form.text("agency", "Enter which agency, such as Educational Psychology", line);
    if (decided.next == Next::something_different)
        decided.what = form.text("something", "Enter what is to be different", line);
    decided.reason = form.text("reason", "Enter why", long_text);
    if (!form.errors().empty()) return refuse(form.errors());
    return decided;
}

Fields next_concern(referrals::ConcernInput const& concern) {
    Fields fields;
    fields.add("seen", concern.seen);
    fields.add("tried", concern.tried);
    for (auto const& area : concern.areas) fields.add("areas", std::string(area.text()));
    if (concern.attachment_figure) fields.add("attachment_figure", "yes");
    fields.add("parents_spoken_to", std::string(word(concern.parents_spoken_to)));
    fields.add("source", std::string(word(concern.source)));
    fields.add("noticed_on", calendar::iso(concern.noticed_on));
    return fields;
}

Expected<Meeting, FormErrors> meeting(Fields const& fields, Date today) {
    http::FormReader form(fields);
    Meeting held;
    held.asked = form.id_if_any<CheckInId>("asked");
    held.held_on = form.date("held_on", "Enter the day you met", http::within_the_last(2, today));
    held.line = form.text("line", "Enter how the child is, in a line", line);
    if (!form.errors().empty()) return refuse(form.errors());
    return held;
}

Expected<AskedBy, FormErrors> wish(Fields const& fields, bool by_deliverer) {
    http::FormReader form(fields);
    auto const asked_by = form.choice<AskedBy>("asked_by", "Choose who would like to meet");
    if (!form.errors().empty()) return refuse(form.errors());
    if (asked_by == AskedBy::child) return asked_by;
    return by_deliverer ? AskedBy::nurture_assistant : AskedBy::class_teacher;
}

}  // namespace impact::forms
