#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/profile.hpp"
#include "html/html.hpp"

// What the drawing of one child's scores and that of several children's have in common, so that both are read
// alike: columns of strands in a field with units of its own, which scales with the page.
namespace design {

h::Node text_at(double x, double y, std::string_view classes, std::string_view text);
h::Node box(double x, double y, double across, double high, std::string_view classes);
h::Node dot(double x, double y, double radius, std::string_view classes);

// The columns of one section, each as tall as its strand can score, from their line up or down.
class StrandColumns {
public:
    // They are narrow where every code is a letter or two.
    StrandColumns(std::vector<std::string> codes, bool drawn_down);

    double from(std::size_t at) const { return left_of(at) + step_ * 0.1; }
    double across() const { return step_ * 0.8; }
    double base() const;

    // How far from the line a score lies, and where that is.
    double far(int score, ProfileRange const& scores) const;
    double place(int score, ProfileRange const& scores) const;

    // Where a score's figure stands beyond it, clear of the broken lines of what is usual: its foot, or its
    // head where columns hang.
    double beside(int score, ProfileRange const& scores, std::optional<ProfileRange> const& usual) const;
    // The most that a strand can score, at its column's end.
    h::Node end_of(std::size_t at, ProfileRange const& scores) const;

    // A column with what is usual in it, these marks and its code.
    h::Node column(
        std::size_t at,
        ProfileRange const& scores,
        std::optional<ProfileRange> const& usual,
        h::Node const& marks
    ) const;

    // All of them under the section's name, as a picture of which a table says the same.
    h::Node picture(std::string const& title, std::string const& section, std::vector<h::Node> const& columns)
        const;

private:
    double left_of(std::size_t at) const;
    h::Node usual_in(std::size_t at, ProfileRange const& scores, ProfileRange const& usual) const;

    std::vector<std::string> codes_;
    bool drawn_down_;
    double step_;
};

// Whether a strand's code is a letter or two, and no word.
bool is_short(std::string_view code);

}  // namespace design
