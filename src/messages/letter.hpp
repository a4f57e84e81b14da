#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"

namespace messages {

// The part to cut off and send back: a box to tick before each statement.
struct Slip {
    std::string heading;    // whom it is about, so that the slip can be matched without the letter
    std::string return_to;  // to whom and until when
    std::vector<std::string> statements;
};

// A letter as it goes out. The words are paragraphs with an empty line between them; "# " begins a heading
// and "- " an item of a list.
struct Letter {
    std::string school;
    std::string telephone;
    std::string recipient;
    std::string postal_address;
    Date date;
    std::string title;
    std::string words;
    std::string link = {};  // drawn as a square to point a phone at, and followed where the words hold it
    std::optional<Slip> slip = {};
    std::string language = "en-GB";
    bool large_print = false;
};

// The letter on A4 as PDF, with its title, its language and tags for headings, paragraphs, lists and links.
// The letterhead, the square and the slip's boxes are tagged as what they hold, not described further. Takes
// some milliseconds, so not on the writer.
std::string pdf_of(Letter const& letter);

enum class BlockKind { heading, paragraph, item };
struct Block {
    BlockKind kind{};
    std::string text;

    friend bool operator==(Block const&, Block const&) = default;
};

// The words of a letter in their blocks, the same for paper and page. Lines of one paragraph stay lines.
std::vector<Block> blocks_of(std::string_view words);

}  // namespace messages
