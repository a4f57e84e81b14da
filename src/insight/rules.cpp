#include "insight/rules.hpp"

#include <algorithm>
#include <functional>
#include <limits>

#include "insight/block_rules.hpp"
#include "insight/figures_rules.hpp"
#include "pupils/groups.hpp"

namespace insight {
namespace {

using Category = std::function<std::string(Child const&)>;

// Texts of the roll are kept from being taken for the marks that names of parts are made with.
std::string said(std::string text) {
    if (text.empty()) return "-";
    std::ranges::replace(text, '+', ' ');
    return text;
}

// A code that has words; whatever else the roll says is not on record.
std::string one_of(std::string_view codes, std::string const& code) {
    return code.size() == 1 && codes.find(code) != std::string_view::npos ? code : "-";
}

std::string premium_of(Child const& child) {
    bool const is_known = child.pupil_premium == "yes" || child.pupil_premium == "no";
    return is_known ? child.pupil_premium : "-";
}

std::string ethnicity_of(Child const& child) {
    return from_word<pupils::Ethnicity>(child.ethnicity) ? child.ethnicity : "-";
}

std::string provision_of(Child const& child) {
    auto const& support = *child.support;
    if (support.one_to_one && support.in_group) return "both";
    return support.one_to_one ? "one_to_one" : "group";
}

// So that year groups stand in their order: nursery, reception, then by number.
std::string year_in_order(std::string const& year) {
    if (year == "N" || year == "R") return "00" + year;
    return year.size() == 1 && year != "-" ? "0" + year : year;
}

struct Divided {
    Dimension dimension{};
    Category category;
    Order order = Order::none;
    std::string only = {};  // the one part that is told of; empty: all are
};

std::vector<Divided> dimensions_of(std::span<Child const> children) {
    std::vector<Divided> all{
        {Dimension::sex, [](Child const& child) { return one_of("FM", child.sex); }},
        {Dimension::sen_provision, [](Child const& child) { return one_of("NKE", child.sen_provision); }},
        {Dimension::year_group,
         [](Child const& child) { return year_in_order(said(child.year_group)); },
         Order::by_name},
        {Dimension::pupil_premium, premium_of},
        {Dimension::ethnicity, ethnicity_of}};
    std::set<std::string> areas;
    for (auto const& child : children)
        if (child.support) areas.insert(child.support->areas.begin(), child.support->areas.end());
    for (auto const& area : areas)
        all.push_back(
            {Dimension::target_area,
             [area](Child const& child) {
                 return child.support && child.support->areas.contains(area) ? said(area) : std::string();
             },
             Order::none,
             said(area)}
        );
    return all;
}

// Which of several nested divisions of the supported children a dimension is told within.
enum class Within { all, measured, provision };

// The supported children, who of them counts as measured, and which kinds of provision can be told apart.
class Supported {
public:
    explicit Supported(std::span<Child const> children) {
        for (auto const& child : children) (child.support ? children_ : others_).push_back(&child);
        auto const has_targets = [](Child const& child) { return child.support->targets.has_value(); };
        measured_ = counted_by_lot(children_, has_targets);
        provisions_ = blocks(provision_of, Order::none, Within::measured);
        provision_with_change_ = !provisions_.empty() && !any_alike(provisions_, provision_of);
        if (provisions_.empty()) provisions_ = blocks(provision_of, Order::none, Within::all);
    }

    int count() const { return static_cast<int>(children_.size()); }
    std::vector<Block> const& provisions() const { return provisions_; }
    bool tells_change_by_provision() const { return provision_with_change_; }
    Children const& children() const { return children_; }

    std::vector<Block> blocks(Category const& category, Order order, Within within) const {
        return blocks_of(placed(category, within), order);
    }
    // The same where those without support can be told of too.
    std::vector<Block> blocks_of_the_roll(Category const& category, Order order, Within within) const {
        constexpr std::size_t without_support = std::numeric_limits<std::size_t>::max();
        auto all = placed(category, within);
        for (auto const* child : others_) all.push_back({category(*child), without_support});
        return blocks_of(all, order);
    }
    // Whether in one of these blocks all who were measured changed alike: a change told of the other blocks
    // would tell theirs.
    bool any_alike(std::vector<Block> const& blocks, Category const& category) const {
        return std::ranges::any_of(blocks, [&](Block const& block) {
            Children some;
            std::ranges::copy_if(measured_, std::back_inserter(some), [&](auto const* child) {
                return block.contains(category(*child));
            });
            return !some.empty() && !cell_of(some, &measured_).change;
        });
    }
    int others_in(Block const& block, Category const& category) const {
        return static_cast<int>(std::ranges::count_if(others_, [&](auto const* child) {
            return block.contains(category(*child));
        }));
    }

    Cell everybody() const { return cell_of(children_, &measured_); }
    template <class Belongs>
    Cell cell(Belongs belongs, bool with_change) const {
        Children some;
        std::ranges::copy_if(children_, std::back_inserter(some), [&](auto const* child) {
            return belongs(*child);
        });
        return cell_of(some, with_change ? &measured_ : nullptr);
    }

private:
    std::vector<Placed> placed(Category const& category, Within within) const {
        std::vector<Placed> all;
        for (auto const* child : children_) all.push_back({category(*child), stratum(child, within)});
        return all;
    }
    std::size_t stratum(Child const* child, Within within) const {
        std::size_t const measured = measured_.contains(child) ? 1 : 0;
        if (within == Within::all) return 0;
        if (within == Within::measured) return measured;
        auto const of = std::ranges::find_if(provisions_, [&](Block const& block) {
            return block.contains(provision_of(*child));
        });
        return 2 * static_cast<std::size_t>(of - provisions_.begin()) + measured;
    }

    Children children_;
    Children others_;
    std::set<Child const*> measured_;
    std::vector<Block> provisions_;
    bool provision_with_change_ = false;
};

struct Division {
    std::vector<Block> blocks;
    Within within{};
    bool beside_the_roll = false;
};

// Beside the whole roll where that costs no block.
Division divided_within(Supported const& supported, Divided const& by, Within within) {
    auto blocks = supported.blocks(by.category, by.order, within);
    if (!by.only.empty() || blocks.empty()) return {std::move(blocks), within};
    auto of_roll = supported.blocks_of_the_roll(by.category, by.order, within);
    if (of_roll.size() >= blocks.size()) return {std::move(of_roll), within, true};
    return {std::move(blocks), within};
}

// By block, and within each kind of provision.
bool any_alike(Supported const& supported, Divided const& by, Division const& division) {
    if (division.within == Within::all) return false;
    if (division.within == Within::measured) return supported.any_alike(division.blocks, by.category);
    std::vector<Block> parts;
    for (std::size_t block = 0; block < division.blocks.size(); ++block)
        for (std::size_t provision = 0; provision < supported.provisions().size(); ++provision)
            parts.push_back({std::to_string(block) + " " + std::to_string(provision)});
    auto const at = [](std::vector<Block> const& blocks, std::string const& category) {
        auto const found =
            std::ranges::find_if(blocks, [&](Block const& block) { return block.contains(category); });
        return std::to_string(found - blocks.begin());
    };
    return supported.any_alike(parts, [&](Child const& child) {
        return at(division.blocks, by.category(child)) + " " +
               at(supported.provisions(), provision_of(child));
    });
}

// Beside the kind of provision where that costs no block, else beside who was measured, else by itself. A
// block whose measured children all changed alike leaves the whole dimension without change.
Division divided(Supported const& supported, Divided const& by) {
    auto with_measured = divided_within(supported, by, Within::measured);
    if (supported.tells_change_by_provision()) {
        auto with_provision = divided_within(supported, by, Within::provision);
        if (!with_provision.blocks.empty() && with_provision.blocks.size() >= with_measured.blocks.size() &&
            !any_alike(supported, by, with_provision))
            return with_provision;
    }
    if (!with_measured.blocks.empty() && !any_alike(supported, by, with_measured)) return with_measured;
    return divided_within(supported, by, Within::all);
}

void tell_provisions(Supported const& supported, std::vector<Cell>& cells) {
    for (auto const& provision : supported.provisions()) {
        auto cell = supported.cell(
            [&](Child const& child) { return provision.contains(provision_of(child)); },
            supported.tells_change_by_provision()
        );
        cell.provision = named(provision);
        cells.push_back(std::move(cell));
    }
}

void tell_parts(Supported const& supported, Divided const& by, std::vector<Cell>& cells) {
    auto const division = divided(supported, by);
    for (auto const& block : division.blocks) {
        if (!by.only.empty() && !block.contains(by.only)) continue;
        auto const is_in = [&](Child const& child) { return block.contains(by.category(child)); };
        auto whole = supported.cell(is_in, division.within != Within::all);
        whole.dimension = by.dimension;
        whole.part = named(block);
        if (division.beside_the_roll)
            whole.on_roll = whole.supported + supported.others_in(block, by.category);
        cells.push_back(whole);
        if (division.within != Within::provision) continue;
        for (auto const& provision : supported.provisions()) {
            auto cell = supported.cell(
                [&](Child const& child) { return is_in(child) && provision.contains(provision_of(child)); },
                true
            );
            cell.provision = named(provision);
            cell.dimension = by.dimension;
            cell.part = whole.part;
            cells.push_back(std::move(cell));
        }
    }
}

std::optional<int> referred_in(std::span<Child const> children, int supported) {
    auto const waiting = static_cast<int>(std::ranges::count_if(children, [](Child const& child) {
        return child.referred && !child.support;
    }));
    auto const others = static_cast<int>(children.size()) - supported;
    bool const told = may_be_told(waiting) && may_be_told(others - waiting);
    return told ? std::optional(supported + waiting) : std::nullopt;
}

}  // namespace

Outcomes outcomes_of(std::span<Child const> children) {
    Outcomes outcomes{.on_roll = static_cast<int>(children.size())};
    Supported const supported(children);
    if (!may_be_told(supported.count()) || !may_be_told(outcomes.on_roll - supported.count()))
        return outcomes;
    outcomes.referred = referred_in(children, supported.count());
    outcomes.cells.push_back(supported.everybody());
    outcomes.cells.front().on_roll = outcomes.on_roll;
    if (supported.count() == 0) return outcomes;
    tell_provisions(supported, outcomes.cells);
    for (auto const& by : dimensions_of(children)) tell_parts(supported, by, outcomes.cells);
    outcomes.scales = scales_of(supported.children());
    return outcomes;
}

int last_year_to_tell(Date today) {
    auto const year = calendar::school_year(today);
    return today <= last_day_to_score(year - 1) ? year - 2 : year - 1;
}

std::vector<int> years_to_make(std::optional<Date> first_referral, std::span<int const> made, Date today) {
    auto const last = last_year_to_tell(today);
    auto const first = first_referral ? std::min(calendar::school_year(*first_referral), last) : last;
    std::vector<int> years;
    for (int year = last; year >= first; --year)
        if (std::ranges::find(made, year) == made.end()) years.push_back(year);
    return years;
}

Date last_day_to_score(int school_year) { return calendar::date(school_year + 1, 10, 31).value(); }

Date first_day_of(int school_year) { return calendar::date(school_year, 9, 1).value(); }
Date last_day_of(int school_year) { return first_day_of(school_year + 1) - 1; }

}  // namespace insight
