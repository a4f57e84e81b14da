#include "moving/summary.hpp"

#include "base/secret.hpp"

namespace moving {

std::string_view in_words(Section section) {
    switch (section) {
        case Section::concerns: return "What was noticed";
        case Section::areas: return "What support worked on";
        case Section::programmes: return "Programmes";
        case Section::impact: return "Impact";
        case Section::scores: return "Scores";
        case Section::helped: return "What was tried, and what helped";
        case Section::views: return "How the child sees it";
        case Section::confided: return "What the child said in sessions";
    }
    return {};
}

Going needed_for(Section section) {
    switch (section) {
        case Section::concerns:
        case Section::areas:
        case Section::programmes:
        case Section::impact:
        case Section::scores:
        case Section::helped: return {};
        case Section::views: return {.views = true, .confided = false};
        case Section::confided: return {.views = false, .confided = true};
    }
    return {.views = true, .confided = true};
}

bool is_told_in_confidence(Section section) { return needed_for(section).confided; }

std::string id_of(Line const& line) {
    constexpr std::size_t enough = 32;
    return secret::digest({word(line.section), line.label, line.text}).substr(0, enough);
}

}  // namespace moving
