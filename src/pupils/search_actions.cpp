#include "pupils/search_actions.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "base/text.hpp"
#include "pupils/class_store.hpp"
#include "pupils/names.hpp"
#include "pupils/search_store.hpp"

namespace pupils::actions {
namespace {

using search_store::Candidate;
using search_store::OtherWords;
using search_store::Word;

// What is looked at to choose the best twenty from. Parts come in order, so the shortest names come first.
constexpr int candidates_at_most = 100;
// From here on one word is as common as another.
constexpr std::int64_t many = 500;
constexpr std::size_t words_at_most = std::tuple_size_v<OtherWords> + 1;

struct TypedWord {
    Word word;
    std::int64_t names = 0;  // that have it, counted where there is another word to begin with

    bool is_class() const { return !word.classes.empty(); }
};

std::vector<TypedWord> typed_words(
    db::Connection& db, SchoolId school, std::string_view typed, int school_year
) {
    std::vector<TypedWord> words;
    auto const texts = folded_words(typed);
    for (auto const& text : texts) {
        if (words.size() == words_at_most) break;
        auto const names = texts.size() == 1 ? many : search_store::names_with(db, school, text, many);
        words.push_back({{text, {}}, names});
    }
    if (words.empty()) return words;
    // Until they have moved up, pupils are in the classes of the year before.
    for (auto const& one : search_store::classes_since(db, school, school_year - 1))
        for (auto& typed_word : words)
            if (fits_class(typed_word.word.text, one.name)) typed_word.word.classes += one.id.text();
    return words;
}

OtherWords others(std::vector<TypedWord> const& words, TypedWord const& but) {
    OtherWords texts;
    std::size_t at = 0;
    for (auto const& word : words)
        if (&word != &but) texts[at++] = word.word;
    return texts;
}

// The rarest word that is not perhaps a class: each pupil found has it in their name.
TypedWord const* surest_name(std::vector<TypedWord> const& words) {
    TypedWord const* surest = nullptr;
    for (auto const& word : words)
        if (!word.is_class() && (!surest || word.names < surest->names)) surest = &word;
    return surest;
}

std::vector<Candidate> candidates(
    db::Connection& db, SchoolId school, std::vector<TypedWord> const& words, Date day, int school_year
) {
    if (auto const* name = surest_name(words)) {
        if (name->names == 0) return {};
        bool const no_class = std::ranges::none_of(words, &TypedWord::is_class);
        auto const by_name = no_class ? search_store::by_name : search_store::by_name_and_class;
        return by_name(db, school, name->word.text, others(words, *name), day, candidates_at_most);
    }
    auto const& first = words.front();
    auto found =
        search_store::by_class(db, school, first.word, others(words, first), school_year, candidates_at_most);
    auto const named = search_store::by_name_and_class(
        db, school, first.word.text, others(words, first), day, candidates_at_most
    );
    found.insert(found.end(), named.begin(), named.end());
    return found;
}

}  // namespace

Found search(db::Connection& db, SchoolId school, std::string_view typed, Date day) {
    auto const school_year = class_store::latest_school_year(db, school, day);
    auto const words = typed_words(db, school, typed, school_year);
    if (words.empty()) return {};
    auto found = candidates(db, school, words, day, school_year);

    std::vector<std::string> texts;
    for (auto const& word : words) texts.push_back(word.word.text);
    std::ranges::sort(found, [&](Candidate const& one, Candidate const& other) {
        auto const rank = [&](Candidate const& of) {
            return std::tuple(-fit(texts, of.folded_name), of.pupil.surname, of.pupil.forename, of.pupil.id);
        };
        return rank(one) < rank(other);
    });

    Found best;
    for (auto const& candidate : found) {
        if (!best.pupils.empty() && best.pupils.back().id == candidate.pupil.id) continue;
        if (best.pupils.size() == most_found) {
            best.more = true;
            break;
        }
        best.pupils.push_back(candidate.pupil);
    }
    return best;
}

}  // namespace pupils::actions
