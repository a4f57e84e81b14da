#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assessments/instrument.hpp"
#include "base/words.hpp"

// Reads JSON member by member and notes, for each that is not as it should be, where it stands and what to
// do.
namespace assessments {

// The value that the text is (RFC 8259); none where it is no JSON, or nested beyond all need.
std::optional<boost::json::value> value_in(std::string_view text);

class Members;

// One value of a list, or of a member.
class Member {
public:
    Member(boost::json::value const* value, std::string where, Faults& faults)
        : value_(value), where_(std::move(where)), faults_(&faults) {}

    // Empty where it is no text.
    std::string text() const;
    // 0 where it is no whole number.
    int number() const;
    // 0 where it is no number.
    double decimal() const;
    bool flag() const;
    Members members() const;
    std::vector<Member> list() const;
    template <Worded Set>
    std::optional<Set> choice() const {
        auto const chosen = from_word<Set>(text_or_empty());
        auto const known = words(Set{});
        if (!chosen) expect_one_of({known.begin(), known.end()});
        return chosen;
    }

private:
    std::string text_or_empty() const;
    void expect(std::string_view what) const;
    void expect_one_of(std::vector<std::string> const& known) const;

    boost::json::value const* value_;
    std::string where_;
    Faults* faults_;
};

// The members of an object. Those that nobody asked for by the time it ends are faults: a slip in the name of
// one that may be left out would else go unseen.
class Members {
public:
    Members(boost::json::value const* value, std::string where, Faults& faults);
    ~Members();
    Members(Members&& other) noexcept
        : object_(std::exchange(other.object_, nullptr)),
          where_(std::move(other.where_)),
          faults_(other.faults_),
          asked_(std::move(other.asked_)) {}
    Members(Members const&) = delete;
    Members& operator=(Members const&) = delete;
    Members& operator=(Members&&) = delete;

    std::string text(std::string_view name);
    std::string text_if_any(std::string_view name);
    int number(std::string_view name);
    std::optional<int> number_if_any(std::string_view name);
    std::optional<double> decimal_if_any(std::string_view name);
    bool flag(std::string_view name);
    Members members(std::string_view name);
    std::optional<Members> members_if_any(std::string_view name);
    std::vector<Member> list(std::string_view name);
    std::vector<Member> list_if_any(std::string_view name);
    template <Worded Set>
    Set choice(std::string_view name) {
        auto const member = required(name);
        return member ? member->choice<Set>().value_or(Set{}) : Set{};
    }
    template <Worded Set>
    std::optional<Set> choice_if_any(std::string_view name) {
        auto const one = member(name);
        return one ? one->choice<Set>() : std::nullopt;
    }

private:
    std::optional<Member> member(std::string_view name);
    std::optional<Member> required(std::string_view name);

    boost::json::object const* object_ = nullptr;
    std::string where_;
    Faults* faults_;
    std::set<std::string, std::less<>> asked_;
};

}  // namespace assessments
