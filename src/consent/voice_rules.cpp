#include "consent/voice_rules.hpp"

#include <tuple>
#include <vector>

#include "consent/rules.hpp"

namespace consent {
namespace {

void hear(Voices& voices, Received const& received) {
    if (received.by) {
        auto& voice = voices.of[*received.by];
        bool const agreed = voice.latest && voice.agrees();
        bool const takes_back = received.answer == Answer::withdrawn || agreed || voice.took_back();
        // One that was decided over ends with that decision: what they say after it counts from its own day.
        auto const* const first = voice.took_back() && !voice.overruled ? voice.withdrawal : &received;
        voice = {
            .latest = &received,
            .withdrawal = received.answer != Answer::given && takes_back ? first : nullptr};
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

}  // namespace

bool is_about(Received const& answer, Form form) {
    return answer.answer == Answer::withdrawn || answer.form.value_or(form) == form;
}

bool said_before(Received const* one, Received const* other) {
    return std::tie(one->answered_on, one->number) < std::tie(other->answered_on, other->number);
}

Voices heard_by(std::span<Received const> history, Form form, Date day) {
    std::vector<Received const*> said;
    for (auto const& received : history)
        if (received.answered_on <= day && is_about(received, form)) said.push_back(&received);
    std::ranges::stable_sort(said, said_before);
    Voices voices;
    for (auto const* received : said) hear(voices, *received);
    return voices;
}

}  // namespace consent
