#pragma once

#include <string>

namespace support {

// What a program of poppler-utils says of the PDF, such as "pdftotext -layout".
std::string said_of(std::string const& pdf, std::string const& command);

}  // namespace support
