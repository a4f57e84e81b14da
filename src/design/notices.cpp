#include "design/notices.hpp"

#include "base/text.hpp"

namespace design {
namespace {

std::string_view css_of(TagKind kind) {
    switch (kind) {
        case TagKind::due: return "tag tag--due";
        case TagKind::overdue: return "tag tag--overdue";
        case TagKind::waiting: return "tag tag--waiting";
        case TagKind::done: return "tag tag--done";
        case TagKind::calm: return "tag tag--calm";
    }
    return {};
}

}  // namespace

h::Node tag(TagKind kind, std::string_view text) { return h::strong(h::css(css_of(kind)), text); }

h::Node inset(h::Node const& content) { return h::div(h::css("inset"), content); }

h::Node warning_text(h::Node const& content) {
    return h::div(
        h::css("warning"),
        h::span(h::css("warning__mark"), h::attribute("aria-hidden", "true"), "!"),
        h::p(h::css("warning__text"), unseen("Important: "), content)
    );
}

h::Node done(h::Node const& content) {
    return h::div(h::css("done"), h::role("status"), h::attribute("data-done", "yes"), h::p(content));
}

h::Node notice(std::string_view heading, h::Node const& content) {
    return h::section(h::css("notice"), h::h2(h::css("notice__heading"), heading), h::div(content));
}

h::Node details(std::string_view summary, h::Node const& content, bool open) {
    return h::details(
        h::css("more"),
        h::flag("open", open),
        h::summary(h::css("more__summary"), h::span(summary)),
        h::div(h::css("more__content"), content)
    );
}

h::Node empty_state(h::Node const& content) { return h::p(h::css("empty"), content); }

h::Node as_written(std::string_view text) {
    std::vector<h::Node> lines;
    for (auto const line : text::split(text, '\n')) {
        if (!lines.empty()) lines.push_back(h::br());
        lines.push_back(line);
    }
    return h::group(lines);
}

h::Node small_print(h::Node const& content) { return h::p(h::css("small"), content); }

h::Node on_paper(h::Node const& content) { return h::div(h::css("on-paper"), content); }

h::Node on_screen(h::Node const& content) { return h::div(h::css("on-screen"), content); }

h::Node unseen(std::string_view text) { return h::span(h::css("govuk-visually-hidden"), text); }

}  // namespace design
