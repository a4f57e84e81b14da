#include "messages/sheet.hpp"

#include <cairo/cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "base/text.hpp"

namespace messages {
namespace {

constexpr double page_width = 595.276;
constexpr double page_height = 841.89;
constexpr double foot = 44;
constexpr auto* fonts = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, Lato, DejaVu Sans";

cairo_status_t append(void* into, unsigned char const* bytes, unsigned count) {
    static_cast<std::string*>(into)->append(reinterpret_cast<char const*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

// A tag of the structure for as long as it lives.
class Tagged {
public:
    Tagged(cairo_t* cairo, std::string_view name, std::string const& attributes = {})
        : cairo_(cairo), name_(name) {
        cairo_tag_begin(cairo_, name_.c_str(), attributes.c_str());
    }
    ~Tagged() { cairo_tag_end(cairo_, name_.c_str()); }
    Tagged(Tagged const&) = delete;
    Tagged& operator=(Tagged const&) = delete;

private:
    cairo_t* cairo_;
    std::string name_;
};

std::string in_quotes(std::string_view text) {
    std::string out = "'";
    for (char const c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

}  // namespace

Sheet::Sheet(SheetSettings settings) : settings_(std::move(settings)), y_(settings_.margin * 0.8) {
    surface_ = cairo_pdf_surface_create_for_stream(append, &data_, page_width, page_height);
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, settings_.title.c_str());
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_AUTHOR, settings_.author.c_str());
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATOR, "Withy");
    cairo_ = cairo_create(surface_);
    cairo_tag_begin(cairo_, "Document", nullptr);
}

Sheet::~Sheet() {
    cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
}

double Sheet::right() const { return page_width - settings_.margin; }
double Sheet::bottom() const { return page_height - foot - settings_.footer_size; }
void Sheet::space(double points) { y_ += points; }
void Sheet::set(Colour colour) { cairo_set_source_rgb(cairo_, colour.red, colour.green, colour.blue); }
void Sheet::begin(std::string_view tag) { cairo_tag_begin(cairo_, std::string(tag).c_str(), nullptr); }
void Sheet::end(std::string_view tag) { cairo_tag_end(cairo_, std::string(tag).c_str()); }

void Sheet::keep_together(double points) {
    if (y_ + points > bottom()) next_page();
}

void Sheet::next_page() {
    draw_footer();
    cairo_show_page(cairo_);
    ++page_;
    y_ = settings_.margin * 0.9;
}

void Sheet::draw_footer() {
    Text const words{
        .tag = "P",
        .text = fmt::format("{} · page {}", settings_.footer, page_),
        .size = settings_.footer_size,
        .colour = {0.325, 0.376, 0.353}};
    auto const made = layout(words, right() - settings_.margin);
    set(words.colour);
    cairo_move_to(cairo_, settings_.margin, page_height - foot);
    pango_cairo_show_layout(cairo_, made.get());
}

std::shared_ptr<PangoLayout> Sheet::layout(Text const& text, double width) const {
    // Nobody can type or import one; words that stayed sealed begin with one.
    if (text::has_control_characters(text.text))
        throw std::logic_error("words that stayed sealed would be put on paper");
    std::shared_ptr<PangoLayout> made(pango_cairo_create_layout(cairo_), g_object_unref);
    auto* const font = pango_font_description_from_string(fonts);
    pango_font_description_set_absolute_size(font, text.size * PANGO_SCALE);
    pango_font_description_set_weight(font, text.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(made.get(), font);
    pango_font_description_free(font);
    auto* const attributes = pango_attr_list_new();  // ligatures make readers aloud stumble
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga 0, clig 0"));
    pango_layout_set_attributes(made.get(), attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(made.get(), text.text.data(), static_cast<int>(text.text.size()));
    pango_layout_set_width(made.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(made.get(), 1.25F);
    return made;
}

void Sheet::text(Text const& text) {
    lines(text, {.left = settings_.margin, .width = right() - settings_.margin});
}

void Sheet::lines(Text const& text, Placed place) {
    for (auto const line : text::split(text.text, '\n')) {
        auto one = text;
        one.text = line;
        paragraph(one, place);
    }
}

// A paragraph that goes on to the next page is two tags, one on each.
void Sheet::paragraph(Text const& text, Placed place) {
    auto const made = layout(text, place.width);
    auto const count = pango_layout_get_line_count(made.get());
    for (int at = 0; at < count;) {
        if (y_ + text.size * 1.3 > bottom()) next_page();
        Tagged const tag(cairo_, text.tag);
        if (!text.link.empty())
            cairo_tag_begin(cairo_, CAIRO_TAG_LINK, ("uri=" + in_quotes(text.link)).c_str());
        set(text.colour);
        for (; at < count; ++at) {
            auto* const line = pango_layout_get_line_readonly(made.get(), at);
            PangoRectangle extents;
            pango_layout_line_get_extents(line, nullptr, &extents);
            auto const height = std::max(extents.height / double{PANGO_SCALE}, text.size * 1.25);
            if (y_ + height > bottom()) break;
            cairo_move_to(cairo_, place.left, y_ + text.size * 1.02);
            pango_cairo_show_layout_line(cairo_, line);
            y_ += height;
        }
        if (!text.link.empty()) cairo_tag_end(cairo_, CAIRO_TAG_LINK);
    }
}

void Sheet::item(Text const& text) {
    auto const indent = text.size * 1.4;
    keep_together(text.size * 1.4);
    auto bullet = text;
    bullet.text = "•";
    auto const made = layout(bullet, indent);
    Tagged const whole(cairo_, "LI");
    {
        Tagged const label(cairo_, "Lbl");
        set(text.colour);
        cairo_move_to(cairo_, settings_.margin + text.size * 0.3, y_ + text.size * 1.02);
        pango_cairo_show_layout_line(cairo_, pango_layout_get_line_readonly(made.get(), 0));
    }
    lines(text, {.left = settings_.margin + indent, .width = right() - settings_.margin - indent});
}

void Sheet::box(Text const& text) {
    auto const side = text.size * 1.15;
    keep_together(side * 1.5);
    cairo_set_line_width(cairo_, 0.9);
    set(text.colour);
    cairo_rectangle(cairo_, settings_.margin + 1, y_ + text.size * 0.08, side, side);
    cairo_stroke(cairo_);
    auto const indent = side + text.size * 0.8;
    lines(text, {.left = settings_.margin + indent, .width = right() - settings_.margin - indent});
}

void Sheet::write_here(Text const& label, double indent) {
    keep_together(label.size * 2);
    auto const top = y_;
    lines(label, {.left = settings_.margin, .width = indent});
    cairo_set_line_width(cairo_, 0.6);
    set(label.colour);
    auto const base = top + label.size * 1.25;
    cairo_move_to(cairo_, settings_.margin + indent, base);
    cairo_line_to(cairo_, right(), base);
    cairo_stroke(cairo_);
}

void Sheet::square(Square const& square, Text const& beside) {
    auto const side = square.size / square.width;
    auto const top = y_;
    {
        Tagged const figure(cairo_, "Figure");
        cairo_set_source_rgb(cairo_, 0, 0, 0);
        for (int row = 0; row < square.width; ++row)
            for (int column = 0; column < square.width; ++column)
                if (square.modules
                        [static_cast<std::size_t>(row) * static_cast<std::size_t>(square.width) +
                         static_cast<std::size_t>(column)] &
                    1U)
                    cairo_rectangle(
                        cairo_, settings_.margin + column * side, top + row * side, side + 0.05, side + 0.05
                    );
        cairo_fill(cairo_);
    }
    auto const left = settings_.margin + square.size + 18;
    auto const words = layout(beside, right() - left);
    PangoRectangle extents;
    pango_layout_get_extents(words.get(), nullptr, &extents);
    y_ = top + std::max(0.0, (square.size - extents.height / double{PANGO_SCALE}) / 2);
    lines(beside, {.left = left, .width = right() - left});
    y_ = std::max(y_, top + square.size);
}

void Sheet::line(Colour colour) {
    set(colour);
    cairo_set_line_width(cairo_, 1.2);
    cairo_move_to(cairo_, settings_.margin, y_);
    cairo_line_to(cairo_, right(), y_);
    cairo_stroke(cairo_);
}

void Sheet::cut_line(Colour colour) {
    set(colour);
    cairo_set_line_width(cairo_, 0.7);
    double const dashes[] = {4, 3};
    cairo_set_dash(cairo_, dashes, 2, 0);
    cairo_move_to(cairo_, settings_.margin, y_);
    cairo_line_to(cairo_, right(), y_);
    cairo_stroke(cairo_);
    cairo_set_dash(cairo_, nullptr, 0, 0);
}

std::string Sheet::finished() {
    if (page_ > 1) draw_footer();
    cairo_tag_end(cairo_, "Document");
    cairo_show_page(cairo_);
    cairo_surface_finish(surface_);
    return with_language(std::move(data_), settings_.language);
}

std::string with_language(std::string pdf, std::string_view language) {
    auto const number_after = [&](std::string_view key, std::size_t from) {
        std::size_t number = 0;
        auto const at = pdf.find(key, from);
        if (at == std::string::npos) return number;
        std::from_chars(pdf.data() + at + key.size(), pdf.data() + pdf.size(), number);
        return number;
    };
    auto const trailer = pdf.rfind("trailer");
    auto const catalog = pdf.rfind("/Type /Catalog");
    if (trailer == std::string::npos || catalog == std::string::npos) return pdf;
    auto const size = number_after("/Size ", trailer);
    auto const root = number_after("/Root ", trailer);
    auto const info = number_after("/Info ", trailer);
    auto const previous = number_after("startxref\n", trailer);
    auto const end = pdf.find("endobj", catalog);
    auto const closing = pdf.rfind(">>", end);
    auto const begin = pdf.rfind("<<", catalog);
    if (end == std::string::npos || closing == std::string::npos || begin == std::string::npos) return pdf;

    auto const entries = pdf.substr(begin, closing - begin);
    auto const object_at = pdf.size();
    pdf += fmt::format(
        "{} 0 obj\n{}   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
        root,
        entries,
        language
    );
    auto const table_at = pdf.size();
    pdf += fmt::format(
        "xref\n{} 1\n{:010} 00000 n \ntrailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev "
        "{}\n>>\n"
        "startxref\n{}\n%%EOF\n",
        root,
        object_at,
        size,
        root,
        info,
        previous,
        table_at
    );
    return pdf;
}

}  // namespace messages
