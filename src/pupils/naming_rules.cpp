#include "pupils/naming_rules.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace pupils {
namespace {

// Names that are ordinary words where they begin with a small letter: those that adults write about children
// and their days.
// clang-format off
constexpr auto ordinary = std::to_array<std::string_view>({
    "al", "am", "an", "and", "are", "art", "as", "ashes", "at", "autumn", "baker", "ball", "banks", "bay",
    "be", "bear", "bee", "beech", "bell", "best", "bill", "bin", "birch", "bird", "bishop", "black",
    "blue", "bond", "bow", "boy", "bridge", "bridges", "bright", "broad", "brook", "brown", "bull", "bush",
    "by", "case", "chance", "chase", "child", "church", "clay", "close", "coal", "cole", "cook", "cool",
    "cotton", "crane", "crisp", "cross", "dance", "day", "days", "de", "dear", "den", "do", "down", "drew",
    "early", "east", "elm", "end", "even", "ever", "fair", "faith", "farmer", "field", "fields", "fig",
    "fish", "fisher", "flowers", "fly", "food", "ford", "forest", "foster", "fox", "frank", "free",
    "freeman", "friend", "frost", "gardener", "gates", "gay", "gem", "go", "gold", "golden", "good",
    "grace", "grand", "grave", "green", "grey", "grove", "guy", "ha", "hall", "hand", "hands", "hardy",
    "harmony", "hart", "he", "head", "heart", "her", "hero", "hi", "hill", "hills", "him", "his",
    "holiday", "home", "honey", "hood", "hook", "hope", "horn", "horse", "house", "hunt", "hunter", "if",
    "in", "island", "it", "jar", "joy", "july", "just", "justice", "keen", "key", "kind", "king",
    "kitchen", "knight", "la", "lady", "lake", "lamb", "land", "lane", "larch", "large", "le", "leaf",
    "light", "lion", "little", "lock", "long", "lord", "love", "lovely", "low", "luck", "made", "major",
    "make", "man", "many", "march", "mark", "marks", "marsh", "mat", "max", "may", "me", "meadow", "mean",
    "mercy", "mews", "mild", "miles", "mill", "mills", "mint", "money", "moody", "moon", "moore", "moss",
    "my", "nail", "near", "new", "nice", "nick", "night", "no", "noble", "north", "not", "oak", "ocean",
    "of", "old", "on", "or", "orange", "our", "out", "over", "page", "pain", "paradise", "parent",
    "parents", "park", "parks", "pat", "patience", "peace", "peach", "pen", "pepper", "place", "pleasant",
    "poll", "pool", "poor", "post", "power", "precious", "price", "pride", "proud", "pupil", "purple",
    "queen", "quick", "quiet", "rain", "rainbow", "read", "reading", "ready", "reason", "red", "rice",
    "rich", "ring", "river", "rivers", "road", "rock", "rose", "rough", "round", "rush", "salt", "sand",
    "sands", "school", "sea", "self", "shade", "sharp", "she", "shepherd", "short", "silver", "sincere",
    "sit", "sky", "slow", "small", "smart", "snow", "so", "song", "south", "sparks", "speed", "spring",
    "stand", "star", "steel", "stone", "storm", "story", "street", "strong", "stubbs", "such", "summer",
    "summers", "sun", "sunny", "sweet", "tale", "tall", "teal", "thi", "tiger", "till", "tiny", "to",
    "true", "trust", "up", "us", "van", "venture", "virtue", "wait", "wall", "ward", "waters", "way", "we",
    "wells", "west", "while", "white", "why", "wild", "will", "win", "winner", "winter", "winters", "wise",
    "wolf", "wood", "woods", "wool", "work", "world", "worth", "you", "young", "your"
});
// clang-format on
static_assert(std::ranges::is_sorted(ordinary));

// What stands with a name and is none.
constexpr auto no_names = std::to_array<std::string_view>(
    {"and",
     "carer",
     "dad",
     "dr",
     "father",
     "miss",
     "mother",
     "mr",
     "mrs",
     "ms",
     "mum",
     "mx",
     "of",
     "rev",
     "the"}
);
static_assert(std::ranges::is_sorted(no_names));

bool is_one_of(std::span<std::string_view const> sorted, std::string_view word) {
    return std::ranges::binary_search(sorted, word);
}

bool stands_within_names(char32_t c) {
    bool const is_letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
    return is_letter || c == U'\'' || c == U'`' || c == U'-';
}

// Tablets type quotation marks and dashes of their own. Hyphens and apostrophes stand within names.
bool stands_between_names(char32_t c) {
    if (c < 0x80) return !stands_within_names(c);
    constexpr std::u32string_view marks =
        U"\u00A0\u00A1\u00AB\u00B7\u00BB\u00BF\u2013\u2014\u2018\u201A\u201C\u201D\u201E\u2022\u2026"
        U"\u2028\u2029\u202F\u2039\u203A\u205F\u3000";
    return marks.find(c) != marks.npos || (c >= 0x2000 && c <= 0x200A);
}

bool is_hyphen(char32_t c) { return c == U'-' || c == 0x2010 || c == 0x2011; }

// "Sam's", "Sam’s" and "'Sam'" are Sam.
std::string_view without_apostrophes(std::string_view word) {
    constexpr std::string_view curly = "\xE2\x80\x99";
    while (word.starts_with('\'') || word.starts_with('`') || word.starts_with(curly))
        word.remove_prefix(word.starts_with(curly) ? curly.size() : 1);
    for (std::string_view const ending :
         {"'s", "\xE2\x80\x99s", "'S", "\xE2\x80\x99S", "'", "\xE2\x80\x99", "`"})
        if (word.ends_with(ending)) {
            word.remove_suffix(ending.size());
            break;
        }
    return word;
}

template <class Divides>
std::vector<std::string_view> divided(std::string_view text, Divides divides) {
    std::vector<std::string_view> all;
    std::size_t from = 0;
    auto const take = [&](std::size_t to) {
        auto const word = without_apostrophes(text.substr(from, to - from));
        if (!word.empty()) all.push_back(word);
    };
    for (std::size_t at = 0; at < text.size();) {
        auto const [c, bytes] = utf8::first(text.substr(at));
        auto const step = std::max<std::size_t>(bytes, 1);
        if (divides(c)) {
            take(at);
            from = at + step;
        }
        at += step;
    }
    take(text.size());
    return all;
}

std::vector<std::string_view> words_written_in(std::string_view text) {
    return divided(text, stands_between_names);
}

// Of a word without a hyphen none.
std::vector<std::string_view> halves_of(std::string_view word) {
    auto halves = divided(word, is_hyphen);
    if (halves.size() < 2) halves.clear();
    return halves;
}

bool is_ordinary(std::string_view written, std::string_view folded) {
    return written[0] >= 'a' && written[0] <= 'z' && is_one_of(ordinary, folded);
}

// "Sams" is Sam; "this" is nobody called Thi.
std::string_view without_its_s(std::string_view folded) {
    constexpr std::size_t short_name = 3;
    bool const is_a_word = folded == "this" || folded == "does";
    if (folded.size() <= short_name || !folded.ends_with('s') || is_a_word) return {};
    return folded.substr(0, folded.size() - 1);
}

bool is_a_name(std::string_view written, WordsOfNames const& words) {
    auto const folded = text::folded(written);
    if (is_ordinary(written, folded)) return false;
    if (words.contains(folded)) return true;
    auto const singular = without_its_s(folded);
    return !singular.empty() && words.contains(singular) && !is_ordinary(written, singular);
}

void add_once(std::vector<std::string>& found, std::string_view word) {
    if (std::ranges::find(found, word) == found.end()) found.emplace_back(word);
}

void add_names_of(std::string_view word, WordsOfNames const& words, std::vector<std::string>& found) {
    if (is_a_name(word, words)) return add_once(found, word);
    for (auto const half : halves_of(word))
        if (is_a_name(half, words)) add_once(found, half);
}

std::vector<std::string> names_among(std::span<std::string_view const> written, WordsOfNames const& words) {
    std::vector<std::string> found;
    for (auto const word : written) add_names_of(word, words, found);
    return found;
}

constexpr std::string_view its_s = "'s";

// The word of this text; with its "'s", so that "Fern's class" is told from Fern Class.
std::string folded_with_its_s(std::string_view word, std::string_view text) {
    auto const after = text.substr(static_cast<std::size_t>(word.data() - text.data()) + word.size());
    auto folded = text::folded(word);
    for (std::string_view const ending : {"'s", "\xE2\x80\x99s", "'S", "\xE2\x80\x99S"})
        if (after.starts_with(ending)) return folded.append(its_s);
    return folded;
}

std::string_view without_ending(std::string_view folded) {
    return folded.ends_with(its_s) ? folded.substr(0, folded.size() - its_s.size()) : folded;
}

std::vector<std::string> folded_words_of(std::span<std::string_view const> written, std::string_view text) {
    std::vector<std::string> words;
    for (auto const word : written) words.push_back(folded_with_its_s(word, text));
    return words;
}

// The last of them may be somebody's: "Tom Larch's list" has Tom Larch.
bool are_the_name(std::span<std::string const> words, std::span<std::string const> name) {
    auto const last = name.size() - 1;
    return std::ranges::equal(words.first(last), name.first(last)) &&
           without_ending(words[last]) == without_ending(name[last]);
}

// How many words from here on are a name that is known, of the longest.
std::size_t known_words_at(
    std::span<std::string const> folded, std::size_t at, std::vector<std::vector<std::string>> const& known
) {
    std::size_t most = 0;
    for (auto const& name : known) {
        bool const fits = !name.empty() && name.size() <= folded.size() - at;
        if (fits && are_the_name(folded.subspan(at, name.size()), name)) most = std::max(most, name.size());
    }
    return most;
}

std::vector<std::string_view> without_known(
    std::vector<std::string_view> const& written, std::string_view text, std::vector<std::string> const& known
) {
    std::vector<std::vector<std::string>> names;
    for (auto const& name : known) names.push_back(folded_words_of(words_written_in(name), name));
    auto const folded = folded_words_of(written, text);
    std::vector<std::string_view> left;
    for (std::size_t at = 0; at < written.size();) {
        auto const of_a_known_name = known_words_at(folded, at, names);
        if (of_a_known_name == 0) left.push_back(written[at]);
        at += std::max<std::size_t>(of_a_known_name, 1);
    }
    return left;
}

void add_words_of(std::string_view name, WordsOfNames& words) {
    constexpr std::size_t short_half = 2;
    for (auto const word : words_written_in(name)) {
        if (auto folded = text::folded(word); folded.size() > 1 && !is_one_of(no_names, folded))
            words.insert(std::move(folded));
        for (auto const half : halves_of(word))
            if (auto folded = text::folded(half); folded.size() > short_half) words.insert(std::move(folded));
    }
}

WordsOfNames words_of_name(std::string const& name) { return words_of_names(std::span(&name, 1)); }

// What a school's name ends in, and people leave out.
constexpr auto kinds_of_school = std::to_array<std::string_view>(
    {"academy",
     "and",
     "college",
     "community",
     "first",
     "high",
     "infant",
     "infants",
     "junior",
     "juniors",
     "lower",
     "middle",
     "nursery",
     "primary",
     "school",
     "secondary",
     "upper"}
);
static_assert(std::ranges::is_sorted(kinds_of_school));

// Empty where no more than one word is left: that could be anybody's name.
std::string as_people_say(std::string const& school) {
    auto words = words_written_in(school);
    while (!words.empty() && is_one_of(kinds_of_school, text::folded(words.back()))) words.pop_back();
    if (words.size() < 2) return {};
    return {words.front().data(), words.back().data() + words.back().size()};
}

bool is_named_after_a_child_in_it(OfTheSchool const& one) {
    return !names_in(one.name, words_of_name(one.child_in_it)).empty();
}

// Each once.
std::vector<std::string> named_after_no_child(std::span<OfTheSchool const> of_the_school) {
    std::set<std::string> names;
    for (auto const& one : of_the_school) names.insert(one.name);
    for (auto const& one : of_the_school)
        if (is_named_after_a_child_in_it(one)) names.erase(one.name);
    return {names.begin(), names.end()};
}

// The names of these that are nobody's whole name.
std::vector<std::string> borne_by_none(
    std::span<std::string const> names, std::span<std::string const> people
) {
    std::vector<WordsOfNames> words_of_each;
    for (auto const& person : people) words_of_each.push_back(words_of_name(person));
    std::vector<std::string> all;
    for (auto const& name : names) {
        auto const words = words_of_name(name);
        bool const is_anothers = std::ranges::any_of(words_of_each, [&](WordsOfNames const& theirs) {
            return std::ranges::includes(theirs, words);
        });
        if (!words.empty() && !is_anothers) all.push_back(name);
    }
    return all;
}

}  // namespace

WordsOfNames words_of_names(std::span<std::string const> names) {
    WordsOfNames words;
    for (auto const& name : names) add_words_of(name, words);
    return words;
}

std::vector<std::string> names_in(std::string_view text, WordsOfNames const& words) {
    return names_among(words_written_in(text), words);
}

std::vector<std::string> names_in(std::string_view text, OtherPeople const& people) {
    auto const written = words_written_in(text);
    auto found = names_among(written, people.words);
    if (found.empty() || people.known.empty()) return found;
    return names_among(without_known(written, text, people.known), people.words);
}

OtherPeople others_than(
    std::span<std::string const> own,
    std::span<std::string const> others,
    std::string const& school,
    std::span<std::string const> staff,
    std::span<OfTheSchool const> of_the_school
) {
    OtherPeople people{.words = words_of_names(others)};
    for (auto const& word : words_of_names(own)) people.words.erase(word);
    if (!school.empty()) people.known.push_back(school);
    std::vector<std::string> names = named_after_no_child(of_the_school);
    names.push_back(as_people_say(school));
    std::erase_if(names, [&](auto const& name) { return names_in(name, people.words).empty(); });
    names.insert(names.begin(), staff.begin(), staff.end());
    for (auto& name : borne_by_none(names, others)) people.known.push_back(std::move(name));
    return people;
}

}  // namespace pupils
