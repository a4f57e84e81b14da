#include "safeguarding/disclosure_rules.hpp"

#include "base/text.hpp"
#include "safeguarding/phrase_rules.hpp"

namespace safeguarding {

std::vector<Marked> what_reads_like_a_disclosure(std::string_view text) {
    std::vector<Marked> marked;
    Sentence before;
    for (auto& sentence : sentences_of(text)) {
        if (auto const sign = sign_in(sentence, before))
            marked.push_back({sentence.begin, sentence.end, *sign});
        before = std::move(sentence);
    }
    return marked;
}

std::string without(std::string_view text, std::vector<Marked> const& marked) {
    std::string kept;
    std::size_t from = 0;
    for (auto const& sentence : marked) {
        kept += text.substr(from, sentence.begin - from);
        from = text.find_first_not_of(' ', sentence.end);
        if (from == std::string_view::npos) from = text.size();
    }
    kept += text.substr(from);
    return std::string(text::trimmed(kept));
}

}  // namespace safeguarding
