#include "sessions/forms.hpp"

#include <algorithm>

#include "http/read_form.hpp"

namespace sessions::forms {
namespace {

constexpr std::size_t long_text = 8000;
constexpr std::size_t short_text = 2000;
constexpr std::size_t one_sentence = 300;

std::vector<Rating> ratings_in(
    http::FormReader& form, Fields const& fields, std::vector<programmes::Target> const& targets
) {
    std::vector<Rating> ratings;
    for (auto const& target : targets) {
        auto const field = rating_field(target.id);
        if (fields.holds(field, not_seen)) {
            ratings.push_back({target.id, std::nullopt});
            continue;
        }
        auto const missing = "Choose a number from 0 to 10 for " + programmes::named(target) +
                             ", or that it was not seen today";
        ratings.push_back({target.id, static_cast<int>(form.number(field, missing, 0, 10))});
    }
    return ratings;
}

Voice rest_of_voice(http::FormReader& form, Fields const& fields, std::optional<Feeling> feeling) {
    return {
        .feeling = feeling,
        .own_words = form.text_if_any("own_words", one_sentence),
        .said_for = fields.holds("may_see", "yes") ? VoiceFor::helpers : VoiceFor::only_here};
}

bool says_everyone_is_here(Fields const& fields) { return fields.holds("everyone", "here"); }

// The page asks nothing of a child without consent, or who has not started.
bool stands_aside(std::string_view mark) { return mark == "no_consent" || mark == "not_started"; }

// Who is ticked is not here, for a reason; everyone else whom the page showed is.
void mark(http::FormReader& form, Fields const& fields, Listed const& child, Register& entered) {
    auto const field = register_field(child.place);
    if (stands_aside(fields.value(field))) {
        entered.aside.insert(child.place);
        return;
    }
    auto const why = why_absent_field(child.place);
    auto const reason = form.choice_if_any<WhyAbsent>(why);
    if (form.choice_if_any<Attendance>(field) == Attendance::not_here) {
        if (!reason) form.add_error(why, "Choose why " + child.name + " is not here");
        if (reason) entered.absent.emplace(child.place, *reason);
        return;
    }
    if (reason) {
        form.add_error(
            field, "Tick " + child.name + " as not here, or take away why they are not: choose “Choose why”"
        );
        return;
    }
    if (!fields.has(listed_field(child.place)))
        form.add_error(
            field, child.name + " joined this register after you opened it; look whether they are here"
        );
    entered.named.insert(child.place);
}

std::optional<std::string> first_ticked(Fields const& fields) {
    auto const& sent = fields.entries();
    auto const ticked = std::ranges::find_if(sent, [](auto const& entry) {
        return place_in_register(entry.first) && entry.second == word(Attendance::not_here);
    });
    return ticked == sent.end() ? std::nullopt : std::optional(ticked->first);
}

std::vector<std::string> asked_of(Fields const& fields, std::vector<Listed> const& children) {
    std::vector<std::string> asked;
    for (auto const& child : children)
        if (!stands_aside(fields.value(register_field(child.place)))) asked.push_back(child.called);
    return asked;
}

// Two ways to say it, so that neither a press too early nor a box forgotten tells of a child what was not so.
void refuse_both_ways(http::FormReader& form, Fields const& fields, std::vector<std::string> const& asked) {
    auto const ticked = first_ticked(fields);
    if (!ticked || !says_everyone_is_here(fields)) return;
    auto const buttons = buttons_of_register(asked);
    if (asked.size() == 1)
        form.add_error(
            "why_not",
            "You ticked that " + asked.front() + " is not here: press “" + buttons.everyone_is_here +
                "” if they are, or say here why the session was not held"
        );
    else
        form.add_error(
            *ticked,
            "You ticked who is not here, so not everyone is: take the tick away, or press “" +
                buttons.others_are_here + "”"
        );
}

void refuse_neither_way(
    http::FormReader& form, Fields const& fields, std::vector<Listed> const& children, Register const& entered
) {
    if (first_ticked(fields) || says_everyone_is_here(fields)) return;
    auto const first = std::ranges::find_if(children, [&](Listed const& child) {
        return entered.named.contains(child.place);
    });
    if (first == children.end()) return;
    auto const asked = asked_of(fields, children);
    auto const press = "ress “" + buttons_of_register(asked).everyone_is_here + "”";
    if (asked.size() == 1)
        form.add_error("why_not", "P" + press + ", or say here why the session was not held");
    else
        form.add_error(register_field(first->place), "Tick who is not here, or p" + press);
}

// The register asks why of every absence, and an only child's is said here.
void ask_why_of_an_only_child(
    http::FormReader& form, Fields const& fields, std::vector<Listed> const& children, NotHeld const& entered
) {
    bool const was_absent = fields.holds("why_not", word(programmes::WhyNot::pupil_absent));
    if (!was_absent || !entered.absent.empty()) return;
    std::vector<Listed> asked;
    std::ranges::copy_if(children, std::back_inserter(asked), [&](Listed const& child) {
        return fields.has(why_missed_field(child.place));
    });
    if (asked.size() == 1)
        form.add_error(
            why_missed_field(asked.front().place), "Choose why " + asked.front().called + " did not come"
        );
}

// A register that was open for a while may name children who have left it since.
void name_who_left(Fields const& fields, std::vector<Listed> const& children, Register& entered) {
    for (auto const& [field, value] : fields.entries()) {
        auto const place = place_in_register(field);
        if (place && !stands_aside(value) &&
            std::ranges::find(children, *place, &Listed::place) == children.end())
            entered.named.insert(*place);
    }
}

}  // namespace

int version(Fields const& fields) {
    http::FormReader form(fields);
    auto const* const name = fields.has("plan_version") ? "plan_version" : "version";
    return static_cast<int>(form.number_if_any(name, 0, 1'000'000).value_or(0));
}

Expected<std::string, FormErrors> plan(Fields const& fields) {
    http::FormReader form(fields);
    auto text = form.text_if_any("plan", long_text);
    if (!form.errors().empty()) return refuse(form.errors());
    return text;
}

Expected<std::string, FormErrors> plan_review(Fields const& fields) {
    http::FormReader form(fields);
    auto text = form.text("note", "Enter a note for who delivers the session", short_text);
    if (!form.errors().empty()) return refuse(form.errors());
    return text;
}

Expected<Register, FormErrors> the_register(
    Fields const& fields, std::vector<Listed> const& children, Date starts_on, Date today
) {
    http::FormReader form(fields);
    Register entered;
    refuse_both_ways(form, fields, asked_of(fields, children));
    for (auto const& child : children) mark(form, fields, child, entered);
    if (form.errors().empty()) refuse_neither_way(form, fields, children, entered);
    entered.held_on =
        form.date("held_on", "Enter the day the session was held", http::since(starts_on, today));
    if (!form.errors().empty()) return refuse(form.errors());
    name_who_left(fields, children, entered);
    return entered;
}

Expected<std::string, FormErrors> undoing(Fields const& fields) {
    http::FormReader form(fields);
    auto reason = form.text("reason", "Enter why it is undone", short_text);
    if (!form.errors().empty()) return refuse(form.errors());
    return reason;
}

Expected<NotHeld, FormErrors> not_held(
    Fields const& fields, std::vector<Listed> const& children, Date today
) {
    http::FormReader form(fields);
    NotHeld entered;
    entered.why = form.choice<programmes::WhyNot>("why_not", "Choose why the session was not held");
    for (auto const& child : children)
        if (auto const why = form.choice_if_any<WhyAbsent>(why_missed_field(child.place)))
            entered.absent.emplace(child.place, *why);
    ask_why_of_an_only_child(form, fields, children, entered);
    entered.instead = form.choice<Instead>("instead", "Choose whether the session is held on another day");
    if (entered.instead == Instead::on_a_day)
        entered.on = form.date("on", "Enter the day it is held instead", http::around(1, 1, today));
    if (!form.errors().empty()) return refuse(form.errors());
    return entered;
}

Expected<Evaluation, FormErrors> evaluation(
    Fields const& fields, std::vector<programmes::Target> const& targets
) {
    http::FormReader form(fields);
    Evaluation entered;
    entered.version = version(fields);
    entered.attended = !fields.holds("attended", "no");
    if (!entered.attended) {
        entered.why_absent = form.choice<WhyAbsent>("why_absent", "Choose why the child was not there");
    } else {
        entered.ratings = ratings_in(form, fields, targets);
        entered.voice = rest_of_voice(form, fields, form.choice_if_any<Feeling>("feeling"));
    }
    entered.noticed = form.text_if_any("noticed", short_text);
    entered.next_time = form.text_if_any("next_time", short_text);
    entered.confidence = form.text_if_any("confidence", short_text);
    if (!form.errors().empty()) return refuse(form.errors());
    return entered;
}

Fields typed(Evaluation const& evaluation) {
    Fields fields;
    fields.add("attended", evaluation.attended ? "yes" : "no");
    if (evaluation.why_absent) fields.add("why_absent", std::string(word(*evaluation.why_absent)));
    auto const& voice = evaluation.voice;
    if (voice.feeling) fields.add("feeling", std::string(word(*voice.feeling)));
    fields.add("own_words", voice.own_words);
    fields.add("may_see", voice.says_something() && need_to_know::is_shared(voice.said_for) ? "yes" : "no");
    for (auto const& rating : evaluation.ratings)
        fields.add(
            rating_field(rating.target),
            rating.rating ? std::to_string(*rating.rating) : std::string(not_seen)
        );
    fields.add("noticed", evaluation.noticed);
    fields.add("next_time", evaluation.next_time);
    fields.add("confidence", evaluation.confidence);
    return fields;
}

Expected<Voice, FormErrors> voice(Fields const& fields) {
    if (fields.holds("done", "not-said")) return Voice{};
    http::FormReader form(fields);
    auto const chosen = form.choice<Feeling>("feeling", "Touch the face that fits best");
    auto said = rest_of_voice(form, fields, chosen);
    if (!form.errors().empty()) return refuse(form.errors());
    return said;
}

}  // namespace sessions::forms
