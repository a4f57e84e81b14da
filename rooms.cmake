# The rooms of src/, from the ground up. A room may use those above it in this list, and
# reaches those that they use.

# Ground floor: knows no nurture.
add_folder(base USES fmt::fmt ${DATE_TZ} PkgConfig::sodium OpenSSL::Crypto)
add_folder(db USES base SQLite::SQLite3 PostgreSQL::PostgreSQL)
file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
embed(db migrations ${migrations})
add_folder(html USES base)
add_folder(http USES base PkgConfig::isal Threads::Threads OpenSSL::SSL)
embed(http typical_page ${CMAKE_SOURCE_DIR}/src/http/typical_page.html)
add_folder(design USES html PkgConfig::qrencode)
add_folder(proofs USES html PkgConfig::cbor PkgConfig::oath OpenSSL::Crypto)
add_folder(merkle USES base)

# The landing: one request, and what it leaves behind.
add_folder(visits USES base db http design)
add_folder(records USES base db visits)
add_folder(data_map USES base db)

# First floor: the capabilities, in the policy's own words.
add_folder(strategies USES records)
add_folder(schools USES records strategies)
add_folder(installation USES records)
add_folder(staff USES records schools)
add_folder(sign_in USES records staff proofs)
add_folder(pupils USES records schools staff)
add_folder(need_to_know USES pupils)
add_folder(readings USES need_to_know)
add_folder(heads USES merkle records readings)
add_folder(consent USES pupils)
add_folder(safeguarding USES need_to_know CURL::libcurl)
add_folder(cases USES consent safeguarding)
add_folder(agencies USES cases)
add_folder(referrals USES cases strategies)
add_folder(messages USES consent PkgConfig::pango PkgConfig::qrencode CURL::libcurl)
add_folder(openings USES need_to_know messages sign_in)
add_folder(programmes USES referrals messages)
add_folder(sessions USES programmes)
add_folder(letters USES programmes messages)
add_folder(impact USES programmes referrals)
add_folder(liaison USES cases messages agencies)
add_folder(sharing USES cases)
add_folder(data_requests USES data_map need_to_know messages)
add_folder(retention USES data_map openings)
add_folder(exchange USES pupils staff ${CSV})
add_folder(story USES referrals letters sessions impact liaison openings sharing readings)
add_folder(today USES story exchange data_requests retention)
add_folder(demonstration USES today referrals letters sessions impact liaison sign_in)

# The top: wiring and commands.
add_folder(app USES today demonstration heads sign_in installation spdlog::spdlog)
add_folder(cli USES app CLI11::CLI11)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/version.cpp CONTENT
    "#include \"cli/version.hpp\"\n\nchar const* const cli::version = \"@PROJECT_VERSION@\";\n" @ONLY)
target_sources(cli PRIVATE ${CMAKE_BINARY_DIR}/version.cpp)
if(TARGET cli)
    add_executable(withy src/cli/main.cpp)
    # In place of glibc's malloc, in the build that people use; sanitizers bring one of their own.
    target_link_libraries(withy PRIVATE $<$<CONFIG:Release>:mimalloc> cli)
    set_target_properties(withy PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

    # What bin/bench shows beside the pages.
    add_executable(floor EXCLUDE_FROM_ALL benchmarks/floor.cpp)
    target_link_libraries(floor PRIVATE $<$<CONFIG:Release>:mimalloc> app)
    target_include_directories(floor PRIVATE tests)
    add_executable(open_house EXCLUDE_FROM_ALL src/cli/main.cpp benchmarks/open_house.cpp)
    target_link_libraries(open_house PRIVATE $<$<CONFIG:Release>:mimalloc> cli)
    target_link_options(open_house PRIVATE -Wl,--allow-multiple-definition)
    set_target_properties(open_house PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
    add_executable(long_log EXCLUDE_FROM_ALL benchmarks/long_log.cpp)
    target_link_libraries(long_log PRIVATE $<$<CONFIG:Release>:mimalloc> heads)
endif()
