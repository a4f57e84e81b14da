#include "design/strand_columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace design {
namespace {

constexpr double width = 640;
constexpr double tall = 128;   // of a column
constexpr double around = 28;  // above and below the columns, for codes and figures
constexpr double narrow = 52;  // a column with what lies between it and the next
constexpr double wide = 124;   // the same where its code is a word
constexpr double left = 8;
constexpr std::size_t letters = 2;

std::string figure(double value) {
    auto const tenths = std::lround(value * 10);
    auto text = std::to_string(tenths / 10);
    if (auto const rest = tenths % 10; rest != 0) text.append({'.', static_cast<char>('0' + rest)});
    return text;
}

h::Node line(double x1, double x2, double y, std::string_view classes) {
    return h::element(
        "line",
        h::css(classes),
        h::attribute("x1", figure(x1)),
        h::attribute("x2", figure(x2)),
        h::attribute("y1", figure(y)),
        h::attribute("y2", figure(y))
    );
}

double step_of(std::vector<std::string> const& codes) {
    auto const each = std::ranges::all_of(codes, is_short) ? narrow : wide;
    return std::min(each, (width - 2 * left) / static_cast<double>(codes.size()));
}

}  // namespace

bool is_short(std::string_view code) { return code.size() <= letters; }

h::Node text_at(double x, double y, std::string_view classes, std::string_view text) {
    return h::element(
        "text", h::css(classes), h::attribute("x", figure(x)), h::attribute("y", figure(y)), text
    );
}

h::Node box(double x, double y, double across, double high, std::string_view classes) {
    return h::element(
        "rect",
        h::css(classes),
        h::attribute("x", figure(x)),
        h::attribute("y", figure(y)),
        h::attribute("width", figure(across)),
        h::attribute("height", figure(high))
    );
}

h::Node dot(double x, double y, double radius, std::string_view classes) {
    return h::element(
        "circle",
        h::css(classes),
        h::attribute("cx", figure(x)),
        h::attribute("cy", figure(y)),
        h::attribute("r", figure(radius))
    );
}

StrandColumns::StrandColumns(std::vector<std::string> codes, bool drawn_down)
    : codes_(std::move(codes)), drawn_down_(drawn_down), step_(step_of(codes_)) {}

double StrandColumns::base() const { return drawn_down_ ? around : around + tall; }

double StrandColumns::far(int score, ProfileRange const& scores) const {
    auto const share = static_cast<double>(score - scores.least) / std::max(1, scores.most - scores.least);
    return std::clamp(share, 0.0, 1.0) * tall;
}

double StrandColumns::place(int score, ProfileRange const& scores) const {
    return drawn_down_ ? base() + far(score, scores) : base() - far(score, scores);
}

h::Node StrandColumns::column(
    std::size_t at, ProfileRange const& scores, std::optional<ProfileRange> const& usual, h::Node const& marks
) const {
    auto const beside_line = drawn_down_ ? base() - 8 : base() + 6;
    // Words stand in two heights where there is little room (`_way.scss`).
    bool const is_second = at % 2 == 1 && !is_short(codes_[at]);
    return h::group(
        box(from(at), around, across(), tall, "profile__column"),
        usual ? usual_in(at, scores, *usual) : h::Node{},
        marks,
        text_at(
            from(at) + across() / 2,
            beside_line,
            is_second ? "profile__code profile__code--second" : "profile__code",
            codes_[at]
        )
    );
}

h::Node StrandColumns::picture(
    std::string const& title, std::string const& section, std::vector<h::Node> const& columns
) const {
    return h::group(
        h::p(h::css("profile__section"), section),
        h::element(
            "svg",
            h::css(
                drawn_down_ ? "profile__drawing profile__drawing--down"
                            : "profile__drawing profile__drawing--up"
            ),
            h::attribute("viewBox", "0 0 " + figure(width) + " " + figure(tall + 2 * around)),
            h::role("img"),
            h::attribute("aria-label", title + ", " + section + ". The figures are in the table below."),
            columns,
            line(left, left_of(codes_.size()), base(), "profile__line")
        )
    );
}

h::Node StrandColumns::end_of(std::size_t at, ProfileRange const& scores) const {
    auto const end = place(scores.most, scores);
    auto const beside_end = drawn_down_ ? end + 5 : end - 5;
    return text_at(from(at) + across() / 2, beside_end, "profile__end", std::to_string(scores.most));
}

double StrandColumns::beside(int score, ProfileRange const& scores, std::optional<ProfileRange> const& usual)
    const {
    constexpr double high = 18;  // of a figure, on a narrow screen too
    constexpr double apart = 4;
    auto y = place(score, scores) + (drawn_down_ ? apart : -apart);
    if (!usual) return y;
    auto edges = std::array{place(usual->least, scores), place(usual->most, scores)};
    if (drawn_down_)
        std::ranges::sort(edges);
    else
        std::ranges::sort(edges, std::ranges::greater{});
    for (auto const edge : edges) {
        auto const near = drawn_down_ ? y - apart : y - high;
        auto const far = drawn_down_ ? y + high : y + apart;
        if (near < edge && edge < far) y = edge + (drawn_down_ ? apart : -apart);
    }
    return y;
}

double StrandColumns::left_of(std::size_t at) const { return left + step_ * static_cast<double>(at); }

h::Node StrandColumns::usual_in(std::size_t at, ProfileRange const& scores, ProfileRange const& usual) const {
    auto const low = place(usual.least, scores);
    auto const high = place(usual.most, scores);
    auto const end = from(at) + across();
    return h::group(
        box(from(at), std::min(low, high), across(), std::abs(high - low), "profile__usual"),
        line(from(at), end, low, "profile__edge"),
        line(from(at), end, high, "profile__edge")
    );
}

}  // namespace design
