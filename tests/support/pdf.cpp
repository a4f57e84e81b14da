#include "support/pdf.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace support {

std::string said_of(std::string const& pdf, std::string const& command) {
    auto name = (std::filesystem::temp_directory_path() / "withy-letter-XXXXXX").string();
    auto const descriptor = mkstemp(name.data());
    EXPECT_NE(descriptor, -1);
    std::ofstream(name, std::ios::binary) << pdf;
    auto* const pipe = popen((command + " " + name + " - 2>&1").c_str(), "r");
    std::string said;
    std::array<char, 4096> buffer{};
    while (auto const count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        said.append(buffer.data(), count);
    pclose(pipe);
    std::filesystem::remove(name);
    return said;
}

}  // namespace support
