#!/usr/bin/env python3
"""Every column that the migrations leave on SQLite is declared in src/data_map/, and every declaration names one. Quick:
DataMap.declares_every_column_of_every_table_and_no_other asks both engines."""
import re
import sqlite3
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = re.compile(r'\.name = "(\w+)".*?\.columns = (\w+)', re.DOTALL)
COLUMNS = re.compile(r"inline constexpr std::array (\w+)\{\n(    Column\{.*?)\n\};", re.DOTALL)


def on_sqlite(migration):
    """The lines of a migration that SQLite runs."""
    here, lines = True, []
    for line in migration.splitlines():
        if marker := re.match(r"-- (?:only (\w+)|both)$", line):
            here = marker[1] in (None, "sqlite")
        elif here:
            lines.append(line)
    return "\n".join(lines)


def of_the_schema():
    database = sqlite3.connect(":memory:")
    for file in sorted((ROOT / "migrations").glob("*.sql")):
        database.executescript(on_sqlite(file.read_text()))
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    return {name: {row[1] for row in database.execute(f"PRAGMA table_xinfo({name})")} for (name,) in names.fetchall()}


def declared():
    tables = {}
    for file in (ROOT / "src/data_map").glob("*.hpp"):
        text = file.read_text()
        columns = {name: re.findall(r'Column\{\s*"(\w+)"', block) for name, block in COLUMNS.findall(text)}
        tables.update({name: set(columns[of]) for name, of in TABLE.findall(text)})
    return tables


class DataMap(unittest.TestCase):
    maxDiff = None

    def test_every_column_is_declared_and_nothing_else(self):
        schema = of_the_schema()
        self.assertGreater(len(schema), 50)
        self.assertEqual(declared(), schema)


if __name__ == "__main__":
    unittest.main()
