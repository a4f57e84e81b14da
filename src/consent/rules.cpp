#include "consent/rules.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <vector>

namespace consent {
namespace {

// What one parent or carer says, after everything they have answered.
struct Voice {
    Received const* latest = nullptr;
    bool took_back = false;  // the latest answer takes back an agreement
    bool overruled = false;  // it was decided to go ahead although they object

    bool agrees() const { return latest->answer == Answer::given; }
    bool agrees_on(Date day) const {
        return agrees() && latest->has_a_say && (!latest->expires_on || *latest->expires_on >= day);
    }
    bool objects() const { return !agrees() && !overruled; }
};

struct Voices {
    std::map<ContactId, Voice> of;
    int not_to = 0;  // the number of the decision not to go ahead that stands; 0: none does

    bool decided_not_to() const { return not_to != 0; }

    bool someone_agrees_on(Date day) const {
        return std::ranges::any_of(of, [&](auto const& entry) { return entry.second.agrees_on(day); });
    }
    bool someone_agreed() const {
        return std::ranges::any_of(of, [](auto const& entry) { return entry.second.agrees(); });
    }
    bool someone_objects() const {
        return std::ranges::any_of(of, [](auto const& entry) { return entry.second.objects(); });
    }
    bool someone_took_back() const {
        return std::ranges::any_of(of, [](auto const& entry) { return entry.second.took_back; });
    }
    bool someone_is_overruled() const {
        return std::ranges::any_of(of, [](auto const& entry) { return entry.second.overruled; });
    }
};

void hear(Voices& voices, Received const& received) {
    if (received.by) {
        auto& voice = voices.of[*received.by];
        bool const agreed = voice.latest && voice.agrees();
        bool const takes_back = received.answer == Answer::withdrawn || agreed || voice.took_back;
        voice = {.latest = &received, .took_back = received.answer != Answer::given && takes_back};
        return;
    }
    if (received.answer == Answer::decided_not_to) {
        voices.not_to = std::max(voices.not_to, received.number);
        return;
    }
    // A decision weighs what is on record: a slip that comes in afterwards was not weighed, whatever its day.
    if (voices.not_to < received.number) voices.not_to = 0;
    for (auto& [contact, voice] : voices.of)
        voice.overruled |= !voice.agrees() && voice.latest->number < received.number;
}

bool said_before(Received const* one, Received const* other) {
    return std::tie(one->answered_on, one->number) < std::tie(other->answered_on, other->number);
}

Voices heard_by(std::span<Received const> history, Date day) {
    std::vector<Received const*> said;
    for (auto const& received : history)
        if (received.answered_on <= day) said.push_back(&received);
    std::ranges::stable_sort(said, said_before);
    Voices voices;
    for (auto const* received : said) hear(voices, *received);
    return voices;
}

std::optional<Refusal> objection_to_decision(Voices const& voices, Received const& decision) {
    if (decision.reason.empty()) return Refusal::reason_missing;
    bool const not_to = decision.answer == Answer::decided_not_to;
    if (not_to && voices.decided_not_to()) return Refusal::already_stands;

    bool const differ = voices.someone_objects();
    bool const changes_a_decision = not_to ? voices.someone_is_overruled() : voices.decided_not_to();
    if (!voices.someone_agrees_on(decision.answered_on) || !(differ || changes_a_decision))
        return Refusal::no_dispute;
    return std::nullopt;
}

bool already_stands(Voice const& voice, Received const& answer) {
    if (voice.overruled || voice.latest->answer != answer.answer) return false;
    return !voice.agrees() ||
           (voice.agrees_on(answer.answered_on) && voice.latest->expires_on == answer.expires_on &&
            voice.latest->form == answer.form);
}

}  // namespace

std::string_view in_words(Form form) {
    switch (form) {
        case Form::one_to_one: return "One to one";
        case Form::group: return "Group";
    }
    return {};
}

std::string_view as_said(Form form) {
    switch (form) {
        case Form::one_to_one: return "one to one";
        case Form::group: return "a group";
    }
    return {};
}

std::string_view that_the_yes_is_to_the_other(Form programme) {
    switch (programme) {
        case Form::one_to_one: return "The latest yes is to a group; this programme is one to one";
        case Form::group: return "The latest yes is to one to one; this programme is a group";
    }
    return {};
}

Standing standing_on(std::span<Received const> history, bool asked, Date day) {
    auto const voices = heard_by(history, day);
    if (voices.decided_not_to()) return Standing::refused;
    if (voices.someone_agrees_on(day))
        return voices.someone_objects() ? Standing::in_dispute : Standing::given;
    if (voices.someone_agreed() && !voices.someone_objects()) return Standing::expired;
    if (voices.someone_took_back()) return Standing::withdrawn;
    if (!voices.of.empty()) return Standing::refused;
    return asked ? Standing::asked : Standing::not_asked;
}

bool in_force_on(std::span<Received const> history, Date day) {
    return standing_on(history, false, day) == Standing::given;
}

Date last_day_of_yes(Date answered_on, int weeks) { return answered_on + weeks * calendar::days_in_week; }

std::optional<Date> holds_until(std::span<Received const> history, Date day) {
    std::optional<Date> last;
    for (auto const& [contact, voice] : heard_by(history, day).of) {
        if (!voice.agrees() || !voice.latest->has_a_say) continue;
        if (!voice.latest->expires_on) return std::nullopt;
        last = std::max(last, voice.latest->expires_on);
    }
    return last;
}

std::vector<ContactId> without_a_say(std::span<Received const> history, Date day) {
    std::vector<ContactId> found;
    for (auto const& [contact, voice] : heard_by(history, day).of)
        if (voice.agrees() && !voice.latest->has_a_say) found.push_back(contact);
    return found;
}

std::optional<Form> form_asked(
    std::span<Request const> requests, ContactId const& contact, Date answered_on
) {
    Request const* by_the_day = nullptr;
    Request const* at_all = nullptr;
    for (auto const& request : requests) {
        if (request.contact != contact) continue;
        at_all = &request;
        if (calendar::local_date(request.asked_at) <= answered_on) by_the_day = &request;
    }
    if (by_the_day) return by_the_day->form;
    return at_all ? at_all->form : form_asked_last(requests);
}

bool asked_about_both(std::span<Request const> requests) {
    return std::ranges::all_of(all_of<Form>(), [&](Form form) {
        return std::ranges::any_of(requests, [&](Request const& request) { return request.form == form; });
    });
}

std::optional<Form> form_asked_last(std::span<Request const> requests) {
    return requests.empty() ? std::nullopt : requests.back().form;
}

bool covers(std::span<Received const> history, Form form, Date day) {
    auto const voices = heard_by(history, day);
    return std::ranges::any_of(voices.of, [&](auto const& entry) {
        auto const& voice = entry.second;
        return voice.agrees_on(day) && voice.latest->form.value_or(form) == form;
    });
}

bool in_force_to(std::span<Received const> history, Form form, Date day) {
    return in_force_on(history, day) && covers(history, form, day);
}

std::optional<Date> in_force_since(std::span<Received const> history, std::optional<Form> form, Date day) {
    auto const holds = [&](Date on) {
        return form ? in_force_to(history, *form, on) : in_force_on(history, on);
    };
    // Between the days on which something is said or runs out nothing changes.
    std::vector<Date> turns;
    for (auto const& received : history) {
        turns.push_back(received.answered_on);
        if (received.expires_on) turns.push_back(*received.expires_on + 1);
    }
    std::erase_if(turns, [&](Date turn) { return turn > day; });
    std::ranges::sort(turns, std::greater());
    std::optional<Date> since;
    for (auto const turn : turns) {
        if (!holds(turn)) break;
        since = turn;
    }
    return since;
}

bool is_to_the_other(std::span<Received const> history, Form form, Date day) {
    return in_force_on(history, day) && !covers(history, form, day);
}

bool is_to_be_renewed(Received const& answer, Date day) {
    return answer.answer == Answer::given && answer.expires_on &&
           *answer.expires_on - days_to_ask_again <= day;
}

Received const* latest_answer_of(std::span<Received const> history, ContactId const& contact, Date day) {
    Received const* latest = nullptr;
    for (auto const& received : history)
        if (received.by == contact && received.answered_on <= day &&
            (!latest || said_before(latest, &received)))
            latest = &received;
    return latest;
}

bool is_outdated(std::span<Received const> history, Received const& received, Date day) {
    if (!received.by) return false;
    return std::ranges::any_of(history, [&](Received const& other) {
        return other.by == received.by && other.answered_on <= day && other.number < received.number &&
               said_before(&received, &other);
    });
}

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::in_the_future: return "The day of the answer must be today or earlier";
        case Refusal::already_stands: return "This answer stands already on that day";
        case Refusal::nothing_to_withdraw:
            return "This person had given no consent to withdraw by that day; mend the day, or record that "
                   "they "
                   "refuse";
        case Refusal::no_dispute:
            return "There is nothing to decide: one has to agree and another to object first";
        case Refusal::witness_missing: return "Enter who else heard the answer on the telephone";
        case Refusal::reason_missing: return "Enter the reason for the decision";
    }
    return {};
}

std::optional<Refusal> objection_to(std::span<Received const> history, Received const& answer, Date today) {
    if (answer.answered_on > today) return Refusal::in_the_future;
    auto const voices = heard_by(history, answer.answered_on);
    if (!answer.by) return objection_to_decision(voices, answer);

    if (answer.route == Route::telephone && answer.witness.empty()) return Refusal::witness_missing;
    auto const entry = voices.of.find(*answer.by);
    bool const known = entry != voices.of.end();
    if (known && already_stands(entry->second, answer)) return Refusal::already_stands;
    if (answer.answer == Answer::withdrawn && !(known && entry->second.agrees()))
        return Refusal::nothing_to_withdraw;
    return std::nullopt;
}

}  // namespace consent
