#include "sessions/voice_rules.hpp"

namespace sessions {
namespace {

using records::FieldChange;

std::string word_of(std::optional<Feeling> const& feeling) {
    return feeling ? std::string(word(*feeling)) : std::string();
}

std::string word_of(std::optional<VoiceFor> const& said_for) {
    return said_for ? std::string(word(*said_for)) : std::string();
}

// As those who help see it.
Voice seen_by_helpers(Voice const& voice) {
    return need_to_know::is_shared(voice.said_for) ? voice : Voice{.said_for = voice.said_for};
}

// A child who keeps it to the adult there, or would rather not say, takes out of sight what was shared
// before. That it was an adult's mistake, of a child who was not there, takes nothing from what stood.
bool takes_out_of_sight(Evaluation const& after) {
    return after.attended &&
           (!after.voice.says_something() || !need_to_know::is_shared(after.voice.said_for));
}

}  // namespace

Voice kept_unless_shared(Voice voice) {
    if (!voice.says_something()) return {};
    if (!voice.said_for) voice.said_for = VoiceFor::only_here;
    return voice;
}

std::vector<FieldChange> changes_of_voice(Evaluation const& before, Evaluation const& after) {
    std::vector<FieldChange> fields;
    auto const note = [&](char const* field, std::string const& from, std::string const& to) {
        if (from != to) fields.push_back({field, from, to});
    };
    note("voice_for", word_of(before.voice.said_for), word_of(after.voice.said_for));
    if (takes_out_of_sight(after)) {
        if (before.voice != after.voice) fields.push_back({"voice", "", "changed"});
        return fields;
    }
    auto const seen_before = seen_by_helpers(before.voice);
    auto const seen_after = seen_by_helpers(after.voice);
    note("feeling", word_of(seen_before.feeling), word_of(seen_after.feeling));
    note("own_words", seen_before.own_words, seen_after.own_words);
    return fields;
}

std::vector<FieldChange> taken_back(Voice const& voice) {
    auto const seen = seen_by_helpers(voice);
    if (!seen.feeling) return {};
    return {{"feeling", word_of(seen.feeling), ""}};
}

}  // namespace sessions
