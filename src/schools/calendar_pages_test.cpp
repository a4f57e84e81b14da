#include "schools/calendar_pages.hpp"

#include <gtest/gtest.h>

namespace schools::pages {
namespace {

Date day(std::string_view iso) { return *calendar::parse_iso(iso); }

std::string terms_page(std::vector<Term> const& terms, std::string_view today) {
    OpenDays const days{.terms = terms, .closures = {}};
    return design::page({}, pages::terms({}, days, day(today), design::blank()));
}

Term term(std::string_view first, std::string_view last) {
    return {TermId::make({1}), "The term", day(first), day(last)};
}

bool holds(std::string const& page, std::string_view words) { return page.find(words) != page.npos; }

TEST(TermsPage, of_a_new_school_shows_the_coming_bank_holidays_before_any_term_exists) {
    auto const page = terms_page({}, "2026-09-02");
    EXPECT_TRUE(holds(page, "Christmas Day, Friday 25 December 2026"));
    EXPECT_TRUE(holds(page, "Summer bank holiday, Monday 30 August 2027"));
    EXPECT_FALSE(holds(page, "Monday 31 August 2026")) << "it is past";
    auto const with_a_term = terms_page({term("2026-09-02", "2026-12-18")}, "2026-09-02");
    EXPECT_FALSE(holds(with_a_term, "The coming bank holidays"));
}

TEST(TermsPage, says_of_a_term_beyond_the_known_years_that_bank_holidays_are_to_be_entered_as_closures) {
    std::string const words = "Withy knows bank holidays up to 31 December 2028.";
    EXPECT_TRUE(holds(terms_page({term("2029-01-03", "2029-03-28")}, "2026-09-02"), words));
    EXPECT_TRUE(holds(terms_page({term("2028-11-06", "2029-01-12")}, "2026-09-02"), words));
    EXPECT_FALSE(holds(terms_page({term("2028-09-04", "2028-12-20")}, "2026-09-02"), words));
}

TEST(TermsPage, has_the_heading_of_closures_before_any_is_entered) {
    auto const page = terms_page({}, "2026-09-02");
    auto const heading = page.find("Half terms and other closures");
    ASSERT_NE(heading, page.npos);
    EXPECT_LT(heading, page.find("None yet: half terms and training days"));
}

}  // namespace
}  // namespace schools::pages
