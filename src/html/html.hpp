#pragma once

#include <concepts>
#include <functional>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "html/sheet.hpp"
#include "html/url.hpp"

// The typed builder: `h::ul(h::each(errors, item))`. An element appends itself and its children to one sheet
// when it becomes a Node; until then it only points at what it was given, so an element lives no longer than
// the expression that names it. Text is always escaped; only this room can emit raw markup.
// The types stand one namespace deeper than the elements: an unqualified `details(…)` in another room is then
// never taken for h::details because of a Node among its arguments.
namespace h::parts {

// Markup that is finished and safe. What functions return, keep and pass on.
class Node {
public:
    Node() = default;

    // Text becomes a Node escaped, so that a cell or a label takes either.
    Node(std::string_view text);
    Node(std::string const& text) : Node(std::string_view(text)) {}
    Node(char const* text) : Node(std::string_view(text)) {}

    std::string const& markup() const { return markup_; }
    bool empty() const { return markup_.empty(); }

    // For this room and for what it vouches for, such as an SVG written by hand in design/.
    static Node trusted(std::string markup) {
        Node node;
        node.markup_ = std::move(markup);
        return node;
    }

private:
    std::string markup_;
};

// An attribute by name and value. The name is a literal; the value is escaped.
struct Attribute {
    std::string_view name;
    std::string_view value;
};

// Stands or stands not, such as `checked`; or is left out, as by attribute_if.
struct Flag {
    std::string_view name;
    bool stands;
};

// An attribute that stands only where its value is not empty.
struct Optional {
    std::string_view name;
    std::string_view value;
};

inline void append(Sheet& out, std::string_view text) { out.escape(text); }
inline void append(Sheet& out, std::string const& text) { out.escape(text); }
inline void append(Sheet& out, char const* text) { out.escape(text); }
inline void append(Sheet& out, Node const& node) { out.put(node.markup()); }
template <std::integral Number>
requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) void append(Sheet& out, Number number) {
    out.put(std::to_string(number));
}
template <class T>
void append(Sheet& out, std::optional<T> const& maybe) {
    if (maybe) append(out, *maybe);
}
inline void append(Sheet& out, std::vector<Node> const& nodes) {
    for (auto const& node : nodes) append(out, node);
}
inline void append(Sheet& out, Attribute const& attribute) {
    out.put(" ", attribute.name, "=\"");
    out.escape(attribute.value);
    out.put("\"");
}
inline void append(Sheet& out, Flag const& flag) {
    if (flag.stands) out.put(" ", flag.name);
}
inline void append(Sheet& out, Optional const& attribute) {
    if (!attribute.value.empty()) append(out, Attribute{attribute.name, attribute.value});
}

template <class T>
concept AnAttribute = std::same_as<std::remove_cvref_t<T>, Attribute> ||
    std::same_as<std::remove_cvref_t<T>, Flag> || std::same_as<std::remove_cvref_t<T>, Optional>;

// An element only points at its parts, so what outlives the expression must be a Node.
template <class T>
concept Kept = std::same_as<std::remove_cvref_t<T>, Node> || std::convertible_to<T, std::string_view>;

// A place at the end of this thread's sheet; what was written there goes with it.
class Draft {
public:
    Draft() : out(sheet()), from_(out.size()) {}
    ~Draft() { out.cut(from_); }
    Draft(Draft const&) = delete;
    Draft& operator=(Draft const&) = delete;

    std::string written() const { return std::string(out.from(from_)); }

    Sheet& out;

private:
    static Sheet& sheet();
    std::size_t from_;
};

// The items of a range, each made into markup by the function, which returns a Node or text.
template <class Range, class Make>
struct Each {
    Range const& range;
    Make const& make;
};
template <class Range, class Make>
void append(Sheet& out, Each<Range, Make> const& each) {
    using Item = std::ranges::range_reference_t<Range const>;
    static_assert(
        Kept<std::invoke_result_t<Make const&, Item>>, "write `-> h::Node` so that the item outlives the call"
    );
    for (auto const& item : each.range) append(out, std::invoke(each.make, item));
}
template <class Range, class Make>
Each<Range, Make> each(Range const& range, Make const& make) {
    return {range, make};
}

// What the function makes, where the condition holds; otherwise nothing.
template <class Make>
struct When {
    bool holds;
    Make const& make;
};
template <class Make>
void append(Sheet& out, When<Make> const& when) {
    static_assert(
        Kept<std::invoke_result_t<Make const&>>, "write `-> h::Node` so that the part outlives the call"
    );
    if (when.holds) append(out, when.make());
}
template <std::invocable Make>
When<Make> when(bool holds, Make const& make) {
    return {holds, make};
}

// The markup of an element as a Node of its exact size. It is written behind what this thread is writing
// already, so that nested Nodes share one sheet that has grown once.
template <class Part>
Node kept(Part const& part) {
    Draft draft;
    part.append_to(draft.out);
    return Node::trusted(draft.written());
}

enum class Content { children, none };

// An element with its attributes first and its children after them.
template <class... Parts>
struct Element {
    std::string_view name;
    Content content;
    std::tuple<Parts const&...> parts;

    operator Node() const&& { return kept(*this); }

    void append_to(Sheet& out) const {
        out.put("<", name);
        std::apply([&](auto const&... part) { (append_if<true>(out, part), ...); }, parts);
        out.put(">");
        if (content == Content::none) return;
        std::apply([&](auto const&... part) { (append_if<false>(out, part), ...); }, parts);
        out.put("</", name, ">");
    }

private:
    template <bool attributes, class Part>
    static void append_if(Sheet& out, Part const& part) {
        if constexpr (AnAttribute<Part> == attributes) append(out, part);
    }
};
template <class... Parts>
void append(Sheet& out, Element<Parts...> const& element) {
    element.append_to(out);
}

// A whole document, ready to send: its type, and the element that holds everything.
template <class... Parts>
std::string document(Element<Parts...> const& root) {
    Draft draft;
    draft.out.put("<!doctype html>");
    root.append_to(draft.out);
    return draft.written();
}

// Several things side by side, without an element around them.
template <class... Parts>
struct Group {
    std::tuple<Parts const&...> parts;
    operator Node() const&& { return kept(*this); }
    void append_to(Sheet& out) const {
        std::apply([&](auto const&... part) { (append(out, part), ...); }, parts);
    }
};
template <class... Parts>
void append(Sheet& out, Group<Parts...> const& group) {
    group.append_to(out);
}
template <class... Parts>
Group<Parts...> group(Parts const&... parts) {
    return {std::tie(parts...)};
}

template <class... Parts>
Element<Parts...> element(std::string_view name, Parts const&... parts) {
    return {name, Content::children, std::tie(parts...)};
}

}  // namespace h::parts

namespace h {

using namespace parts;

#define WITHY_ELEMENT(function, tag)                              \
    template <class... Parts>                                     \
    [[nodiscard]] Element<Parts...> function(Parts const&... p) { \
        return {tag, Content::children, std::tie(p...)};          \
    }
#define WITHY_VOID_ELEMENT(function, tag)                         \
    template <class... Parts>                                     \
    [[nodiscard]] Element<Parts...> function(Parts const&... p) { \
        return {tag, Content::none, std::tie(p...)};              \
    }

WITHY_ELEMENT(a, "a")
WITHY_ELEMENT(abbr, "abbr")
WITHY_ELEMENT(article, "article")
WITHY_ELEMENT(aside, "aside")
WITHY_ELEMENT(blockquote, "blockquote")
WITHY_ELEMENT(body, "body")
WITHY_ELEMENT(button, "button")
WITHY_ELEMENT(caption, "caption")
WITHY_ELEMENT(code, "code")
WITHY_ELEMENT(dd, "dd")
WITHY_ELEMENT(details, "details")
WITHY_ELEMENT(div, "div")
WITHY_ELEMENT(dl, "dl")
WITHY_ELEMENT(dt, "dt")
WITHY_ELEMENT(em, "em")
WITHY_ELEMENT(fieldset, "fieldset")
WITHY_ELEMENT(figcaption, "figcaption")
WITHY_ELEMENT(figure, "figure")
WITHY_ELEMENT(footer, "footer")
WITHY_ELEMENT(form, "form")
WITHY_ELEMENT(h1, "h1")
WITHY_ELEMENT(h2, "h2")
WITHY_ELEMENT(h3, "h3")
WITHY_ELEMENT(h4, "h4")
WITHY_ELEMENT(head, "head")
WITHY_ELEMENT(header, "header")
WITHY_ELEMENT(html, "html")
WITHY_ELEMENT(label, "label")
WITHY_ELEMENT(legend, "legend")
WITHY_ELEMENT(li, "li")
WITHY_ELEMENT(main_, "main")
WITHY_ELEMENT(nav, "nav")
WITHY_ELEMENT(ol, "ol")
WITHY_ELEMENT(option, "option")
WITHY_ELEMENT(p, "p")
WITHY_ELEMENT(section, "section")
WITHY_ELEMENT(select, "select")
WITHY_ELEMENT(small, "small")
WITHY_ELEMENT(span, "span")
WITHY_ELEMENT(strong, "strong")
WITHY_ELEMENT(summary, "summary")
WITHY_ELEMENT(table, "table")
WITHY_ELEMENT(tbody, "tbody")
WITHY_ELEMENT(td, "td")
WITHY_ELEMENT(textarea, "textarea")
WITHY_ELEMENT(th, "th")
WITHY_ELEMENT(thead, "thead")
WITHY_ELEMENT(time, "time")
WITHY_ELEMENT(title, "title")
WITHY_ELEMENT(tr, "tr")
WITHY_ELEMENT(ul, "ul")
WITHY_VOID_ELEMENT(br, "br")
WITHY_VOID_ELEMENT(hr, "hr")
WITHY_VOID_ELEMENT(img, "img")
WITHY_VOID_ELEMENT(input, "input")
WITHY_VOID_ELEMENT(link, "link")
WITHY_VOID_ELEMENT(meta, "meta")

#undef WITHY_ELEMENT
#undef WITHY_VOID_ELEMENT

inline Attribute attribute(std::string_view name, std::string_view value) { return {name, value}; }
inline Optional attribute_if(std::string_view name, std::string_view value) { return {name, value}; }
inline Flag flag(std::string_view name, bool stands) { return {name, stands}; }

inline Attribute css(std::string_view classes) { return {"class", classes}; }
inline Attribute id(std::string_view value) { return {"id", value}; }
inline Attribute name(std::string_view value) { return {"name", value}; }
inline Attribute value(std::string_view value) { return {"value", value}; }
inline Attribute type(std::string_view value) { return {"type", value}; }
inline Attribute for_(std::string_view value) { return {"for", value}; }
inline Attribute scope(std::string_view value) { return {"scope", value}; }
inline Attribute role(std::string_view value) { return {"role", value}; }
inline Attribute method(std::string_view value) { return {"method", value}; }
// An address that url::is_safe refuses becomes "#".
inline Attribute href(std::string_view address) { return {"href", url::is_safe(address) ? address : "#"}; }
inline Attribute src(std::string_view address) { return {"src", url::is_safe(address) ? address : "#"}; }
inline Attribute action(std::string_view address) {
    return {"action", url::is_safe(address) ? address : "#"};
}
inline Flag checked(bool stands) { return {"checked", stands}; }
inline Flag selected(bool stands) { return {"selected", stands}; }

}  // namespace h
