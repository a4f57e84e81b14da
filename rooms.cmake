# The rooms of src/, from the ground up. A room may use those above it in this list, and only those it names.

# Ground floor: knows no nurture.
add_folder(base USES fmt::fmt ${DATE_TZ} PkgConfig::sodium)
add_folder(db USES base SQLite::SQLite3 PostgreSQL::PostgreSQL)
add_folder(html USES base)
add_folder(http USES base PkgConfig::deflate Threads::Threads)
add_folder(design USES html)

# The landing: one request, and what it leaves behind.
add_folder(visits USES base db http design)
add_folder(records USES base db visits)
