#include "design/page.hpp"

#include "design/assets.hpp"
#include "design/drawings.hpp"
#include "design/notices.hpp"

namespace design {
namespace {

std::string_view layout_css(Layout layout) {
    switch (layout) {
        case Layout::reading: return "main main--reading";
        case Layout::wide: return "main main--wide";
        case Layout::whole_screen: return "main main--whole-screen";
        case Layout::paper: return "main main--paper";
    }
    return {};
}

h::Node viewport() {
    return h::meta(
        h::name("viewport"),
        h::attribute("content", "width=device-width, initial-scale=1, viewport-fit=cover")
    );
}

h::Node head(Frame const& frame, Page const& page) {
    auto const product = frame.school_name.empty() ? "Withy" : frame.school_name + " · Withy";
    auto const title = (page.refused ? "Error: " : "") + page.title + " · " + product;
    return h::head(
        h::meta(h::attribute("charset", "utf-8")),
        viewport(),
        h::meta(h::name("color-scheme"), h::attribute("content", "light dark")),
        h::meta(h::name("robots"), h::attribute("content", "noindex")),
        h::meta(h::name("referrer"), h::attribute("content", "same-origin")),
        h::title(title),
        h::link(h::attribute("rel", "icon"), h::type("image/svg+xml"), h::href(icon_path())),
        h::link(
            h::attribute("rel", "preload"),
            h::attribute("as", "font"),
            h::type("font/woff2"),
            h::flag("crossorigin", true),
            h::href(font_path())
        ),
        h::link(h::attribute("rel", "stylesheet"), h::href(stylesheet_path())),
        h::element("script", h::src(script_path()), h::flag("defer", true))
    );
}

h::Node search() {
    return h::form(
        h::css("search"),
        h::role("search"),
        h::method("get"),
        h::action("/pupils"),
        h::label(h::css("govuk-visually-hidden"), h::for_("search"), "Find a pupil"),
        h::input(
            h::css("search__box"),
            h::id("search"),
            h::name("q"),
            h::type("search"),
            h::attribute("placeholder", "Find a pupil"),
            h::attribute("autocomplete", "off"),
            h::attribute("spellcheck", "false"),
            h::attribute("enterkeyhint", "search"),
            h::attribute("data-search", "yes")
        ),
        h::element("kbd", h::css("search__key"), h::attribute("aria-hidden", "true"), "/")
    );
}

h::Node post(FormGuard const& guard, std::string_view path, std::string_view text) {
    if (path.empty()) return {};
    return h::form(
        h::method("post"),
        h::action(path),
        h::attribute("data-leaves", "yes"),
        guard_fields(guard),
        h::button(h::css("top__button"), h::type("submit"), text)
    );
}

h::Node person_name(Frame const& frame) {
    if (frame.person_path.empty()) return h::span(h::css("top__name"), frame.person_name);
    return h::a(h::css("top__name"), h::href(frame.person_path), frame.person_name);
}

h::Node person(Frame const& frame) {
    return h::div(
        h::css("top__person"),
        h::span(h::css("top__who"), person_name(frame), h::span(h::css("top__role"), frame.person_role)),
        post(frame.guard, frame.lock_path, "Lock"),
        post(frame.guard, frame.sign_out_path, "Sign out")
    );
}

// They stay together: beside the school's name, or where that is long, below it.
h::Node tools(Frame const& frame) {
    return h::div(h::css("top__tools"), h::when(frame.may_search, search), person(frame));
}

h::Node top_bar(Frame const& frame) {
    auto const signed_in = !frame.person_name.empty();
    auto const name = frame.school_name.empty() ? std::string("Withy") : frame.school_name;
    return h::div(
        h::css("top"),
        h::div(
            h::css("top__inner"),
            h::a(h::css("top__school"), h::href("/"), drawn_mark(), h::span(name)),
            h::when(signed_in, [&] { return tools(frame); })
        )
    );
}

h::Node place_link(Place const& place) {
    return h::li(h::a(
        h::href(place.path), h::attribute_if("aria-current", place.current ? "page" : ""), h::span(place.text)
    ));
}

h::Node places(Frame const& frame) {
    if (frame.places.empty()) return {};
    return h::nav(
        h::css("places"), h::attribute("aria-label", "Places"), h::ul(h::each(frame.places, place_link))
    );
}

// Where there is no room, the line keeps its one word for those who see it.
h::Node demonstration_line() {
    auto const more = [](std::string_view words) -> h::Node {
        return h::span(h::css("demonstration__more"), words);
    };
    return h::p(
        h::css("demonstration"),
        more("This is a "),
        h::span(h::css("demonstration__word"), "demonstration"),
        more(": the school and everyone in it are made up"),
        ". ",
        h::a(h::href("/demonstration"), "Be someone else")
    );
}

h::Node header(Frame const& frame) {
    return h::header(
        h::css("chrome"), h::when(frame.demonstration, demonstration_line), top_bar(frame), places(frame)
    );
}

h::Node footer() {
    return h::footer(
        h::css("foot chrome"),
        h::div(
            h::css("foot__inner"),
            h::ul(
                h::li(h::a(h::href("/help"), "Help")),
                h::li(h::a(h::href("/accessibility"), "Accessibility")),
                h::li(h::a(h::href("/privacy"), "Privacy")),
                h::li(h::a(h::href("/privacy/children"), "Privacy for children"))
            ),
            h::p(h::css("foot__mark"), "Withy")
        )
    );
}

h::Node back_link(Place const& back) {
    if (back.path.empty()) return {};
    return h::nav(
        h::css("chrome"),
        h::attribute("aria-label", "Back"),
        h::a(h::css("back"), h::href(back.path), back.text.empty() ? "Back" : back.text)
    );
}

h::Node above_main(Frame const& frame) {
    return h::group(h::a(h::css("skip chrome"), h::href("#main"), "Skip to the main part"), header(frame));
}

}  // namespace

std::string page(Frame const& frame, Page const& page) {
    auto const chrome = page.layout != Layout::whole_screen;
    return h::document(h::html(
        h::attribute("lang", "en-GB"),
        head(frame, page),
        h::body(
            h::attribute_if("class", chrome ? "" : "bare"),
            h::when(chrome, [&] { return above_main(frame); }),
            h::div(
                h::css(layout_css(page.layout)),
                back_link(page.back),
                frame.banner,
                h::main_(h::id("main"), h::attribute("tabindex", "-1"), page.main)
            ),
            h::when(chrome, footer)
        )
    ));
}

std::string document(Page const& page) {
    return h::document(h::html(
        h::attribute("lang", "en-GB"),
        h::head(
            h::meta(h::attribute("charset", "utf-8")),
            viewport(),
            h::meta(h::name("color-scheme"), h::attribute("content", "light dark")),
            h::title(page.title + " · Withy"),
            h::element("style", h::Node::trusted(std::string(asset(stylesheet_path())->identity)))
        ),
        h::body(h::div(h::css(layout_css(page.layout)), h::main_(h::id("main"), page.main)))
    ));
}

h::Node heading(std::string_view text, std::string_view above) {
    auto const line = [&]() -> h::Node { return h::p(h::css("above"), above); };
    return h::div(h::css("heading"), h::when(!above.empty(), line), h::h1(as_written(text)));
}

h::Node pupil_header(PupilHeader const& pupil) {
    auto const part = [](std::string_view label, std::string const& value) -> h::Node {
        if (value.empty()) return {};
        return h::div(h::dt(label), h::dd(value));
    };
    auto const why = [&] { return small_print(pupil.why_seen); };
    return h::header(
        h::css("pupil"),
        h::div(
            h::css("pupil__line"),
            h::p(h::css("pupil__name"), h::a(h::href(pupil.path), pupil.name)),
            pupil.tag
        ),
        h::dl(
            h::css("pupil__facts"),
            part("Class", pupil.class_name),
            part("Year", pupil.year),
            part("Supported by", pupil.supported_by)
        ),
        h::when(!pupil.why_seen.empty(), why)
    );
}

}  // namespace design
