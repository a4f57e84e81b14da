#include "moving/document.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "base/json.hpp"
#include "messages/sheet.hpp"

namespace moving {
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

std::string json_of_line(Line const& line) {
    return "    {" + member("section", word(line.section)) + ", " + member("label", line.label) + ", " +
           member("text", line.text) + "}";
}

std::string text_in(boost::json::object const& object, boost::json::string_view name) {
    auto const* const value = object.if_contains(name);
    if (value == nullptr || !value->is_string()) return {};
    auto const& text = value->get_string();
    return {text.data(), text.size()};
}

// Packs from before took such a face along where the child let go all of their words; nobody reads it any
// more.
bool is_of_a_kept_face(boost::json::value const& value) {
    return value.is_object() && text_in(value.get_object(), "section") == "kept";
}

std::optional<Line> line_in(boost::json::value const& value) {
    if (!value.is_object()) return std::nullopt;
    auto const& object = value.get_object();
    auto const section = from_word<Section>(text_in(object, "section"));
    if (!section) return std::nullopt;
    return Line{*section, text_in(object, "label"), text_in(object, "text")};
}

std::optional<boost::json::object> object_in(std::string_view text) {
    boost::json::error_code fault;
    auto parsed = boost::json::parse(boost::json::string_view(text.data(), text.size()), fault);
    if (fault || !parsed.is_object()) return std::nullopt;
    return std::move(parsed.get_object());
}

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

void draw_opening(Sheet& sheet, Document const& document) {
    sheet.text({.tag = "P", .text = document.school, .size = 15, .bold = true, .colour = green});
    if (!document.telephone.empty()) paragraph(sheet, "Telephone " + document.telephone, muted);
    sheet.line(green);
    sheet.space(words_size * 1.3);
    sheet.text(
        {.tag = "H1",
         .text = "Nurture support for " + document.child,
         .size = 17,
         .bold = true,
         .colour = ink}
    );
    sheet.space(words_size * 0.8);
    auto const year = document.year.empty() ? "" : ", " + document.year;
    paragraph(sheet, "Born on " + calendar::in_words(document.born_on) + year + ".");
    paragraph(
        sheet,
        "For " + document.to.senco_name + ", " + document.to.name + ". The child moves there on " +
            calendar::in_words(document.to.moves_on) + "."
    );
    paragraph(sheet, document.to.why);
}

void draw_lines(Sheet& sheet, Document const& document) {
    std::optional<Section> above;
    for (auto const& line : document.lines) {
        if (line.section != above) heading(sheet, std::string(in_words(line.section)));
        above = line.section;
        sheet.keep_together(words_size * 3);
        paragraph(sheet, line.label, muted);
        paragraph(sheet, line.text);
    }
}

}  // namespace

std::string json_of(Document const& document) {
    std::string lines;
    for (auto const& line : document.lines) lines += (lines.empty() ? "\n" : ",\n") + json_of_line(line);
    auto const& to = document.to;
    return "{\n  " + member("school", document.school) + ",\n  " + member("telephone", document.telephone) +
           ",\n  " + member("child", document.child) + ",\n  " +
           member("born on", calendar::iso(document.born_on)) + ",\n  " + member("year", document.year) +
           ",\n  " + member("next school", to.name) + ",\n  " + member("for", to.senco_name) + ",\n  " +
           member("moves on", calendar::iso(to.moves_on)) + ",\n  " + member("why", to.why) + ",\n  " +
           member("made on", calendar::iso(document.made_on)) + ",\n  " +
           member("about safeguarding", about_safeguarding) + ",\n  \"lines\": [" + lines +
           (lines.empty() ? "]" : "\n  ]") + "\n}\n";
}

std::optional<Document> document_in(std::string_view json) {
    auto const object = object_in(json);
    if (!object) return std::nullopt;
    auto const born_on = calendar::parse_iso(text_in(*object, "born on"));
    auto const moves_on = calendar::parse_iso(text_in(*object, "moves on"));
    auto const made_on = calendar::parse_iso(text_in(*object, "made on"));
    auto const* const lines = object->if_contains("lines");
    if (!born_on || !moves_on || !made_on || lines == nullptr || !lines->is_array()) return std::nullopt;
    Document document{
        .school = text_in(*object, "school"),
        .telephone = text_in(*object, "telephone"),
        .child = text_in(*object, "child"),
        .born_on = *born_on,
        .year = text_in(*object, "year"),
        .to =
            {.name = text_in(*object, "next school"),
             .senco_name = text_in(*object, "for"),
             .senco_address = {},
             .moves_on = *moves_on,
             .why = text_in(*object, "why")},
        .made_on = *made_on,
        .lines = {}};
    for (auto const& value : lines->get_array()) {
        if (is_of_a_kept_face(value)) continue;
        auto line = line_in(value);
        if (!line) return std::nullopt;
        document.lines.push_back(std::move(*line));
    }
    return document;
}

std::string pdf_of(Document const& document) {
    Sheet sheet(
        {.title = "Nurture support for " + document.child,
         .author = document.school,
         .language = "en-GB",
         .margin = 62,
         .footer = document.school,
         .footer_size = 8.5}
    );
    draw_opening(sheet, document);
    draw_lines(sheet, document);
    heading(sheet, "What is not in here");
    paragraph(sheet, std::string(about_safeguarding));
    paragraph(sheet, "Of the child's own words only what the child lets go is in here.");
    paragraph(sheet, "Made on " + calendar::in_words(document.made_on) + ".", muted);
    return sheet.finished();
}

}  // namespace moving
