#include "data_requests/set_words_rules.hpp"

#include <algorithm>
#include <array>

#include "assessments/instrument.hpp"
#include "base/words.hpp"
#include "cases/cases.hpp"
#include "consent/consent.hpp"
#include "data_requests/data_requests.hpp"
#include "impact/impact.hpp"
#include "liaison/liaison.hpp"
#include "need_to_know/voice.hpp"
#include "programmes/programmes.hpp"
#include "programmes/session.hpp"
#include "pupils/languages.hpp"
#include "pupils/pupils.hpp"
#include "referrals/concern.hpp"
#include "referrals/discussion.hpp"
#include "referrals/prioritisation.hpp"
#include "sessions/sessions.hpp"
#include "sharing/sharing.hpp"
#include "sign_in/way_changes.hpp"
#include "staff/staff.hpp"
#include "visits/providers.hpp"
#include "visits/role.hpp"

namespace data_requests {
namespace {

std::string begun_large(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

// By what the room of the set says on its own pages.
template <Worded Set, std::string_view (*say)(Set)>
std::string as_pages_say(std::string_view text) {
    auto const value = from_word<Set>(text);
    return value ? begun_large(std::string(say(*value))) : std::string();
}

std::string_view answer_in_words(consent::Answer answer) {
    switch (answer) {
        case consent::Answer::given: return "Agreed";
        case consent::Answer::refused: return "Did not agree";
        case consent::Answer::withdrawn: return "Took the agreement back";
        case consent::Answer::decided_to_go_ahead: return "Decided to go ahead";
        case consent::Answer::decided_not_to: return "Decided not to go ahead";
    }
    return {};
}

std::string_view route_in_words(consent::Route route) {
    switch (route) {
        case consent::Route::link: return "By their link";
        case consent::Route::paper: return "On paper";
        case consent::Route::telephone: return "On the telephone";
        case consent::Route::in_person: return "In person";
        case consent::Route::decision: return "By a decision";
    }
    return {};
}

std::string_view said_for_in_words(need_to_know::VoiceFor said_for) {
    switch (said_for) {
        case need_to_know::VoiceFor::only_here: return "The adult there alone";
        case need_to_know::VoiceFor::helpers: return "Those who help";
    }
    return {};
}

std::string year(std::string_view text) { return pupils::year_in_words(std::string(text)); }
std::string language(std::string_view text) { return std::string(pupils::language_in_words(text)); }

constexpr auto role = as_pages_say<visits::Role, visits::in_words>;
constexpr auto form = as_pages_say<consent::Form, consent::in_words>;
constexpr auto why_absent = as_pages_say<sessions::WhyAbsent, sessions::in_words>;
constexpr auto training = as_pages_say<staff::TrainingKind, staff::in_words>;

struct Wording {
    std::string_view table;
    std::string_view column;
    std::string (*say)(std::string_view);
};

// Plainly where the word itself is what pages show.
constexpr std::array wordings{
    Wording{"absence", "why_absent", why_absent},
    Wording{"account_act", "kind", plainly},
    Wording{"account_act", "role", role},
    Wording{"agreed_circle", "circle", as_pages_say<sharing::Circle, sharing::in_words>},
    Wording{"agreed_circle", "zone", plainly},
    Wording{"agreed_share", "answer", plainly},
    Wording{"agreed_share", "role", role},
    Wording{"agreed_share", "zone", plainly},
    Wording{"assessment", "informant", as_pages_say<assessments::Informant, assessments::in_words>},
    Wording{"assessment", "occasion", as_pages_say<assessments::Occasion, assessments::in_words>},
    Wording{"check_in", "asked_by", as_pages_say<impact::AskedBy, impact::in_words>},
    Wording{"concern", "parents_spoken_to", as_pages_say<referrals::ParentsSpokenTo, referrals::in_words>},
    Wording{"concern", "source", as_pages_say<referrals::Source, referrals::in_words>},
    Wording{"consent_answer", "although", plainly},
    Wording{"consent_answer", "answer", as_pages_say<consent::Answer, answer_in_words>},
    Wording{"consent_answer", "form", form},
    Wording{"consent_answer", "route", as_pages_say<consent::Route, route_in_words>},
    Wording{"consent_request", "form", form},
    Wording{"contact", "language", language},
    Wording{"data_request", "asked_as", as_pages_say<AskedAs, in_words>},
    Wording{"data_request", "given_way", as_pages_say<Way, in_words>},
    Wording{"data_request", "kind", as_pages_say<Kind, in_words>},
    Wording{"discussion", "outcome", as_pages_say<cases::DiscussionOutcome, referrals::in_words>},
    Wording{"evaluation", "feeling", plainly},
    Wording{"evaluation", "voice_for", as_pages_say<need_to_know::VoiceFor, said_for_in_words>},
    Wording{"evaluation", "why_absent", why_absent},
    Wording{"evaluation", "writing", plainly},
    Wording{"handover", "state", plainly},
    Wording{"impact_review", "outcome", as_pages_say<impact::ReviewOutcome, impact::in_words>},
    Wording{"letter", "way", plainly},
    Wording{"merged_pupil", "year_group", year},
    Wording{"next_step", "next", as_pages_say<impact::Next, impact::in_words>},
    Wording{"objection_answer", "outcome", as_pages_say<sharing::Outcome, sharing::in_words>},
    Wording{"openid_tie", "provider", as_pages_say<visits::ProviderKind, visits::in_words>},
    Wording{"outbox", "state", plainly},
    Wording{"parent_message", "state", as_pages_say<liaison::State, liaison::in_words>},
    Wording{"place", "end_reason", as_pages_say<cases::EndReason, programmes::in_words>},
    Wording{"prioritisation", "form", as_pages_say<referrals::FormOfSupport, referrals::in_words>},
    Wording{"programme", "form", form},
    Wording{"pupil", "year_group", year},
    Wording{"record", "action", plainly},
    Wording{"record", "subject", plainly},
    Wording{"role_held", "role", role},
    Wording{"session", "outcome", plainly},
    Wording{"session", "why_not", as_pages_say<programmes::WhyNot, programmes::in_words>},
    Wording{"step", "step", as_pages_say<cases::Step, cases::in_words>},
    Wording{"target_measure", "occasion", plainly},
    Wording{"training", "kind", training},
    Wording{"training_correction", "kind", training},
    Wording{"way_change", "kind", as_pages_say<sign_in::WayChange, sign_in::in_words>},
};

}  // namespace

std::string plainly(std::string_view name) {
    std::string words(name);
    std::ranges::replace(words, '_', ' ');
    return begun_large(std::move(words));
}

std::string words_of_set(std::string_view table, std::string_view column, std::string_view text) {
    auto const found = std::ranges::find_if(wordings, [&](Wording const& one) {
        return one.table == table && one.column == column;
    });
    return found == wordings.end() ? std::string() : found->say(text);
}

}  // namespace data_requests
