#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "safeguarding/disclosure.hpp"

// How the phrases of sign_rules are found in what a person wrote.
namespace safeguarding {

struct Word {
    std::string text;          // in lower case, without apostrophes: "dont"
    std::uint16_t known = 0;   // which word of the phrases it is; 0: none
    std::uint16_t clause = 0;  // commas and brackets begin another
    bool capital = false;  // written with a capital, and not the first of its sentence: most likely a name
};

struct Sentence {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<Word> words = {};
};

// The sentences of a text with their words. A line end, a full stop, a question or exclamation mark ends one.
std::vector<Sentence> sentences_of(std::string_view text);

// What the sentence reads like, after the one before it; empty where it reads like nothing of the kind.
std::optional<Sign> sign_in(Sentence const& sentence, Sentence const& before);

}  // namespace safeguarding
