// What nearly every file includes, parsed once a build (cmake/precompiled.cmake). Files still include what
// they use: this changes how fast they compile, never whether they do, and bin/check-includes reads the files
// themselves.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "base/calendar.hpp"
#include "base/expected.hpp"
#include "base/fields.hpp"
#include "base/id.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "db/connection.hpp"
#include "design/controls.hpp"
#include "design/form.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "design/page.hpp"
#include "html/html.hpp"
#include "http/message.hpp"
#include "http/read_form.hpp"
#include "records/actions.hpp"
#include "visits/route.hpp"
#include "visits/visit.hpp"
