#include "moving/summary_rules.hpp"

#include <algorithm>

#include "assessments/assessments.hpp"
#include "base/text.hpp"
#include "need_to_know/voice.hpp"

namespace moving {
namespace {

using Lines = std::vector<Line>;

void add_if_any(Lines& lines, Section section, std::string label, std::string text) {
    if (!text.empty()) lines.push_back({section, std::move(label), std::move(text)});
}

std::string on(std::string_view what, Date day) {
    return std::string(what) + " on " + calendar::in_words(day);
}

void add_concerns(Lines& lines, Gathered const& gathered) {
    for (auto const& one : gathered.concerns) {
        auto label = on("Noticed", one.noticed_on);
        if (!one.areas.empty()) label += ", about " + text::listed(one.areas);
        add_if_any(lines, Section::concerns, std::move(label), one.seen);
    }
}

std::string attendance_of(Supported const& place) {
    if (place.held == 0) return "No session is written up.";
    return "Came to " + std::to_string(place.attended) + " of " +
           text::counted(place.held, "session", "sessions") + ".";
}

std::string end_of(Supported const& place) {
    if (!place.ended_on) return ", still running. ";
    auto const why =
        place.end_reason ? ", " + text::ascii_lower(programmes::in_words(*place.end_reason)) : "";
    return " to " + calendar::in_words(*place.ended_on) + why + ". ";
}

void add_places(Lines& lines, Gathered const& gathered) {
    for (auto const& place : gathered.places)
        add_if_any(
            lines,
            Section::programmes,
            place.programme + ", " + text::ascii_lower(programmes::in_words(place.form)),
            "From " + calendar::in_words(place.from_on) + end_of(place) + attendance_of(place)
        );
}

std::string measures_of(programmes::Target const& target) {
    if (!target.before && !target.after) return {};
    std::string measures = "The class teacher saw the child";
    if (target.before) measures += " at " + std::to_string(*target.before) + " of 10 before";
    if (target.before && target.after) measures += ", and";
    if (target.after) measures += " at " + std::to_string(*target.after) + " of 10 after";
    return measures + ".";
}

void add_impact(Lines& lines, Gathered const& gathered) {
    for (auto const& target : gathered.targets)
        add_if_any(lines, Section::impact, target.area_name, measures_of(target));
    for (auto const& review : gathered.reviews)
        add_if_any(
            lines,
            Section::impact,
            on("Impact review", review.reviewed_on),
            std::string(in_words(review.outcome))
        );
}

// What the child rated, and goals in the child's words, are the child's own.
Section section_of(Scored const& rating) {
    bool const has_goals =
        std::ranges::any_of(rating.scales, [](auto const& scale) { return !scale.words.empty(); });
    bool const is_own = has_goals || rating.informant == assessments::Informant::child;
    return is_own ? Section::views : Section::scores;
}

// "Trust: 8, of 0 to 16"
std::string in_words(ScoreOfScale const& scale) {
    auto const label = scale.words.empty() ? scale.label : "“" + scale.words + "”";
    return label + ": " + std::to_string(scale.score) + ", of " + std::to_string(scale.scores.least) +
           " to " + std::to_string(scale.scores.most) + (scale.high_is_good ? "" : ", where less is better");
}

// Without norms and bands: the next school holds scores against its own.
void add_scores(Lines& lines, Gathered const& gathered) {
    for (auto const& rating : gathered.scores) {
        std::vector<std::string> scales;
        for (auto const& scale : rating.scales) scales.push_back(in_words(scale));
        auto const when = text::ascii_lower(assessments::in_words(rating.occasion));
        auto const label = rating.instrument + ", " + when + ", rated on " +
                           calendar::in_words(rating.rated_on) + ", as " +
                           assessments::seen_by(rating.informant) + " sees it" +
                           (rating.standardised ? "" : " (not standardised)");
        add_if_any(lines, section_of(rating), label, text::joined(scales, "; "));
    }
}

void add_what_helped(Lines& lines, Gathered const& gathered) {
    for (auto const& one : gathered.concerns)
        add_if_any(lines, Section::helped, on("Tried before what was noticed", one.noticed_on), one.tried);
    for (auto const& one : gathered.sessions)
        add_if_any(lines, Section::helped, on("Noted for next time", one.held_on), one.next_time);
    for (auto const& shelf : gathered.shelves)
        add_if_any(
            lines,
            Section::helped,
            "Classroom strategies that the school uses for " + shelf.area,
            text::joined(shelf.titles, "; ")
        );
}

void add_hopes(Lines& lines, Gathered const& gathered) {
    for (auto const& target : gathered.targets)
        add_if_any(lines, Section::views, "What the child hopes for, " + target.area_name, target.words);
}

// What the child kept at a session no word about the next school lets go: the child said it of that session.
void add_faces(Lines& lines, Gathered const& gathered) {
    for (auto const& one : gathered.sessions)
        if (one.feeling && need_to_know::is_shared(one.said_for)) {
            auto face = std::string(word(*one.feeling));
            std::ranges::replace(face, '_', ' ');
            add_if_any(lines, Section::views, on("How the session was", one.held_on), std::move(face));
        }
}

void add_what_was_said(Lines& lines, Gathered const& gathered) {
    for (auto const& one : gathered.confided)
        add_if_any(lines, Section::confided, on("Said in the session", one.held_on), one.words);
}

bool lets_go(Going word, Section section) {
    auto const needed = needed_for(section);
    return (!needed.views || word.views) && (!needed.confided || word.confided);
}

// A line is ticked by what it says, so what would stand twice stands once.
Lines each_once(Lines const& lines) {
    Lines once;
    for (auto const& line : lines)
        if (std::ranges::find(once, line) == once.end()) once.push_back(line);
    return once;
}

}  // namespace

std::vector<Line> lines_of(Gathered const& gathered, Going going) {
    Lines lines;
    add_concerns(lines, gathered);
    add_if_any(lines, Section::areas, "Agreed target areas", text::listed(gathered.areas));
    add_places(lines, gathered);
    add_impact(lines, gathered);
    add_scores(lines, gathered);
    add_what_helped(lines, gathered);
    add_hopes(lines, gathered);
    add_faces(lines, gathered);
    add_what_was_said(lines, gathered);
    std::erase_if(lines, [&](Line const& line) { return !lets_go(going, line.section); });
    return each_once(lines);
}

}  // namespace moving
