#include "programmes/forms.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/text.hpp"
#include "http/read_form.hpp"

namespace programmes::forms {
namespace {

constexpr std::size_t line = 200;
constexpr std::size_t short_text = 1000;

std::optional<int> number_of(std::string_view digits, int most) {
    int number = 0;
    auto const [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (fault != std::errc{} || end != digits.data() + digits.size() || number < 0 || number > most)
        return std::nullopt;
    return number;
}

enum class Half { unsaid, morning, afternoon };

// "am", "a.m." and "pm", "p.m." at the end of what was typed.
Half half_of_day(std::string_view lower) {
    if (lower.ends_with("am") || lower.ends_with("a.m.") || lower.ends_with("a.m")) return Half::morning;
    if (lower.ends_with("pm") || lower.ends_with("p.m.") || lower.ends_with("p.m")) return Half::afternoon;
    return Half::unsaid;
}

std::string_view without_half(std::string_view lower) {
    if (half_of_day(lower) == Half::unsaid) return lower;
    return text::trimmed(lower.substr(0, lower.find_first_of("ap")));
}

// The hour of the day, from 0 to 23: 12 am is midnight, 12 pm noon.
std::optional<int> hour_in(Half half, std::optional<int> said) {
    if (!said || half == Half::unsaid) return said;
    if (*said < 1 || *said > 12) return std::nullopt;
    return *said % 12 + (half == Half::afternoon ? 12 : 0);
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

bool holds(FormErrors const& errors, std::string_view field) {
    return std::ranges::find(errors, field, &FieldError::field) != errors.end();
}

int places_of(http::FormReader& form, Form chosen) {
    if (chosen == Form::one_to_one) return 1;
    return static_cast<int>(form.number("places", "Enter how many children the group may hold", 2, 30));
}

// The words of one target: as the page held them, and as they were typed.
struct Wording {
    std::string held;
    std::string typed;
    bool is_touched() const { return typed != held; }
};

// However long it is: what is too long to be saved was typed all the same.
Wording wording_of(Fields const& fields, TargetId const& target) {
    constexpr auto any_length = std::numeric_limits<std::size_t>::max();
    http::FormReader form(fields);
    return {
        .held = form.text_if_any("held-" + words_field(target), any_length),
        .typed = form.text_if_any(words_field(target), any_length)};
}

// What nobody touched stays as it stands, whatever the page held.
std::string words_after(Wording const& wording, std::string const& standing) {
    return wording.is_touched() ? wording.typed : standing;
}

// Some targets may wait for another talk, but not all of them; and words that stand are not wiped out.
void ask_for_words(http::FormReader& form, Targets const& input, std::vector<Target> const& standing) {
    auto const is_empty = [](auto const& worded) { return worded.second.empty(); };
    bool const nothing_new = !input.new_area && input.new_words.empty();
    bool const nothing_said = nothing_new && std::ranges::all_of(input.words, is_empty);
    for (auto const& target : standing) {
        auto const typed =
            std::ranges::find(input.words, target.id, [](auto const& one) { return one.first; });
        if (typed == input.words.end() || !is_empty(*typed)) continue;
        if (!target.words.empty())
            form.add_error(
                words_field(target.id),
                "Enter the target in the child's own words; to give it up, take it out below"
            );
        else if (nothing_said)
            form.add_error(
                words_field(target.id),
                "Enter what the child hopes for in " + target.area_name + ", in their own words"
            );
    }
    if (nothing_said && input.words.empty())
        form.add_error("area", "Choose a target area, and enter the target in the child's own words");
}

// Sessions are held by day: "1:15" is a quarter past one in the afternoon, and is to be said so.
std::string start_of_a_session(http::FormReader& form, Fields const& fields) {
    constexpr std::string_view earliest = "07:00";
    constexpr std::string_view latest = "19:00";
    auto const time = time_of_day(fields.value("starts_at_time"));
    if (!time)
        form.add_error("starts_at_time", "Enter the time the session begins, such as 10:30");
    else if (*time < earliest || *time > latest)
        form.add_error("starts_at_time", "That is at night. Enter a time such as 13:15 or 1.15pm");
    return time.value_or("");
}

}  // namespace

std::optional<std::string> time_of_day(std::string_view typed) {
    auto const lower = text::ascii_lower(text::trimmed(typed));
    auto const half = half_of_day(lower);
    auto const text = without_half(lower);
    auto const parting = text.find_first_of(":.");
    // Without minutes only "am" or "pm" makes a number a time.
    if (parting == std::string_view::npos && half == Half::unsaid) return std::nullopt;
    auto const hour_digits = text.substr(0, parting);
    auto const minute_digits = parting == std::string_view::npos ? "00" : text.substr(parting + 1);
    if (hour_digits.empty() || hour_digits.size() > 2 || minute_digits.size() != 2) return std::nullopt;
    auto const hour = hour_in(half, number_of(hour_digits, 23));
    auto const minute = number_of(minute_digits, 59);
    if (!hour || !minute) return std::nullopt;
    return two_digits(*hour) + ":" + two_digits(*minute);
}

TypedProgramme new_programme(Fields const& fields, Date today) {
    http::FormReader form(fields);
    NewProgramme input;
    input.name = form.text("name", "Enter a name, such as Friendship group, spring", line);
    input.form = form.choice<Form>("form", "Choose one to one or a group");
    input.places = places_of(form, input.form);
    input.deliverer = form.id<StaffId>("deliverer", "Choose who delivers the sessions");
    input.room = form.id<schools::RoomId>("room", "Choose a room");
    input.starts_on =
        form.date("starts_on", "Enter the day of the first session", http::within_the_next(1, today));
    input.starts_at_time = start_of_a_session(form, fields);
    input.minutes =
        static_cast<int>(form.number("minutes", "Enter how many minutes a session takes", 5, 240));
    input.weeks = static_cast<int>(form.number("weeks", "Enter how many weeks the programme runs", 1, 40));
    input.reason = form.text_if_any("reason", short_text);
    if (holds(form.errors(), "starts_on")) input.starts_on = today;
    return {input, form.errors()};
}

Expected<Naming, FormErrors> naming(Fields const& fields) {
    http::FormReader form(fields);
    Naming input;
    input.name = form.text("name", "Enter a name, such as Friendship group, spring", line);
    input.version = static_cast<int>(form.number_if_any("version", 0, 1'000'000).value_or(0));
    if (!form.errors().empty()) return refuse(form.errors());
    return input;
}

Fields usual(schools::PolicyVersion const& policy) {
    return Fields(
        {{"places", std::to_string(policy.group_most)},
         {"weeks", std::to_string(policy.weeks_least)},
         {"minutes", "45"}}
    );
}

Expected<Targets, FormErrors> targets(Fields const& fields, std::vector<Target> const& standing) {
    http::FormReader form(fields);
    Targets input;
    for (auto const& target : standing)
        if (fields.has(words_field(target.id))) {
            form.text_if_any(words_field(target.id), short_text);
            input.words.emplace_back(target.id, words_after(wording_of(fields, target.id), target.words));
        }
    input.new_area = form.id_if_any<AreaId>("area");
    input.new_words = form.text_if_any("words", short_text);
    if (form.errors().empty()) ask_for_words(form, input, standing);
    if (!input.new_area && !input.new_words.empty())
        form.add_error("area", "Choose the target area that these words belong to");
    if (input.new_area && input.new_words.empty())
        form.add_error("words", "Enter the target in the child's own words");
    for (auto const& target : reworded_by_two(fields, standing))
        form.add_error(
            words_field(target),
            "Someone changed this target while you wrote. Both texts stand here: put together what should "
            "stay, then save"
        );
    if (!form.errors().empty()) return refuse(form.errors());
    return input;
}

Fields typed(std::vector<Target> const& targets) {
    Fields fields;
    for (auto const& target : targets) fields.add(words_field(target.id), target.words);
    return fields;
}

Fields typed_beside(Fields const& fields, std::vector<Target> const& standing) {
    Fields beside;
    for (auto const& target : standing)
        if (!wording_of(fields, target.id).is_touched()) beside.add(words_field(target.id), target.words);
    // The first of a name counts.
    for (auto const& [name, value] : fields.entries()) beside.add(name, value);
    return beside;
}

std::vector<TargetId> reworded_by_two(Fields const& fields, std::vector<Target> const& standing) {
    std::vector<TargetId> reworded;
    for (auto const& target : standing) {
        auto const wording = wording_of(fields, target.id);
        bool const moved = wording.held != target.words && wording.typed != target.words;
        if (wording.is_touched() && moved) reworded.push_back(target.id);
    }
    return reworded;
}

Expected<std::vector<Measure>, FormErrors> measures(
    Fields const& fields, std::vector<Target> const& targets
) {
    http::FormReader form(fields);
    std::vector<Measure> measures;
    for (auto const& target : targets) {
        auto const rating =
            form.number(measure_field(target.id), "Choose a number from 0 to 10 for " + named(target), 0, 10);
        measures.push_back({target.id, static_cast<int>(rating)});
    }
    if (!form.errors().empty()) return refuse(form.errors());
    return measures;
}

Expected<std::string, FormErrors> reason_for_the_place(Fields const& fields) {
    http::FormReader form(fields);
    auto reason = form.text_if_any("reason", short_text);
    if (!form.errors().empty()) return refuse(form.errors());
    return reason;
}

Expected<NewDelivery, FormErrors> new_delivery(Fields const& fields, Date today) {
    http::FormReader form(fields);
    NewDelivery input;
    input.from_on =
        form.date("from_on", "Enter the first day of the change", http::within_the_next(1, today));
    input.deliverer = form.id<StaffId>("deliverer", "Choose who delivers the sessions");
    input.room = form.id<schools::RoomId>("room", "Choose a room");
    input.weekday = form.choice<Weekday>("weekday", "Choose the weekday");
    input.starts_at_time = start_of_a_session(form, fields);
    input.reason = form.text("reason", "Enter why it changes", short_text);
    if (!form.errors().empty()) return refuse(form.errors());
    return input;
}

Fields typed(Programme const& programme, Date from_on) {
    return Fields(
        {{"from_on", calendar::iso(from_on)},
         {"deliverer", std::string(programme.deliverer.text())},
         {"room", std::string(programme.room.text())},
         {"weekday", std::string(word(static_cast<Weekday>(programme.weekday())))},
         {"starts_at_time", programme.starts_at_time}}
    );
}

Expected<FirstDay, FormErrors> first_day(Fields const& fields, Date today) {
    http::FormReader form(fields);
    FirstDay input;
    input.starts_on = form.date(
        "starts_on", "Enter the day on which the programme starts", http::within_the_next(1, today)
    );
    input.reason = form.text("reason", "Enter why it starts on another day", short_text);
    input.shown_from = calendar::parse_iso(fields.value("shown_from"));
    if (!form.errors().empty()) return refuse(form.errors());
    return input;
}

Expected<FewChildren, FormErrors> few_children(Fields const& fields) {
    http::FormReader form(fields);
    FewChildren input;
    input.reason = form.text("few_children", "Enter why so few children are in the group", short_text);
    input.children =
        static_cast<int>(form.number("children", "Open the programme again and say why there", 1, 6));
    input.version = static_cast<int>(form.number_if_any("version", 0, 1'000'000).value_or(0));
    if (!form.errors().empty()) return refuse(form.errors());
    return input;
}

Expected<std::string, FormErrors> removal(Fields const& fields) {
    http::FormReader form(fields);
    auto reason = form.text("reason", "Enter why the programme is removed, such as made twice", short_text);
    if (!form.errors().empty()) return refuse(form.errors());
    return reason;
}

Expected<Extension, FormErrors> extension(Fields const& fields) {
    http::FormReader form(fields);
    Extension input;
    input.weeks =
        static_cast<int>(form.number("weeks", "Enter how many weeks the programme runs in all", 1, 40));
    input.reason = form.text_if_any("reason", short_text);
    if (!form.errors().empty()) return refuse(form.errors());
    return input;
}

Expected<Ending, FormErrors> ending(Fields const& fields) {
    http::FormReader form(fields);
    Ending input;
    input.reason = form.choice<cases::EndReason>("end_reason", "Choose why the place ends");
    input.why = form.text("why", "Enter why, in a line", short_text);
    // The others follow from what happens elsewhere: completion, a withdrawal, an allocation that is undone.
    bool const chosen_by_people =
        input.reason == cases::EndReason::left_school || input.reason == cases::EndReason::no_longer_needed ||
        input.reason == cases::EndReason::moved_programme || input.reason == cases::EndReason::own_wish;
    if (form.errors().empty() && !chosen_by_people) form.add_error("end_reason", "Choose why the place ends");
    if (!form.errors().empty()) return refuse(form.errors());
    return input;
}

}  // namespace programmes::forms
