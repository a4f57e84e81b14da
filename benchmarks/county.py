"""Outcomes as 300 schools would have given them over ten years, written into a county's data: what the county's page reads."""
import random
import sqlite3

SCHOOLS = 300
YEARS = 10
SCALES = [("sdq-teacher", "total"), ("wellbeing", "total")]


def give_outcomes(path, last_year):
    """Fills the tables of the schools that stand there; how many years of schools that is."""
    chance = random.Random(2026)
    with sqlite3.connect(path, timeout=20) as db:
        schools = db.execute("SELECT id, (SELECT min(s.id) FROM staff s WHERE s.school_id = school.id) FROM school ORDER BY id LIMIT ?",
                             (SCHOOLS,)).fetchall()
        for school, staff in schools:
            true_change = chance.gauss(1.5, 0.4)
            for year in range(last_year - YEARS + 1, last_year + 1):
                add_year(db, chance, school, staff, year, true_change)
    return len(schools) * YEARS


def add_year(db, chance, school, staff, year, true_change):
    supported = chance.randint(12, 60)
    measured = supported - chance.randint(5, 7)
    db.execute("INSERT OR IGNORE INTO outcome_release VALUES (?, ?, 300, NULL, ?, 1, ?, 1)", (school, year, staff, staff))
    db.execute("""INSERT OR IGNORE INTO outcome_cell (school_id, school_year, number, provision, dimension, part, supported, on_roll,
                  days_waited, planned, delivered, attended, measured, mean, deviation, days_between)
                  VALUES (?, ?, 0, '', 'everyone', '', ?, 300, ?, ?, ?, ?, ?, ?, ?, 90)""",
               (school, year, supported, chance.randint(10, 90), 8 * supported, 7 * supported, 6 * supported, measured,
                round(1000 * chance.gauss(true_change, 2 / measured ** 0.5)), chance.randint(1500, 2500)))
    for instrument, scale in SCALES:
        db.execute("INSERT OR IGNORE INTO outcome_scale VALUES (?, ?, ?, ?, 'class_teacher', 'entry_to_exit', ?, ?, ?, 80)",
                   (school, year, instrument, scale, measured, round(1000 * chance.gauss(-1, 0.5)), chance.randint(3000, 6000)))
