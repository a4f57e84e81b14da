#include "html/html.hpp"

#include <gtest/gtest.h>

namespace {

std::string markup(h::Node const& node) { return node.markup(); }

constexpr char const* hostile = "<script>alert('1')</script> & \"more\"";
constexpr char const* harmless = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot;";

TEST(Html, text_is_escaped_wherever_it_comes_from) {
    std::string const owned = hostile;
    std::optional<std::string> const perhaps = owned;
    std::vector<std::string> const several{owned};
    auto const as_node = [](std::string const& text) -> h::Node { return text; };

    auto const expected = std::string("<p>") + harmless + "</p>";
    EXPECT_EQ(markup(h::p(hostile)), expected);
    EXPECT_EQ(markup(h::p(owned)), expected);
    EXPECT_EQ(markup(h::p(std::string_view(owned))), expected);
    EXPECT_EQ(markup(h::p(perhaps)), expected);
    EXPECT_EQ(markup(h::p(h::Node(owned))), expected);
    EXPECT_EQ(markup(h::p(h::each(several, as_node))), expected);
    EXPECT_EQ(markup(h::p(h::when(true, [&] { return owned; }))), expected);
    EXPECT_EQ(markup(h::group(owned)), harmless);
}

TEST(Html, values_of_attributes_are_escaped) {
    auto const expected = std::string("<p class=\"") + harmless + "\"></p>";
    EXPECT_EQ(markup(h::p(h::css(hostile))), expected);
    EXPECT_EQ(markup(h::p(h::attribute("class", hostile))), expected);
    EXPECT_EQ(markup(h::p(h::attribute_if("class", hostile))), expected);
}

TEST(Html, a_node_is_not_escaped_twice) {
    h::Node const inner = h::em("a & b");
    EXPECT_EQ(markup(h::p(inner)), "<p><em>a &amp; b</em></p>");
    EXPECT_EQ(markup(h::p(h::em("a & b"))), "<p><em>a &amp; b</em></p>");
}

TEST(Html, every_byte_but_five_stands_as_it_is) {
    for (int code = 0; code < 256; ++code) {
        std::string const text(1, static_cast<char>(code));
        if (text.find_first_of("&<>\"'") != std::string::npos) continue;
        EXPECT_EQ(markup(h::Node(text)), text) << code;
    }
    EXPECT_EQ(markup(h::Node("Łukasz O’Brien")), "Łukasz O’Brien");
    EXPECT_EQ(markup(h::Node("&&")), "&amp;&amp;");
    EXPECT_EQ(markup(h::Node("")), "");
}

TEST(Html, what_is_escaped_is_found_at_every_place_of_a_text_of_any_length) {
    for (std::size_t length = 1; length < 40; ++length)
        for (std::size_t at = 0; at < length; ++at)
            for (auto const& [code, escape] : std::vector<std::pair<char, std::string>>{
                     {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}}) {
                std::string text(length, 'x');
                text[at] = code;
                auto const expected = std::string(at, 'x') + escape + std::string(length - at - 1, 'x');
                EXPECT_EQ(markup(h::Node(text)), expected);
                EXPECT_EQ(markup(h::p(h::css(text))), "<p class=\"" + expected + "\"></p>");
            }
}

TEST(Html, every_pair_of_bytes_that_needs_no_escape_stands_as_it_is) {
    auto const is_safe = [](int code) {
        return std::string("&<>\"'").find(static_cast<char>(code)) == std::string::npos;
    };
    for (int first = 0; first < 256; ++first)
        for (int second = 0; second < 256; ++second) {
            if (!is_safe(first) || !is_safe(second)) continue;
            std::string const text =
                "abc" + std::string{static_cast<char>(first), static_cast<char>(second)} + "defgh";
            EXPECT_TRUE(h::parts::is_plain(text)) << first << ' ' << second;
        }
}

TEST(Html, a_long_text_is_written_whole_in_the_middle_of_an_element) {
    std::string const text(1'000'000, 'x');
    EXPECT_EQ(markup(h::p("a", h::em(text + "&"), "b")), "<p>a<em>" + text + "&amp;</em>b</p>");
}

TEST(Html, attributes_stand_in_the_tag_wherever_they_are_named) {
    EXPECT_EQ(markup(h::p("a", h::id("x"), "b")), "<p id=\"x\">ab</p>");
}

TEST(Html, a_flag_stands_or_stands_not) {
    EXPECT_EQ(markup(h::input(h::checked(true))), "<input checked>");
    EXPECT_EQ(markup(h::input(h::checked(false))), "<input>");
}

TEST(Html, an_optional_attribute_is_left_out_where_it_is_empty) {
    EXPECT_EQ(markup(h::p(h::attribute_if("id", ""))), "<p></p>");
    EXPECT_EQ(markup(h::p(h::attribute("id", ""))), "<p id=\"\"></p>");
}

TEST(Html, void_elements_have_no_end) {
    EXPECT_EQ(markup(h::br()), "<br>");
    EXPECT_EQ(markup(h::hr()), "<hr>");
    EXPECT_EQ(markup(h::img(h::src("/a.svg"))), "<img src=\"/a.svg\">");
    EXPECT_EQ(markup(h::link(h::href("/a.css"))), "<link href=\"/a.css\">");
    EXPECT_EQ(markup(h::meta(h::name("x"))), "<meta name=\"x\">");
}

TEST(Html, each_makes_every_item_in_order) {
    std::vector const numbers{1, 2, 3};
    auto const item = [](int number) -> h::Node { return h::li(number); };
    EXPECT_EQ(markup(h::ul(h::each(numbers, item))), "<ul><li>1</li><li>2</li><li>3</li></ul>");
    EXPECT_EQ(markup(h::ul(h::each(std::vector<int>{}, item))), "<ul></ul>");
}

TEST(Html, when_makes_nothing_unless_it_holds) {
    int made = 0;
    auto const part = [&]() -> h::Node {
        ++made;
        return "part";
    };
    EXPECT_EQ(markup(h::p(h::when(false, part))), "<p></p>");
    EXPECT_EQ(made, 0);
    EXPECT_EQ(markup(h::p(h::when(true, part))), "<p>part</p>");
}

TEST(Html, a_group_stands_without_an_element_around_it) {
    EXPECT_EQ(markup(h::group(h::p("a"), "b", h::Node())), "<p>a</p>b");
    std::vector<h::Node> const nodes{h::p("a"), "<"};
    EXPECT_EQ(markup(h::div(nodes)), "<div><p>a</p>&lt;</div>");
}

TEST(Html, numbers_stand_as_digits) {
    EXPECT_EQ(markup(h::p(-5, " ", 7U, " ", 12345678901L)), "<p>-5 7 12345678901</p>");
}

TEST(Html, an_address_that_could_run_a_script_leads_nowhere) {
    EXPECT_EQ(markup(h::a(h::href("javascript:alert(1)"))), "<a href=\"#\"></a>");
    EXPECT_EQ(markup(h::form(h::action("//elsewhere.example"))), "<form action=\"#\"></form>");
    EXPECT_EQ(markup(h::a(h::href("/pupils?q=a&b"))), "<a href=\"/pupils?q=a&amp;b\"></a>");
}

TEST(Html, what_outlives_its_expression_must_be_a_node) {
    using Item = decltype(h::li("a"));
    static_assert(h::Kept<h::Node> && h::Kept<std::string> && h::Kept<char const*>);
    static_assert(!h::Kept<Item>);
    static_assert(std::is_convertible_v<Item, h::Node> && !std::is_convertible_v<Item&, h::Node>);
}

}  // namespace
