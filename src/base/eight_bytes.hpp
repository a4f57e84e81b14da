#pragma once

#include <cstdint>

namespace base {

// Eight bytes of a text in one number, to be asked about together: the order of bytes does not matter.
using EightBytes = std::uint64_t;

// The same byte eight times.
constexpr EightBytes each_byte(unsigned byte) { return 0x0101010101010101U * byte; }

}  // namespace base
