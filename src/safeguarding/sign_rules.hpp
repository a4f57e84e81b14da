#pragma once

#include <span>
#include <string_view>

#include "safeguarding/disclosure.hpp"

// The phrases that read like a disclosure, as data: what is added here is found from then on.
namespace safeguarding {

// Words with a name of their own, which phrases use as $name.
struct WordList {
    std::string_view name;
    std::string_view words;
};
std::span<WordList const> word_lists();

// `says` is a row of words: a|b is either, $name is any of a list, ~3 up to three words of any kind, &4 up to
// four that stand between a person and what they do (has, keeps, always), %2 up to two that lead to a person
// (his, the, mum's). Three look around themselves: @who is an adult who does something, @whom the child or
// another to whom it is done,
// @adult an adult named as such and not "mum's" or "mum leaving".
// The phrase stands for nothing where one of the words `unless` stands in the sentence, or a negation up to
// `denied` words before it. With `of_an_adult` it counts where an adult was spoken of before.
struct Phrase {
    Sign sign{};
    std::string_view says;
    std::string_view unless = {};
    std::size_t denied = 3;
    bool of_an_adult = false;
};
std::span<Phrase const> phrases();

}  // namespace safeguarding
