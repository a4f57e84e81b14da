#include "referrals/forms.hpp"

#include "http/read_form.hpp"

namespace referrals::forms {
namespace {

constexpr std::size_t most_in_a_line = 120;
constexpr std::size_t most_in_a_reason = 1000;
constexpr long highest_version = 1'000'000;
constexpr long longest_list = 10'000;
constexpr int days_until_looked_at_again = 42;

// What is noticed or talked through is written down soon; a child may have been watched for a year or two.
constexpr int years_back = 2;

void read_what_instead(http::FormReader& form, DiscussionInput& said, Date today) {
    switch (said.outcome) {
        case cases::DiscussionOutcome::go_on: said.areas = form.ids<AreaId>("areas"); break;
        case cases::DiscussionOutcome::something_else:
            said.instead = form.text_if_any("instead", most_in_a_reason);
            break;
        case cases::DiscussionOutcome::more_information:
            said.information_from = form.text_if_any("information_from", most_in_a_line);
            said.information_by_on = form.date_if_any("information_by_on", http::within_the_next(1, today));
            break;
        case cases::DiscussionOutcome::no_need_now: break;
    }
}

int read_weight(http::FormReader& form, std::string_view field, std::string_view absent) {
    return static_cast<int>(form.number(field, absent, 0, most_weight));
}

}  // namespace

Fields new_concern(Date today) {
    Fields fields;
    fields.add("source", std::string(word(Source::staff)));
    fields.add("noticed_on", calendar::iso(today));
    return fields;
}

Fields typed(ConcernInput const& said) {
    Fields fields;
    fields.add("seen", said.seen);
    fields.add("tried", said.tried);
    for (auto const& area : said.areas) fields.add("areas", std::string(area.text()));
    if (said.attachment_figure) fields.add("attachment_figure", "yes");
    fields.add("parents_spoken_to", std::string(word(said.parents_spoken_to)));
    fields.add("source", std::string(word(said.source)));
    fields.add("source_name", said.source_name);
    fields.add("noticed_on", calendar::iso(said.noticed_on));
    return fields;
}

Expected<ConcernInput, FormErrors> read_concern(Fields const& fields, Date today) {
    http::FormReader form(fields);
    ConcernInput said;
    said.seen = form.text("seen", "Enter what you saw");
    said.tried = form.text_if_any("tried");
    said.areas = form.ids<AreaId>("areas");
    said.attachment_figure = form.ticked("attachment_figure");
    said.parents_spoken_to =
        form.choice<ParentsSpokenTo>("parents_spoken_to", "Choose whether parents have been spoken to");
    said.source = form.choice<Source>("source", "Choose who raised the concern");
    if (said.source == Source::agency)
        said.source_name = form.text(
            "source_name", "Enter the name of the agency, such as the Early Help Service", most_in_a_line
        );
    said.noticed_on =
        form.date("noticed_on", "Enter the day it was noticed", http::within_the_last(years_back, today));
    if (!form.errors().empty()) return refuse(form.errors());
    return said;
}

int read_version(Fields const& fields) {
    http::FormReader form(fields);
    return static_cast<int>(form.number_if_any("version", 0, highest_version).value_or(0));
}

Expected<std::string, FormErrors> read_answer(Fields const& fields) {
    http::FormReader form(fields);
    auto answer = form.text("answer", "Enter what the parent was told, how and by whom");
    if (!form.errors().empty()) return refuse(form.errors());
    return answer;
}

bool read_parents_spoken_to(Fields const& fields) {
    return http::FormReader(fields).ticked("parents_spoken_to");
}

Expected<std::string, FormErrors> read_reason_if_any(Fields const& fields) {
    http::FormReader form(fields);
    auto reason = form.text_if_any("reason", most_in_a_reason);
    if (!form.errors().empty()) return refuse(form.errors());
    return reason;
}

Expected<std::string, FormErrors> read_declining(Fields const& fields) {
    http::FormReader form(fields);
    auto why = form.text("reason", "Enter why not now", most_in_a_reason);
    if (!form.errors().empty()) return refuse(form.errors());
    return why;
}

Expected<std::string, FormErrors> read_closing(Fields const& fields) {
    http::FormReader form(fields);
    auto why = form.text("reason", "Enter why the case ends", most_in_a_reason);
    if (!form.errors().empty()) return refuse(form.errors());
    return why;
}

Fields new_discussion(Date today, std::vector<AreaId> const& areas) {
    Fields fields;
    fields.add("held_on", calendar::iso(today));
    for (auto const& area : areas) fields.add("areas", std::string(area.text()));
    return fields;
}

Expected<DiscussionInput, FormErrors> read_discussion(Fields const& fields, Date today) {
    http::FormReader form(fields);
    DiscussionInput said;
    said.held_on =
        form.date("held_on", "Enter the day it was talked through", http::within_the_last(years_back, today));
    said.present = form.text("present", "Enter who was there", most_in_a_reason);
    said.outcome = form.choice<cases::DiscussionOutcome>("outcome", "Choose what you came to");
    said.reason = form.text("reason", "Enter why you came to this", most_in_a_reason);
    read_what_instead(form, said, today);
    if (!form.errors().empty()) return refuse(form.errors());
    return said;
}

Expected<PrioritisationInput, FormErrors> read_prioritisation(Fields const& fields) {
    http::FormReader form(fields);
    PrioritisationInput said;
    said.form = form.choice<FormOfSupport>("form", "Choose one to one or a group");
    said.need = read_weight(form, "need", "Choose how much the child needs support");
    said.impact_on_learning =
        read_weight(form, "impact_on_learning", "Choose how much the child's learning suffers");
    if (!fields.has("earlier_support"))
        form.add_error("earlier_support", "Choose whether there was support before");
    said.earlier_support = fields.holds("earlier_support", "yes");
    said.reason = form.text("reason", "Enter why you chose this", most_in_a_reason);
    if (!form.errors().empty()) return refuse(form.errors());
    return said;
}

Fields new_waiting(Date today) {
    Fields fields;
    fields.add("review_by_on", calendar::iso(today + days_until_looked_at_again));
    return fields;
}

Fields waiting_again(WaitingInput const& said, Date today) {
    bool const is_to_come = said.review_by_on > today;
    Fields fields;
    fields.add(
        "review_by_on", calendar::iso(is_to_come ? said.review_by_on : today + days_until_looked_at_again)
    );
    fields.add("meanwhile", said.meanwhile);
    return fields;
}

Expected<WaitingInput, FormErrors> read_waiting(Fields const& fields, Date today) {
    http::FormReader form(fields);
    WaitingInput said{
        .review_by_on = form.date(
            "review_by_on", "Enter the day on which to look at this again", http::within_the_next(1, today)
        ),
        .meanwhile = form.text("meanwhile", "Enter what is offered meanwhile", most_in_a_reason)};
    if (!form.errors().empty()) return refuse(form.errors());
    return said;
}

Expected<MoveInput, FormErrors> read_move(Fields const& fields) {
    http::FormReader form(fields);
    MoveInput wish;
    wish.from = static_cast<int>(form.number_if_any("from", 1, longest_list).value_or(0));
    wish.to = static_cast<int>(
        fields.has("to") ? form.number("to", "Choose where to move", 1, longest_list)
                         : form.number("place", "Enter the place to move to", 1, longest_list)
    );
    wish.reason = form.text("reason", "Enter why the child moves on the list", most_in_a_reason);
    if (!form.errors().empty()) return refuse(form.errors());
    return wish;
}

}  // namespace referrals::forms
