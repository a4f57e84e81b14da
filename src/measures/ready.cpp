#include "measures/ready.hpp"

namespace measures {

Definition definition_of(Ready ready) {
    switch (ready) {
        case Ready::working_at:
            return {
                .kind = Kind::achievement,
                .name = "Working at",
                .concern_when = ConcernWhen::low,
                .scale = Scale::single_rating};
        case Ready::standardised_score:
            return {
                .kind = Kind::achievement,
                .name = "Standardised score",
                .least = 4'000,
                .most = 16'000,
                .step = 100,
                .concern_when = ConcernWhen::low,
                .scale = Scale::standardised,
                .rated_by = RatedBy::test};
        case Ready::progress_since:
            return {
                .kind = Kind::progress,
                .name = "Progress since last term",
                .concern_when = ConcernWhen::low,
                .scale = Scale::single_rating};
        case Ready::behaviour_for_learning:
            return {
                .kind = Kind::behaviour,
                .name = "Behaviour for learning",
                .concern_when = ConcernWhen::low,
                .scale = Scale::single_rating};
        case Ready::five_ratings_of_behaviour:
            return {
                .kind = Kind::behaviour,
                .name = "Five ratings of behaviour",
                .least = 500,
                .most = 2'500,
                .step = 100,
                .concern_when = ConcernWhen::low,
                .scale = Scale::piled_up};
    }
    return {};
}

std::string_view explained(Ready ready) {
    switch (ready) {
        case Ready::working_at:
            return "1 is well below what is expected for the age, 2 is towards it, 3 is at it, 4 is above it "
                   "and 5 is well above";
        case Ready::standardised_score:
            return "What a standardised test gives, with 100 in the middle for the age";
        case Ready::progress_since:
            return "1 is none that can be seen, 2 is less than hoped for, 3 is as hoped for, 4 is more and 5 "
                   "is much more";
        case Ready::behaviour_for_learning:
            return "1 is that it gets in the way nearly all the time, 2 is often, 3 is now and then, 4 is "
                   "seldom and 5 is hardly ever";
        case Ready::five_ratings_of_behaviour:
            return "The sum of five ratings from 1 to 5: starts work, keeps at it, gets on with others, "
                   "follows the class's rules, copes when things go wrong. 5 is the best in each";
    }
    return {};
}

std::string meaning_of(Definition const& definition) {
    if (!definition.meaning.empty()) return definition.meaning;
    auto const ready = ready_one(definition);
    return ready ? std::string(explained(*ready)) : std::string();
}

std::optional<Ready> ready_one(Definition const& definition) {
    for (auto const ready : all_of<Ready>()) {
        auto const one = definition_of(ready);
        if (one.name == definition.name && !is_another_scale(one, definition)) return ready;
    }
    return std::nullopt;
}

}  // namespace measures
