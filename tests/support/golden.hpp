#pragma once

#include <string>

namespace support {

// Compares text with a file that people review, such as docs/states.md. With WITHY_GOLDEN=write in the
// environment it writes the file instead. The path is relative to the project's folder.
void expect_golden(std::string const& path, std::string const& text);

}  // namespace support
