#include "safeguarding/phrase_rules.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "safeguarding/sign_rules.hpp"

namespace safeguarding {
namespace {

enum class Kind { words, gap, links, leads, who, whom, adult };

// One part of a phrase: a word of these, or up to `most` words of a kind.
struct Part {
    Kind kind{};
    std::vector<std::uint16_t> words = {};
    std::size_t most = 0;

    bool holds(Word const& word) const {
        return word.known != 0 && std::ranges::binary_search(words, word.known);
    }
};

struct Pattern {
    Phrase const* phrase = nullptr;
    std::vector<Part> parts = {};
    Part unless = {};
};

// Every phrase read once, each found by the words with which it may begin.
class Phrasebook {
public:
    Phrasebook() {
        for (auto const& list : word_lists())
            lists_.emplace(std::string(list.name), part_of(list.words, ' '));
        for (auto const& phrase : phrases()) {
            Pattern pattern{&phrase, {}, part_of(phrase.unless, ' ')};
            for (auto const word : text::split(phrase.says, ' ')) pattern.parts.push_back(part(word));
            for (auto const first : pattern.parts.front().words)
                by_first_word_[first].push_back(patterns_.size());
            patterns_.push_back(std::move(pattern));
        }
    }

    std::uint16_t known(std::string const& word) const {
        auto const found = numbers_.find(word);
        return found == numbers_.end() ? std::uint16_t{} : found->second;
    }
    std::vector<std::size_t> const& beginning_with(Word const& word) const {
        static std::vector<std::size_t> const none;
        auto const found = by_first_word_.find(word.known);
        return found == by_first_word_.end() ? none : found->second;
    }
    Pattern const& pattern(std::size_t at) const { return patterns_[at]; }
    Part const& list(std::string_view name) const { return lists_.at(std::string(name)); }

private:
    std::uint16_t number_of(std::string_view word) {
        auto const next = static_cast<std::uint16_t>(numbers_.size() + 1);
        return numbers_.try_emplace(std::string(word), next).first->second;
    }

    Part part(std::string_view written) {
        constexpr std::string_view counted = "~&%";
        if (auto const kind = counted.find(written[0]); kind != std::string_view::npos)
            return {
                static_cast<Kind>(static_cast<int>(Kind::gap) + static_cast<int>(kind)),
                {},
                static_cast<std::size_t>(written[1] - '0')};
        if (written == "@whom") return {Kind::whom, {}, 0};
        if (written == "@who" || written == "@adult") {
            auto adults = part_of("$adult", '|');
            adults.kind = written == "@who" ? Kind::who : Kind::adult;
            return adults;
        }
        return part_of(written, '|');
    }

    Part part_of(std::string_view written, char separator) {
        Part part{Kind::words, {}, 0};
        for (auto const word : text::split(written, separator)) {
            if (word.starts_with('$')) {
                auto const& list = lists_.at(std::string(word.substr(1)));
                part.words.insert(part.words.end(), list.words.begin(), list.words.end());
            } else if (!word.empty()) {
                part.words.push_back(number_of(word));
            }
        }
        std::ranges::sort(part.words);
        return part;
    }

    std::unordered_map<std::string, std::uint16_t> numbers_;
    std::unordered_map<std::string, Part> lists_;
    std::vector<Pattern> patterns_;
    std::unordered_map<std::uint16_t, std::vector<std::size_t>> by_first_word_;
};

Phrasebook const& phrasebook() {
    static Phrasebook const book;
    return book;
}

bool in_list(Word const& word, std::string_view list) { return phrasebook().list(list).holds(word); }

// Whether a phrase stands in a sentence, and where it may stand.
class Search {
public:
    explicit Search(Sentence const& sentence) : words_(sentence.words) {}

    bool finds(Pattern const& pattern, std::size_t at) const { return fits(pattern.parts, 0, at, at); }

    bool is_denied(std::size_t at, std::size_t within) const {
        for (auto i = at; i > 0 && at - i < within; --i) {
            if (words_[i - 1].clause != words_[at].clause) return false;
            if (in_list(words_[i - 1], "no")) return true;
        }
        return false;
    }
    bool holds_any(Part const& part) const {
        return std::ranges::any_of(words_, [&](auto const& word) { return part.holds(word); });
    }
    bool names_an_adult(std::size_t before) const {
        auto const end = words_.begin() + static_cast<std::ptrdiff_t>(std::min(before, words_.size()));
        return std::any_of(words_.begin(), end, [](auto const& word) { return in_list(word, "adult"); });
    }

private:
    bool fits(std::vector<Part> const& parts, std::size_t part, std::size_t at, std::size_t last) const {
        if (part == parts.size()) return true;
        auto const& wanted = parts[part];
        if (wanted.kind == Kind::gap || wanted.kind == Kind::links || wanted.kind == Kind::leads) {
            for (std::size_t passed = 0;; ++passed) {
                if (fits(parts, part + 1, at + passed, last)) return true;
                if (passed == wanted.most || !may_pass(wanted.kind, at + passed, last)) return false;
            }
        }
        return at < words_.size() && is(wanted, at) && fits(parts, part + 1, at + 1, at);
    }

    bool may_pass(Kind kind, std::size_t at, std::size_t last) const {
        if (at >= words_.size()) return false;
        if (kind == Kind::gap) return true;
        if (words_[at].clause != words_[last].clause) return false;
        return kind == Kind::leads ? in_list(words_[at], "leads") : is_link(at);
    }

    // "Dad does not hit him" says nothing; "dad does not hit him any more" says that he did.
    bool is_link(std::size_t at) const {
        if (in_list(words_[at], "links")) return true;
        return in_list(words_[at], "no") && holds_any(phrasebook().list("until_now"));
    }

    bool is(Part const& part, std::size_t at) const {
        switch (part.kind) {
            case Kind::whom: return is_whom(at);
            case Kind::who: return part.holds(words_[at]) && does_something(at);
            case Kind::adult: return part.holds(words_[at]) && is_named_alone(at);
            case Kind::words:
            case Kind::gap:
            case Kind::links:
            case Kind::leads: break;
        }
        return part.holds(words_[at]);
    }

    Word const* next(std::size_t at) const {
        bool const stands = at + 1 < words_.size() && words_[at + 1].clause == words_[at].clause;
        return stands ? &words_[at + 1] : nullptr;
    }

    // Not so in "angry with mum": there the child does what follows.
    bool does_something(std::size_t at) const {
        auto i = at;
        while (i > 0 && words_[i - 1].clause == words_[at].clause && in_list(words_[i - 1], "leads")) --i;
        return i == 0 || words_[i - 1].clause != words_[at].clause || !in_list(words_[i - 1], "done_to");
    }

    bool is_named_alone(std::size_t at) const {
        if (in_list(words_[at], "of_an_adult")) return false;
        auto const* const after = next(at);
        return after == nullptr || !after->text.ends_with("ing");
    }

    bool is_whom(std::size_t at) const {
        auto const& word = words_[at];
        auto const* const after = next(at);
        bool const is_person = in_list(word, "whom") || word.capital;
        if (after == nullptr) return is_person || word.text == "her";
        if (after->text == "feelings") return false;
        if (at > 0 && in_list(words_[at - 1], "beat") && in_list(*after, "in_a_game")) return false;
        if (after->text == "the" && !(at + 2 < words_.size() && in_list(words_[at + 2], "times")))
            return false;
        return is_person || (word.text == "her" && (in_list(*after, "after_her") || after->capital));
    }

    std::vector<Word> const& words_;
};

bool stands(Pattern const& pattern, Search const& search, std::size_t at, Sentence const& before) {
    auto const& phrase = *pattern.phrase;
    if (!search.finds(pattern, at) || search.is_denied(at, phrase.denied)) return false;
    if (search.holds_any(pattern.unless)) return false;
    return !phrase.of_an_adult || search.names_an_adult(at) ||
           Search(before).names_an_adult(before.words.size());
}

// Takes a text apart into sentences and words.
class Reader {
    // Nobody writes longer ones, and what is looked up grows with the square of them.
    static constexpr std::size_t longest_sentence = 400;
    static constexpr char32_t no_break_space = 0xA0;
    static constexpr char32_t right_quotation_mark = 0x2019;

public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::vector<Sentence> read() {
        for (std::size_t at = 0; at < text_.size();) at += take(at);
        end_sentence(text_.size());
        return std::move(sentences_);
    }

private:
    static bool is_letter(char32_t c) {
        bool const is_ascii_letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        bool const is_punctuation = c >= 0x2000 && c <= 0x206F;
        return is_ascii_letter || (c > no_break_space && !is_punctuation);
    }

    // How many bytes were taken.
    std::size_t take(std::size_t at) {
        constexpr std::u32string_view ends = U".!?\n";
        constexpr std::u32string_view divides = U",;:()\u2013\u2014";
        auto const [c, bytes] = utf8::first(text_.substr(at));
        if (c == '\'' || c == right_quotation_mark) return bytes;
        if (ends.find(c) != ends.npos) {
            end_sentence(at + bytes);
        } else if (divides.find(c) != divides.npos) {
            end_word();
            ++clause_;
        } else if (is_letter(c)) {
            add(at, bytes);
        } else {
            end_word();
            if (is_long_) end_sentence(at);
        }
        return std::max<std::size_t>(bytes, 1);
    }

    void add(std::size_t at, std::size_t bytes) {
        if (!begun_) {
            begun_ = true;
            begin_ = at;
        }
        auto const letter = text_.substr(at, bytes);
        if (word_.empty()) capital_ = letter[0] >= 'A' && letter[0] <= 'Z';
        word_ += text::ascii_lower(letter);
    }

    void end_word() {
        if (word_.empty()) return;
        auto const known = phrasebook().known(word_);
        bool const is_name = capital_ && !sentence_.words.empty() && known == 0 && word_ != "i";
        sentence_.words.push_back({std::move(word_), known, clause_, is_name});
        word_.clear();
        is_long_ = sentence_.words.size() >= longest_sentence;
    }

    void end_sentence(std::size_t end) {
        end_word();
        if (!sentence_.words.empty()) {
            sentence_.begin = begin_;
            sentence_.end = end;
            sentences_.push_back(std::move(sentence_));
        }
        sentence_ = {};
        begun_ = false;
        is_long_ = false;
        clause_ = 0;
    }

    std::string_view text_;
    std::vector<Sentence> sentences_;
    Sentence sentence_;
    std::string word_;
    std::size_t begin_ = 0;
    std::uint16_t clause_ = 0;
    bool begun_ = false;
    bool capital_ = false;
    bool is_long_ = false;
};

}  // namespace

std::vector<Sentence> sentences_of(std::string_view text) { return Reader(text).read(); }

std::optional<Sign> sign_in(Sentence const& sentence, Sentence const& before) {
    auto const& book = phrasebook();
    Search const search(sentence);
    for (std::size_t at = 0; at < sentence.words.size(); ++at)
        for (auto const which : book.beginning_with(sentence.words[at]))
            if (auto const& pattern = book.pattern(which); stands(pattern, search, at, before))
                return pattern.phrase->sign;
    return std::nullopt;
}

}  // namespace safeguarding
