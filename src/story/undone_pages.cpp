#include "story/undone_pages.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "design/notices.hpp"

namespace story::pages {
namespace {

cases::Step step_of(Kind kind) {
    return kind == Kind::impact_review ? cases::Step::impact_review : cases::Step::next_step;
}

void sort(Entries& entries) { std::ranges::stable_sort(entries, std::ranges::greater{}, &Entry::at); }

std::vector<design::TimelineEntry> shown(Entries& entries) {
    std::vector<design::TimelineEntry> all;
    for (auto& entry : entries) all.push_back(std::move(entry.shown));
    return all;
}

// "Undone: Next step (4 entries)"
std::string title_of(Entries const& together) {
    std::vector<std::string> names;
    for (auto const& entry : together)
        if (!entry.undone.empty()) names.push_back(entry.undone);
    auto const what = names.empty() ? "the closing" : text::listed(names);
    return "Undone: " + what + " (" + text::counted(static_cast<long>(together.size()), "entry", "entries") +
           ")";
}

Entry folded(Instant at, Entries together) {
    sort(together);
    auto const title = title_of(together);
    auto const undoing = std::ranges::find(together, at, &Entry::at);
    auto const who = undoing == together.end() ? std::string() : undoing->shown.who;
    return {
        at,
        {.when = calendar::in_words(calendar::local_date(at)),
         .who = who,
         .what = design::details(title, design::timeline(shown(together)))}};
}

}  // namespace

std::optional<Instant> undone_at(Happening const& happening, CaseTold const& told) {
    if (happening.kind == Kind::reopening) return happening.at;
    if (happening.stands()) return std::nullopt;
    if (happening.kind == Kind::closing) {
        for (auto const& other : told.happenings)
            if (other.kind == Kind::reopening && other.id == happening.id) return other.at;
        return std::nullopt;
    }
    // A rating is taken back by itself, and no step with it.
    if (happening.kind == Kind::assessment) return std::nullopt;
    for (auto const& taken : told.facts.steps)
        if (taken.step == step_of(happening.kind) && taken.taken_at == happening.at) return taken.undone_at;
    return std::nullopt;
}

std::vector<design::TimelineEntry> latest_first(Entries entries) {
    std::map<Instant, Entries> together;
    Entries all;
    for (auto& entry : entries) {
        auto& place = entry.undone_at ? together[*entry.undone_at] : all;
        place.push_back(std::move(entry));
    }
    for (auto& [at, undone] : together) all.push_back(folded(at, std::move(undone)));
    sort(all);
    return shown(all);
}

}  // namespace story::pages
