#include "messages/letter.hpp"

#include <qrencode.h>

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
constexpr Sizes usual{.words = 10.5, .title = 17, .heading = 11.5, .school = 15, .small = 9, .square = 76};
constexpr Sizes large{.words = 18, .title = 26, .heading = 20, .school = 24, .small = 18, .square = 110};

void draw_letterhead(Sheet& sheet, Letter const& letter, Sizes const& sizes) {
    sheet.text({.tag = "P", .text = letter.school, .size = sizes.school, .bold = true, .colour = green});
    if (!letter.telephone.empty())
        sheet.text({.tag = "P", .text = "Telephone " + letter.telephone, .size = sizes.small, .colour = muted}
        );
    sheet.space(6);
    sheet.line(green);
    sheet.space(sizes.words * 1.6);
}

void draw_recipient(Sheet& sheet, Letter const& letter, Sizes const& sizes) {
    auto address = letter.recipient;
    if (!letter.postal_address.empty()) address += "\n" + letter.postal_address;
    sheet.text({.tag = "P", .text = address, .size = sizes.words, .colour = ink});
    sheet.space(sizes.words * 1.2);
    sheet.text(
        {.tag = "P", .text = calendar::day_month_year(letter.date), .size = sizes.words, .colour = muted}
    );
    sheet.space(sizes.words * 1.2);
}

void draw_words(Sheet& sheet, Letter const& letter, Sizes const& sizes) {
    auto const blocks = blocks_of(letter.words);
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        auto const& [kind, words] = blocks[at];
        bool const holds_link = !letter.link.empty() && words.find(letter.link) != std::string::npos;
        bool const list_begins =
            kind == BlockKind::item && (at == 0 || blocks[at - 1].kind != BlockKind::item);
        bool const list_ends =
            kind == BlockKind::item && (at + 1 == blocks.size() || blocks[at + 1].kind != BlockKind::item);
        switch (kind) {
            case BlockKind::heading:
                sheet.keep_together(sizes.heading * 5);
                sheet.space(sizes.words * 0.45);
                sheet.text({.tag = "H2", .text = words, .size = sizes.heading, .bold = true, .colour = green}
                );
                sheet.space(sizes.words * 0.25);
                break;
            case BlockKind::paragraph:
                sheet.text(
                    {.tag = "P",
                     .text = words,
                     .size = sizes.words,
                     .colour = ink,
                     .link = holds_link ? letter.link : ""}
                );
                sheet.space(sizes.words * 0.75);
                break;
            case BlockKind::item:
                if (list_begins) sheet.begin("L");
                sheet.item(
                    {.tag = "LBody",
                     .text = words,
                     .size = sizes.words,
                     .colour = ink,
                     .link = holds_link ? letter.link : ""}
                );
                sheet.space(sizes.words * 0.25);
                if (list_ends) sheet.end("L");
                if (list_ends) sheet.space(sizes.words * 0.5);
                break;
        }
    }
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
    sheet.space(sizes.words * 0.6);
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
    draw_square(sheet, letter, sizes);
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
