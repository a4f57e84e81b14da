#include "installation/second_way_rules.hpp"

#include <utility>

#include "base/text.hpp"

namespace installation {
namespace {

using Lines = std::vector<std::string>;

std::string of_them(SecondWays const& ways) {
    return std::to_string(ways.have_one) + " of " + std::to_string(ways.people) + " have one";
}

std::string how_it_stands(SecondWaysOfSchool const& of) {
    auto const demands = of.school + " demands a second way to sign in of ";
    if (of.roles.empty())
        return demands + "nobody. Of those who administer it or read its children's cases " +
               of_them(of.see_most);
    return demands + "these roles: " + text::listed(of.roles) + ". Of those who hold them " +
           of_them(of.demanded);
}

Lines to_do(SecondWaysOfSchool const& of) {
    constexpr auto where = "Its administrator can, under School, A second way to sign in";
    auto const& among = of.roles.empty() ? of.see_most : of.demanded;
    auto const lacking = among.people - among.have_one;
    bool const is_one = lacking == 1;
    auto const people = text::counted(lacking, "person", "people");
    if (lacking > 0 && !of.roles.empty())
        return {
            people + " of whom " + of.school + " demands a second way to sign in " +
            (is_one ? "has" : "have") + " none. Each adds one under their own name, Your sign-in"};
    if (lacking > 0)
        return {
            people + (is_one ? " who administers " : " who administer ") + of.school +
            (is_one ? " or reads its children's cases has" : " or read its children's cases have") +
            " no second way to sign in, and the school demands none. " + where};
    if (of.demanded.have_one + of.see_most.have_one > 0 || of.see_most.people == 0) return {};
    auto const nobody =
        "Nobody at " + of.school + " has a second way to sign in. The school demands none of ";
    return {nobody + "who administers it or reads its children's cases. " + where};
}

}  // namespace

Finding second_way(Facts const& facts) {
    Finding finding{.check = Check::second_way};
    for (auto const& of : facts.database.second_ways) {
        finding.stands.push_back(how_it_stands(of));
        for (auto& line : to_do(of)) finding.lines.push_back(std::move(line));
    }
    if (!finding.lines.empty()) finding.verdict = Verdict::look;
    return finding;
}

}  // namespace installation
