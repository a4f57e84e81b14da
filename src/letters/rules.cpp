#include "letters/rules.hpp"

#include <algorithm>
#include <charconv>

#include "base/secret.hpp"
#include "base/text.hpp"
#include "consent/rules.hpp"
#include "pupils/contact_rules.hpp"

namespace letters {
namespace {

std::string digest_for(Link const& link, std::string_view ends_at) {
    return secret::digest({link.proof_key, link.token_hash, link.contact.text(), ends_at});
}

bool same(std::string_view left, std::string_view right) {
    unsigned differing = left.size() == right.size() ? 0U : 1U;
    for (std::size_t at = 0; at < std::min(left.size(), right.size()); ++at)
        differing |= static_cast<unsigned>(left[at] ^ right[at]);
    return differing == 0;
}

}  // namespace

std::optional<LeftOut> reason_to_leave_out(pupils::Contact const& contact) {
    if (pupils::is_asked(contact)) return std::nullopt;
    return contact.restriction.empty() ? LeftOut::no_responsibility : LeftOut::restricted;
}

bool needs_large_print(pupils::Contact const& contact) {
    return text::ascii_lower(contact.needs).find("large print") != std::string::npos;
}

bool may_answer_by(Link const& link, pupils::Contact const& contact) {
    auto const reason = reason_to_leave_out(contact);
    return !reason || reason == link.although;
}

Instant end_of_link(Instant made_at, Date reply_by) {
    return std::max(made_at + link_lasts, calendar::start_of(reply_by + link_outlasts_reply_by));
}

Instant end_of_answered_link(Instant answered_at, std::optional<Date> yes_holds_until) {
    auto const half_a_year = answered_at + answered_link_lasts;
    return yes_holds_until ? std::max(half_a_year, calendar::start_of(*yes_holds_until + 1)) : half_a_year;
}

bool opens(Link const& link, Instant now) { return !link.revoked_at && now < link.expires_at; }

std::string proof_until(Link const& link, Instant ends_at) {
    auto const end = std::to_string(ends_at.milliseconds);
    return end + "." + digest_for(link, end);
}

bool proves(Link const& link, std::string_view proof, Instant now) {
    auto const dot = proof.find('.');
    if (dot == std::string_view::npos) return false;
    auto const end = proof.substr(0, dot);
    std::int64_t ends_at = 0;
    auto const [rest, fault] = std::from_chars(end.data(), end.data() + end.size(), ends_at);
    if (fault != std::errc{} || rest != end.data() + end.size()) return false;
    return now.milliseconds < ends_at && same(proof.substr(dot + 1), digest_for(link, end));
}

bool is_asked_anew(consent::Received const& latest, Instant letter_made_at, Date today) {
    if (latest.answer != consent::Answer::given) return false;
    bool const ran_out = latest.expires_on && *latest.expires_on < today;
    return ran_out || latest.received_at < letter_made_at;
}

bool is_answered(Sent const& letter, std::vector<consent::Received> const& history) {
    return std::ranges::any_of(history, [&](consent::Received const& received) {
        return received.by == letter.contact && received.received_at >= letter.made_at;
    });
}

std::optional<Instant> went_at(Sent const& letter) {
    if (letter.printed_at) return letter.printed_at;
    bool const by_e_mail = letter.e_mail && *letter.e_mail != messages::State::given_up;
    return by_e_mail || letter.answered ? std::optional(letter.made_at) : std::nullopt;
}

bool waits_to_be_printed(Sent const& letter) { return !went_at(letter); }

bool may_still_be_handed_over(Sent const& letter, Instant now) {
    return waits_to_be_printed(letter) && letter.way == Way::paper &&
           now < letter.made_at + sheet_keeps_its_link;
}

std::optional<consent::Form> waits_for_a_yes_to(
    std::vector<consent::Received> const& history, std::vector<consent::Request> const& requests, Date today
) {
    auto const form = consent::form_asked_last(requests);
    bool const waits = form && consent::is_to_the_other(history, *form, today) &&
                       consent::standing_to(history, *form, true, today) == consent::Standing::asked;
    return waits ? form : std::nullopt;
}

Shown shown_of(std::vector<consent::Received> const& history, Date today) {
    Shown shown;
    for (auto const& one : history) shown.last_answer = std::max(shown.last_answer, one.number);
    for (auto const form : all_of<consent::Form>())
        if (consent::may_be_decided(history, form, today))
            shown.to_decide = shown.to_decide.empty() ? std::string(word(form)) : "both";
    return shown;
}

Choices choices_after(consent::Received const* latest, bool asked_anew, bool letter_undone) {
    bool const agreed = latest && latest->answer == consent::Answer::given;
    if (letter_undone) return {.may_give = false, .may_refuse = false, .may_withdraw = agreed};
    if (!latest || asked_anew) return {.may_give = true, .may_refuse = true};
    return {.may_give = !agreed, .may_refuse = false, .may_withdraw = agreed};
}

}  // namespace letters
