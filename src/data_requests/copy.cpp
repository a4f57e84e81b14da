#include "data_requests/copy.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"
#include "data_requests/letter_words.hpp"
#include "messages/sheet.hpp"

namespace data_requests {
namespace {

using json::quoted;
using messages::Colour;
using messages::Sheet;

constexpr Colour green{0.122, 0.353, 0.263};
constexpr Colour ink{0.110, 0.137, 0.125};
constexpr Colour muted{0.325, 0.376, 0.353};
constexpr double words_size = 10.5;

std::string member(std::string_view name, std::string_view text) {
    return quoted(name) + ": " + quoted(text);
}

std::string json_of(Line const& line) {
    std::string parts;
    for (auto const& part : line.parts)
        parts += (parts.empty() ? "" : ", ") + std::string("{") + member("label", part.label) + ", " +
                 member("text", part.text) + "}";
    return "    {" + member("holds", line.table) + ", \"says\": [" + parts + "]}";
}

std::string why(KeptBack const& kept) {
    std::string words(in_words(kept.reason));
    if (kept.words.empty()) return words;
    return kept.reason == Reason::other ? kept.words : words + ": " + kept.words;
}

std::string what(KeptBack const& kept) {
    return kept.decision == Decision::withheld ? "The whole line" : "A part of the line";
}

std::string json_of(KeptBack const& kept) {
    return "    {" + member("line", kept.names) + ", " + member("kept back", what(kept)) + ", " +
           member("why", why(kept)) + "}";
}

template <class Items>
std::string list_of(std::string_view name, Items const& items) {
    std::string list;
    for (auto const& item : items) list += (list.empty() ? "\n" : ",\n") + json_of(item);
    return "  " + quoted(name) + ": [" + list + (list.empty() ? "]" : "\n  ]");
}

// In every copy alike, so that it tells nothing of this one.
constexpr std::string_view what_every_copy_says =
    "The law lets a school keep some things back without saying that they exist.";

void paragraph(Sheet& sheet, std::string const& text, Colour colour = ink) {
    sheet.text({.tag = "P", .text = text, .size = words_size, .colour = colour});
    sheet.space(words_size * 0.6);
}

void heading(Sheet& sheet, std::string const& text) {
    sheet.keep_together(words_size * 5);
    sheet.space(words_size * 0.5);
    sheet.text({.tag = "H2", .text = text, .size = 12, .bold = true, .colour = green});
    sheet.space(words_size * 0.3);
}

void draw_opening(Sheet& sheet, Copy const& copy, Date on) {
    sheet.text({.tag = "P", .text = copy.school, .size = 15, .bold = true, .colour = green});
    if (!copy.telephone.empty()) paragraph(sheet, "Telephone " + copy.telephone, muted);
    sheet.line(green);
    sheet.space(words_size * 1.3);
    sheet.text(
        {.tag = "H1", .text = "What we hold about " + copy.whom, .size = 17, .bold = true, .colour = ink}
    );
    sheet.space(words_size * 0.8);
    paragraph(
        sheet,
        "Asked for by " + copy.asked.asked_by + " on " + calendar::in_words(copy.asked.received_on) +
            ". Given out by the school; this copy was made on " + calendar::in_words(on) + "."
    );
}

void draw_line(Sheet& sheet, Line const& line) {
    sheet.keep_together(words_size * 3);
    for (auto const& part : line.parts)
        sheet.text(
            {.tag = "P", .text = part.label + ": " + as_people_read(part), .size = words_size, .colour = ink}
        );
    sheet.space(words_size * 0.7);
}

void draw_lines(Sheet& sheet, Copy const& copy) {
    std::string above;
    for (auto const& line : copy.lines) {
        if (line.table != above) heading(sheet, line.table);
        above = line.table;
        draw_line(sheet, line);
    }
}

void draw_kept_back(Sheet& sheet, Copy const& copy) {
    heading(sheet, "What was kept back, and why");
    paragraph(sheet, std::string(what_every_copy_says));
    for (auto const& kept : copy.kept_back)
        paragraph(sheet, what(kept) + ", " + kept.names + ". " + why(kept) + ".");
    if (copy.confided > 0)
        paragraph(
            sheet,
            "What was said in confidence, in " + text::counted(copy.confided, "line", "lines") +
                ". It is given to the child alone, by the adult to whom it was said, when the child asks."
        );
}

void draw_rights(Sheet& sheet, std::string const& digest) {
    heading(sheet, "Your rights");
    paragraph(
        sheet,
        "The school holds this to support the child and to keep the child safe, as its public task. You may "
        "ask the "
        "school to correct what is wrong, to erase what it need not hold any more, and to hold back from "
        "using it; and "
        "you may object. Ask the school first. If you are not content with the answer, you may complain to "
        "the "
        "Information Commissioner's Office, ico.org.uk, or go to court."
    );
    paragraph(sheet, "Digest of this copy: " + digest, muted);
}

}  // namespace

std::string json_of(Copy const& copy) {
    return "{\n  " + member("school", copy.school) + ",\n  " + member("about", copy.whom) + ",\n  " +
           member("asked by", copy.asked.asked_by) + ",\n  " +
           member("received on", calendar::iso(copy.asked.received_on)) + ",\n  " +
           member("asked for", in_words(copy.asked.kind)) + ",\n" + list_of("lines", copy.lines) + ",\n" +
           list_of("kept back", copy.kept_back) + ",\n  " +
           member("about what is kept back", what_every_copy_says) +
           ",\n  \"lines with words said in confidence\": " + std::to_string(copy.confided) + "\n}\n";
}

std::string digest_of(Copy copy) {
    std::erase_if(copy.lines, [](Line const& line) { return line.of_signing_in; });
    return secret::digest({json_of(copy)});
}

std::string pdf_of(Copy const& copy, Date on) {
    Sheet sheet(
        {.title = "What we hold about " + copy.whom,
         .author = copy.school,
         .language = "en-GB",
         .margin = 62,
         .footer = copy.school,
         .footer_size = 8.5}
    );
    draw_opening(sheet, copy, on);
    draw_lines(sheet, copy);
    draw_kept_back(sheet, copy);
    draw_rights(sheet, digest_of(copy));
    return sheet.finished();
}

}  // namespace data_requests
