#include "data_requests/letter_words.hpp"

#include "messages/letter.hpp"

namespace data_requests {
namespace {

using messages::BlockKind;

constexpr std::string_view bullet = "• ";

// Items of one list stand below each other; everything else has an empty line above it.
std::string_view between(BlockKind before, BlockKind then) {
    return before == BlockKind::item && then == BlockKind::item ? "\n" : "\n\n";
}

}  // namespace

bool holds_a_letters_words(std::string_view table, std::string_view column) {
    return table == "letter" && column == "words";
}

std::string as_people_read(Line::Part const& part) {
    if (!part.of_a_letter) return part.text;
    std::string read;
    auto before = BlockKind::paragraph;
    for (auto const& block : messages::blocks_of(part.text)) {
        if (!read.empty()) read += between(before, block.kind);
        if (block.kind == BlockKind::item) read += bullet;
        read += block.text;
        before = block.kind;
    }
    return read;
}

std::string_view without_bullet(std::string_view phrase) {
    if (phrase.starts_with(bullet)) phrase.remove_prefix(bullet.size());
    return phrase;
}

}  // namespace data_requests
