#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _PangoLayout PangoLayout;

namespace messages {

struct Colour {
    double red;
    double green;
    double blue;
};

// A run of text with its place in the structure: "P", "H1", "H2", "LBody".
struct Text {
    std::string_view tag;
    std::string text;
    double size;
    bool bold = false;
    Colour colour{};
    std::string link = {};
};

// A square code of black and white modules, one byte each, black where the lowest bit is set.
struct Square {
    std::span<unsigned char const> modules;
    int width;
    double size;
};

struct SheetSettings {
    std::string title;
    std::string author;
    std::string language;
    double margin;
    std::string footer;  // stands with the page's number at the foot, once there is a second page
    double footer_size;
};

// A4 pages that are written from top to bottom as a tagged PDF. What does not fit goes on to the next page.
class Sheet {
public:
    explicit Sheet(SheetSettings settings);
    ~Sheet();
    Sheet(Sheet const&) = delete;
    Sheet& operator=(Sheet const&) = delete;

    void text(Text const& text);
    void item(Text const& text);                        // with a bullet
    void box(Text const& text);                         // with a box to tick
    void write_here(Text const& label, double indent);  // a line to write on after the label
    void square(Square const& square, Text const& beside);
    void line(Colour colour);
    void cut_line(Colour colour);
    void space(double points);
    // Begins a new page unless so much is left on this one.
    void keep_together(double points);
    // Groups what follows, such as the items of a list.
    void begin(std::string_view tag);
    void end(std::string_view tag);

    // The whole file. The sheet takes nothing after it.
    std::string finished();

private:
    struct Placed {
        double left;
        double width;
    };

    double right() const;
    double bottom() const;
    void lines(Text const& text, Placed place);
    void paragraph(Text const& text, Placed place);
    std::shared_ptr<PangoLayout> layout(Text const& text, double width) const;
    void next_page();
    void draw_footer();
    void set(Colour colour);

    SheetSettings settings_;
    std::string data_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
    double y_;
    int page_ = 1;
};

// The PDF with its language named and its title shown by readers, which cairo 1.16 leaves out; added at the
// end as an incremental update.
std::string with_language(std::string pdf, std::string_view language);

}  // namespace messages
