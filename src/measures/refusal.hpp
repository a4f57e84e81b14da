#pragma once

#include <string_view>

namespace measures {

enum class Refusal { one_stands_already, changed_meanwhile, has_ended };

// Says what is wrong and how to mend it.
std::string_view in_words(Refusal refusal);

}  // namespace measures
