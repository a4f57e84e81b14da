#include "consent/rules.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <set>
#include <vector>

#include "consent/voice_rules.hpp"

namespace consent {
namespace {

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
           (voice.agrees_on(answer.answered_on) && voice.latest->expires_on == answer.expires_on);
}

std::optional<Refusal> objection_to_saying(Voices const& voices, Received const& answer) {
    if (!answer.by) return objection_to_decision(voices, answer);
    auto const entry = voices.of.find(*answer.by);
    bool const known = entry != voices.of.end();
    if (known && already_stands(entry->second, answer)) return Refusal::already_stands;
    if (answer.answer == Answer::withdrawn && !(known && entry->second.agrees()))
        return Refusal::nothing_to_withdraw;
    return std::nullopt;
}

// From what leads furthest to what leads nowhere yet.
constexpr std::array from_the_furthest{
    Standing::given,
    Standing::in_dispute,
    Standing::expired,
    Standing::withdrawn,
    Standing::refused,
    Standing::asked,
    Standing::not_asked};

void in_order_of_saying(std::vector<Received>& answers) {
    std::ranges::sort(answers, [](auto const& one, auto const& other) { return said_before(&one, &other); });
}

template <class Holds>
bool to_any_form(Holds holds) {
    return std::ranges::any_of(all_of<Form>(), holds);
}

}  // namespace

Standing standing_to(std::span<Received const> history, Form form, bool asked, Date day) {
    auto const voices = heard_by(history, form, day);
    if (voices.decided_not_to()) return Standing::refused;
    if (voices.someone_agrees_on(day)) {
        if (voices.someone_withdraws()) return Standing::withdrawn;
        return voices.someone_objects() ? Standing::in_dispute : Standing::given;
    }
    if (voices.someone_agreed() && !voices.someone_objects()) return Standing::expired;
    if (voices.someone_took_back()) return Standing::withdrawn;
    if (!voices.of.empty()) return Standing::refused;
    return asked ? Standing::asked : Standing::not_asked;
}

Standing standing_on(std::span<Received const> history, bool asked, Date day) {
    std::array const both{
        standing_to(history, Form::one_to_one, asked, day), standing_to(history, Form::group, asked, day)};
    return *std::ranges::find_first_of(from_the_furthest, both);
}

bool may_be_decided(std::span<Received const> history, Form form, Date day) {
    auto const voices = heard_by(history, form, day);
    return !voices.decided_not_to() && voices.someone_agrees_on(day) && voices.someone_objects();
}

std::vector<Received> withdrawals(std::span<Received const> history, Form form, Date day) {
    std::vector<Received> found;
    for (auto const& [contact, voice] : heard_by(history, form, day).of)
        if (voice.withdraws()) found.push_back(*voice.withdrawal);
    in_order_of_saying(found);
    return found;
}

Received const* decision_in_force(std::span<Received const> history, Form form, Date day) {
    if (!in_force_to(history, form, day) || !heard_by(history, form, day).someone_is_overruled())
        return nullptr;
    Received const* latest = nullptr;
    for (auto const& received : history)
        if (received.answer == Answer::decided_to_go_ahead && received.answered_on <= day &&
            is_about(received, form) && (!latest || said_before(latest, &received)))
            latest = &received;
    return latest;
}

std::vector<Received> withdrawals(std::span<Received const> history, Date day) {
    std::vector<Received> all;
    for (auto const form : all_of<Form>())
        for (auto const& one : withdrawals(history, form, day))
            if (std::ranges::find(all, one.number, &Received::number) == all.end()) all.push_back(one);
    in_order_of_saying(all);
    std::vector<Received> found;
    std::ranges::copy_if(all, std::back_inserter(found), [&](Received const& one) {
        return latest_answer_of(history, *one.by, day)->answer != Answer::given;
    });
    return found.empty() ? all : found;
}

std::vector<ContactId> who_agrees(std::span<Received const> history, Form form, Date day) {
    std::vector<ContactId> found;
    for (auto const& [contact, voice] : heard_by(history, form, day).of)
        if (voice.agrees_on(day)) found.push_back(contact);
    return found;
}

bool in_force_on(std::span<Received const> history, Date day) {
    return to_any_form([&](Form form) { return in_force_to(history, form, day); });
}

Date last_day_of_yes(Date answered_on, int weeks) { return answered_on + weeks * calendar::days_in_week; }

std::optional<Date> holds_until(std::span<Received const> history, Form form, Date day) {
    std::optional<Date> last;
    for (auto const& [contact, voice] : heard_by(history, form, day).of) {
        if (!voice.agrees() || !voice.latest->has_a_say) continue;
        if (!voice.latest->expires_on) return std::nullopt;
        last = std::max(last, voice.latest->expires_on);
    }
    return last;
}

std::optional<Date> holds_until(std::span<Received const> history, Date day) {
    std::optional<Date> last;
    for (auto const form : all_of<Form>())
        if (standing_to(history, form, false, day) == standing_on(history, false, day)) {
            auto const until = holds_until(history, form, day);
            if (!until) return std::nullopt;
            last = std::max(last, until);
        }
    return last;
}

std::vector<ContactId> without_a_say(std::span<Received const> history, Date day) {
    std::set<ContactId> found;
    for (auto const form : all_of<Form>())
        for (auto const& [contact, voice] : heard_by(history, form, day).of)
            if (voice.agrees() && !voice.latest->has_a_say) found.insert(contact);
    return {found.begin(), found.end()};
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

bool in_force_to(std::span<Received const> history, Form form, Date day) {
    return standing_to(history, form, false, day) == Standing::given;
}

bool in_force_until_objected(std::span<Received const> history, Form form, Date day) {
    std::vector<Received> before;
    std::ranges::copy_if(history, std::back_inserter(before), [&](Received const& answer) {
        return answer.answered_on != day || answer.answer == Answer::given ||
               answer.answer == Answer::decided_to_go_ahead;
    });
    for (auto& answer : before) answer.has_a_say = true;
    return in_force_to(before, form, day);
}

bool in_force_until_objected(std::span<Received const> history, Date day) {
    return to_any_form([&](Form form) { return in_force_until_objected(history, form, day); });
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
    return !in_force_to(history, form, day) && in_force_on(history, day);
}

bool is_to_be_renewed(Received const& answer, Date day) {
    return answer.answer == Answer::given && answer.expires_on &&
           *answer.expires_on - days_to_ask_again <= day;
}

Received const* latest_answer_of(
    std::span<Received const> history, ContactId const& contact, Date day, std::optional<Form> form
) {
    Received const* latest = nullptr;
    for (auto const& received : history)
        if (received.by == contact && received.answered_on <= day && (!form || is_about(received, *form)) &&
            (!latest || said_before(latest, &received)))
            latest = &received;
    return latest;
}

bool takes_back(std::span<Received const> history, Received const& answer) {
    if (!answer.by || (answer.answer != Answer::refused && answer.answer != Answer::withdrawn)) return false;
    return to_any_form([&](Form form) {
        auto const* latest = latest_answer_of(history, *answer.by, answer.answered_on, form);
        return is_about(answer, form) && latest && latest->answer == Answer::given;
    });
}

Received const* latest_withdrawal(std::span<Received const> history, Date day) {
    Received const* latest = nullptr;
    for (std::size_t at = 0; at < history.size(); ++at)
        if (history[at].answered_on <= day && takes_back(history.first(at), history[at]) &&
            (!latest || said_before(latest, &history[at])))
            latest = &history[at];
    return latest;
}

bool is_outdated(std::span<Received const> history, Received const& received, Date day) {
    if (!received.by) return false;
    auto const is_replaced = [&](Form form) {
        return std::ranges::any_of(history, [&](Received const& other) {
            return other.by == received.by && is_about(other, form) && other.answered_on <= day &&
                   other.number < received.number && said_before(&received, &other);
        });
    };
    return !to_any_form([&](Form form) { return is_about(received, form) && !is_replaced(form); });
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
    if (answer.by && answer.route == Route::telephone && answer.witness.empty())
        return Refusal::witness_missing;
    std::optional<Refusal> found;
    for (auto const form : all_of<Form>()) {
        if (!is_about(answer, form)) continue;
        auto const objection = objection_to_saying(heard_by(history, form, answer.answered_on), answer);
        if (!objection) return std::nullopt;
        if (!found || found == Refusal::already_stands) found = objection;
    }
    return found;
}

}  // namespace consent
