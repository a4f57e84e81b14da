#include "design/drawings.hpp"

namespace design {
namespace {

// Everything that differs between the faces: brows, eyes and mouth on a field of 48 by 48.
std::string_view features(Feeling feeling) {
    switch (feeling) {
        case Feeling::really_hard:
            return R"(<path d="M12.5 16.8l5.6-2.6M35.5 16.8l-5.6-2.6"/><circle class="dot" cx="16.5" cy="21" r="2.1"/><circle class="dot" cx="31.5" cy="21" r="2.1"/><path d="M15.5 35c2.2-4.8 5-7 8.5-7s6.3 2.2 8.5 7"/><path class="tear" d="M33.6 26.2c1.7 2.4 2.5 3.8 2.5 5a2.5 2.5 0 0 1-5 0c0-1.2.8-2.6 2.5-5z"/>)";
        case Feeling::not_so_good:
            return R"(<circle class="dot" cx="17" cy="20" r="2.1"/><circle class="dot" cx="31" cy="20" r="2.1"/><path d="M16.5 33.5c2-2.6 4.5-3.8 7.5-3.8s5.5 1.2 7.5 3.8"/>)";
        case Feeling::in_between:
            return R"(<circle class="dot" cx="17" cy="20" r="2.1"/><circle class="dot" cx="31" cy="20" r="2.1"/><path d="M17 31.5h14"/>)";
        case Feeling::good:
            return R"(<circle class="dot" cx="17" cy="20" r="2.1"/><circle class="dot" cx="31" cy="20" r="2.1"/><path d="M15.5 29c2.1 3.3 5 5 8.5 5s6.4-1.7 8.5-5"/>)";
        case Feeling::great:
            return R"(<path d="M13.3 20.8c.9-2.3 2.1-3.4 3.7-3.4s2.8 1.1 3.7 3.4M27.3 20.8c.9-2.3 2.1-3.4 3.7-3.4s2.8 1.1 3.7 3.4"/><path class="smile" d="M13.5 27.5h21c-.8 6-4.7 9.3-10.5 9.3s-9.7-3.3-10.5-9.3z"/>)";
    }
    return {};
}

}  // namespace

h::Node drawn_mark() {
    return h::Node::trusted(
        R"(<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><path class="mark__leaf" d="M29.5 2.5C18 4.5 8.5 11.5 6 26 17.5 22.5 26.5 14 29.5 2.5z"/><path class="mark__vein" d="M2.5 29.5C7 22 13.5 15.5 21 10.5"/></svg>)"
    );
}

h::Node drawn_leaf() {
    return h::Node::trusted(
        R"(<svg class="leaf" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path class="leaf__blade" d="M12.8.8c3.4 4.9 4.7 9 4.3 12.9-.3 3.5-2 6.4-5.1 9-3.1-2.6-4.8-5.5-5.1-9-.4-3.9 2.1-8.6 5.9-12.9z"/><path class="leaf__vein" d="M12.3 8.5c-.5 4.5-.6 9-.3 14"/></svg>)"
    );
}

h::Node drawn_face(Feeling feeling) {
    std::string markup =
        R"(<svg class="face face--)" + std::string(word(feeling)) +
        R"(" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false"><circle class="face__skin" cx="24" cy="24" r="21.5"/><g class="face__lines">)";
    markup += features(feeling);
    markup += "</g></svg>";
    return h::Node::trusted(std::move(markup));
}

h::Node drawn_door(Door door) {
    // The frame is the same; an open door swings to the left and lets the light out.
    constexpr std::string_view open =
        R"(<path class="door__light" d="M14 6h20v36H14z"/><path class="door__leaf" d="M14 6l-9 5v36l9-5z"/><circle class="door__knob" cx="7.6" cy="28.5" r="1.6"/>)";
    constexpr std::string_view closed =
        R"(<path class="door__leaf" d="M14 6h20v36H14z"/><circle class="door__knob" cx="29.5" cy="25" r="1.8"/>)";
    std::string markup =
        R"(<svg class="face door" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">)";
    markup += door == Door::open ? open : closed;
    markup += R"(<path class="door__frame" d="M12 44V4h24v40M8 44h32"/></svg>)";
    return h::Node::trusted(std::move(markup));
}

h::Node drawn_calendar() {
    return h::Node::trusted(
        R"(<svg viewBox="0 0 48 48" width="28" height="28" aria-hidden="true" focusable="false">)"
        R"(<path class="door__leaf" d="M6 10h36v10H6z"/><path class="door__frame" d="M6 10h36v32H6zM16 5v9M32 5v9"/>)"
        R"(<circle class="door__knob" cx="31" cy="32" r="4.5"/></svg>)"
    );
}

std::string_view in_words(Feeling feeling) {
    switch (feeling) {
        case Feeling::really_hard: return "Really hard";
        case Feeling::not_so_good: return "Not so good";
        case Feeling::in_between: return "In between";
        case Feeling::good: return "Good";
        case Feeling::great: return "Great";
    }
    return {};
}

h::Node face(Feeling feeling) {
    return h::span(
        h::css("feeling"), drawn_face(feeling), h::span(h::css("feeling__words"), in_words(feeling))
    );
}

}  // namespace design
