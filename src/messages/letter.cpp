#include "messages/letter.hpp"

#include <qrencode.h>

#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "messages/sheet.hpp"

namespace messages {
namespace {

constexpr Colour green{0.122, 0.353, 0.263};
constexpr Colour ink{0.110, 0.137, 0.125};
constexpr Colour muted{0.325, 0.376, 0.353};

// Sizes in points. Large print is 18 points and more throughout.
struct Sizes {
    double words;
    double title;
    double heading;
    double school;
    double small;
    double square;
};
constexpr Sizes usual{.words = 10.5, .title = 17, .heading = 11.5, .school = 15, .small = 9, .square = 68};
constexpr Sizes large{.words = 18, .title = 26, .heading = 20, .school = 24, .small = 18, .square = 110};

void draw_letterhead(Sheet& sheet, Letter const& letter, Sizes const& sizes) {
    sheet.text({.tag = "P", .text = letter.school, .size = sizes.school, .bold = true, .colour = green});
    if (!letter.telephone.empty())
        sheet.text({.tag = "P", .text = "Telephone " + letter.telephone, .size = sizes.small, .colour = muted}
        );
    sheet.space(6);
    sheet.line(green);
    sheet.space(sizes.words * 1.3);
}

void draw_recipient(Sheet& sheet, Letter const& letter, Sizes const& sizes) {
    auto address = letter.recipient;
    if (!letter.postal_address.empty()) address += "\n" + letter.postal_address;
    sheet.text({.tag = "P", .text = address, .size = sizes.words, .colour = ink});
    sheet.space(sizes.words);
    sheet.text(
        {.tag = "P", .text = calendar::day_month_year(letter.date), .size = sizes.words, .colour = muted}
    );
    sheet.space(sizes.words);
}

struct EndSquare {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

void draw_square(Sheet& sheet, Letter const& letter, Sizes const& sizes) {
    if (letter.link.empty()) return;
    std::unique_ptr<QRcode, EndSquare> const code(
        QRcode_encodeString(letter.link.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1)
    );
    if (!code) return;
    sheet.space(sizes.words * 0.2);
    sheet.keep_together(sizes.square + sizes.words);
    sheet.square(
        {.modules = {code->data, static_cast<std::size_t>(code->width * code->width)},
         .width = code->width,
         .size = sizes.square},
        {.tag = "P",
         .text = "To answer on a phone, point its camera at this square. It opens the same address as the "
                 "one in this letter. It is yours alone: keep it to yourself.",
         .size = sizes.words,
         .colour = ink}
    );
    sheet.space(sizes.words);
}

using Blocks = std::vector<Block>;

bool is_item(Blocks const& blocks, std::size_t at) {
    return at < blocks.size() && blocks[at].kind == BlockKind::item;
}

bool holds_link(Letter const& letter, Block const& block) {
    return !letter.link.empty() && block.text.find(letter.link) != std::string::npos;
}

// The square stands where the address does: after its paragraph, or after the list of ways to answer. The
// number of blocks where the address stands nowhere.
std::size_t block_before_square(Letter const& letter, Blocks const& blocks) {
    auto const found =
        std::ranges::find_if(blocks, [&](Block const& block) { return holds_link(letter, block); });
    auto at = static_cast<std::size_t>(found - blocks.begin());
    while (is_item(blocks, at) && is_item(blocks, at + 1)) ++at;
    return at;
}

// About how high the blocks of one part of the letter are, and not less than that.
double about_how_high(Blocks const& blocks, std::size_t from, std::size_t to, Sizes const& sizes) {
    constexpr double points_of_a_line = 430;
    auto const letters_of_a_line = static_cast<std::size_t>(points_of_a_line / (sizes.words * 0.52));
    double high = 0;
    for (auto at = from; at <= to && at < blocks.size(); ++at) {
        std::size_t lines = 0;
        for (auto const line : text::split(blocks[at].text, '\n'))
            lines += 1 + line.size() / letters_of_a_line;
        high += static_cast<double>(lines) * sizes.words * 1.3 + sizes.words * 0.75;
    }
    return high;
}

// A heading stays with what follows it; that of the ways to answer with all of them, and with the square.
double what_stays_with_heading(Blocks const& blocks, std::size_t at, std::size_t square, Sizes const& sizes) {
    constexpr double half_a_page = 400;
    auto const a_few_lines = sizes.heading * 5;
    if (square <= at || square >= blocks.size()) return a_few_lines;
    for (auto between = at + 1; between <= square; ++between)
        if (blocks[between].kind == BlockKind::heading) return a_few_lines;
    auto const all = about_how_high(blocks, at, square, sizes) + sizes.square + sizes.words * 2;
    return std::max(a_few_lines, std::min(all, half_a_page));
}

void draw_block(
    Sheet& sheet,
    Letter const& letter,
    Blocks const& blocks,
    std::size_t at,
    double together,
    Sizes const& sizes
) {
    auto const& [kind, words] = blocks[at];
    Text const plain{
        .tag = kind == BlockKind::item ? "LBody" : "P",
        .text = words,
        .size = sizes.words,
        .colour = ink,
        .link = holds_link(letter, blocks[at]) ? letter.link : ""};
    switch (kind) {
        case BlockKind::heading:
            sheet.keep_together(together);
            sheet.space(sizes.words * 0.4);
            sheet.text({.tag = "H2", .text = words, .size = sizes.heading, .bold = true, .colour = green});
            sheet.space(sizes.words * 0.2);
            break;
        case BlockKind::paragraph:
            // The name below a letter does not begin a page without the line before it.
            if (at + 2 == blocks.size()) sheet.keep_together(sizes.words * 5.5);
            sheet.text(plain);
            sheet.space(sizes.words * 0.65);
            break;
        case BlockKind::item:
            if (at == 0 || !is_item(blocks, at - 1)) sheet.begin("L");
            sheet.item(plain);
            sheet.space(sizes.words * 0.25);
            if (is_item(blocks, at + 1)) break;
            sheet.end("L");
            sheet.space(sizes.words * 0.4);
            break;
    }
}

void draw_words(Sheet& sheet, Letter const& letter, Sizes const& sizes) {
    auto const blocks = blocks_of(letter.words);
    auto const square = block_before_square(letter, blocks);
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        draw_block(sheet, letter, blocks, at, what_stays_with_heading(blocks, at, square, sizes), sizes);
        if (at == square) draw_square(sheet, letter, sizes);
    }
    if (square == blocks.size()) draw_square(sheet, letter, sizes);
}

void draw_slip(Sheet& sheet, Letter const& letter, Sizes const& sizes) {
    if (!letter.slip) return;
    auto const rows = static_cast<double>(letter.slip->statements.size());
    sheet.keep_together(sizes.words * (11 + rows * 2.2));
    sheet.space(sizes.words * 0.5);
    sheet.cut_line(muted);
    sheet.space(sizes.words * 0.8);
    sheet.text(
        {.tag = "H2", .text = letter.slip->heading, .size = sizes.heading, .bold = true, .colour = green}
    );
    sheet.space(sizes.words * 0.25);
    sheet.text({.tag = "P", .text = letter.slip->return_to, .size = sizes.words, .colour = ink});
    sheet.space(sizes.words * 0.5);
    for (auto const& statement : letter.slip->statements) {
        sheet.box({.tag = "P", .text = statement, .size = sizes.words, .colour = ink});
        sheet.space(sizes.words * 0.6);
    }
    for (auto const* label : {"Name", "Signature and date"}) {
        sheet.space(sizes.words * 0.9);
        sheet.write_here({.tag = "P", .text = label, .size = sizes.words, .colour = muted}, sizes.words * 10);
    }
}

}  // namespace

std::string pdf_of(Letter const& letter) {
    auto const& sizes = letter.large_print ? large : usual;
    Sheet sheet(
        {.title = letter.title,
         .author = letter.school,
         .language = letter.language,
         .margin = letter.large_print ? 54.0 : 70.0,
         .footer = letter.school,
         .footer_size = letter.large_print ? 18.0 : 8.5}
    );
    draw_letterhead(sheet, letter, sizes);
    draw_recipient(sheet, letter, sizes);
    sheet.text({.tag = "H1", .text = letter.title, .size = sizes.title, .bold = true, .colour = ink});
    sheet.space(sizes.words * 0.8);
    draw_words(sheet, letter, sizes);
    draw_slip(sheet, letter, sizes);
    return sheet.finished();
}

std::vector<Block> blocks_of(std::string_view words) {
    std::vector<Block> blocks;
    bool goes_on = false;  // the next plain line belongs to the block before it
    for (auto const line : text::split(words, '\n')) {
        auto const trimmed = text::trimmed(line);
        if (trimmed.empty()) {
            goes_on = false;
        } else if (trimmed.starts_with("# ")) {
            blocks.push_back({BlockKind::heading, std::string(text::trimmed(trimmed.substr(2)))});
            goes_on = false;
        } else if (trimmed.starts_with("- ")) {
            blocks.push_back({BlockKind::item, std::string(text::trimmed(trimmed.substr(2)))});
            goes_on = true;
        } else if (goes_on) {
            blocks.back().text += "\n" + std::string(trimmed);
        } else {
            blocks.push_back({BlockKind::paragraph, std::string(trimmed)});
            goes_on = true;
        }
    }
    return blocks;
}

}  // namespace messages
