"""Outcomes as 300 schools would have given them over ten years, written into a county's data: what the county's page reads."""
import random
import sqlite3

SCHOOLS = 300
YEARS = 10
EDITIONS = ("4f1c0b7a9d2e6358", "b07d5e12c3fa4968")
# By code, name and direction: scales by code, words, least and most, and who rates them.
INSTRUMENTS = [
    ("sdq-teacher", "Strengths and Difficulties Questionnaire, teacher's version, scale scores", "class_teacher",
     [("total", "Total difficulties", 0, 40, "low_is_good"), ("emotional", "Emotional problems", 0, 10, "low_is_good"),
      ("conduct", "Conduct problems", 0, 10, "low_is_good"), ("hyperactivity", "Hyperactivity", 0, 10, "low_is_good"),
      ("peer", "Peer problems", 0, 10, "low_is_good"), ("prosocial", "Prosocial behaviour", 0, 10, "high_is_good")]),
    ("wellbeing", "Well-being and involvement", "nurture_assistant",
     [("wellbeing", "Well-being", 1, 5, "high_is_good"), ("involvement", "Involvement", 1, 5, "high_is_good")]),
    ("sdq-parent", "Strengths and Difficulties Questionnaire, parent's version, scale scores", "parent",
     [("total", "Total difficulties", 0, 40, "low_is_good"), ("prosocial", "Prosocial behaviour", 0, 10, "high_is_good")]),
]
PROVISIONS = [["group", "both+one_to_one"], ["both+group", "one_to_one"], ["both", "group", "one_to_one"]]
SEN = [["K", "N"], ["E+K", "N"], ["E", "K", "N"], ["-+E+K", "N"]]
YEAR_GROUPS = ["00R", "01", "02", "03", "04", "05", "06"]
AREAS = ["Friendships", "Feelings", "Self-esteem", "Settling", "Turn-taking", "Asking for help", "Concentration"]
PREMIUM = [["no", "yes"], ["-+no", "yes"]]
ETHNICITY = [["asian+black+mixed+other", "white"], ["asian", "black+mixed+other", "white"]]


def give_outcomes(path, last_year, years=YEARS):
    """Fills the tables of the schools that stand there; how many years of schools that is."""
    chance = random.Random(2026)
    with sqlite3.connect(path, timeout=20) as db:
        schools = db.execute("""SELECT id, (SELECT min(s.id) FROM staff s WHERE s.school_id = school.id) FROM school
                                 WHERE EXISTS (SELECT 1 FROM pupil p WHERE p.school_id = school.id) ORDER BY id LIMIT ?""",
                             (SCHOOLS,)).fetchall()
        for school, staff in schools:
            true_change = chance.gauss(1.5, 0.4)
            for year in range(last_year - years + 1, last_year + 1):
                Year(db, chance, school, year).add(staff, true_change)
    return len(schools) * years


def neighbours(chance):
    """Year groups in their order, so joined that four blocks or so are left."""
    blocks = [[year] for year in YEAR_GROUPS]
    while len(blocks) > 4:
        at = chance.randrange(len(blocks) - 1)
        blocks[at:at + 2] = [blocks[at] + blocks[at + 1]]
    return ["+".join(block) for block in blocks]


class Year:
    """What one school gives of one year: everyone, kinds of support, and each dimension, of half the schools beside these too."""

    def __init__(self, db, chance, school, year):
        self.db, self.chance, self.school, self.year = db, chance, school, year
        self.number = 0

    def add(self, staff, true_change):
        chance = self.chance
        supported = chance.randint(24, 60)
        self.db.execute("""INSERT INTO outcome_release (school_id, school_year, on_roll, referred, made_by, made_at, given_by, given_at)
                           VALUES (?, ?, 300, NULL, ?, 1, ?, 1)""", (self.school, self.year, staff, staff))
        self.cell("", "everyone", "", supported, 300, true_change)
        provisions = chance.choice(PROVISIONS)
        for provision in provisions:
            self.cell(provision, "everyone", "", supported // len(provisions), None, true_change)
        told = {"sex": [["F", "M"]], "sen_provision": SEN, "year_group": [neighbours(chance)], "pupil_premium": PREMIUM}
        if self.school % 4 != 0:  # where it is kept
            told["ethnicity"] = ETHNICITY
        for dimension, ways in told.items():
            parts = chance.choice(ways)
            for part in parts:
                self.part(provisions, dimension, part, supported // len(parts), 300 // len(parts), true_change)
        for area in chance.sample(AREAS, 4):
            self.part(provisions, "target_area", area, supported // 3, None, true_change)
        for instrument in INSTRUMENTS[:2] + INSTRUMENTS[2:] * chance.randint(0, 1):
            self.scales(*instrument, supported)

    def part(self, provisions, dimension, part, supported, on_roll, true_change):
        self.cell("", dimension, part, supported, on_roll, true_change)
        if self.school % 2 == 0 and supported >= 5 * len(provisions):
            for provision in provisions:
                self.cell(provision, dimension, part, supported // len(provisions), None, true_change)

    def cell(self, provision, dimension, part, supported, on_roll, true_change):
        chance = self.chance
        supported = max(supported, 5)
        measured = supported - 5 if supported >= 10 else supported
        self.db.execute("""INSERT INTO outcome_cell (school_id, school_year, number, provision, dimension, part, supported, on_roll,
                           days_waited, planned, delivered, attended, measured, mean, deviation, days_between)
                           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 90)""",
                        (self.school, self.year, self.number, provision, dimension, part, supported, on_roll, chance.randint(10, 90),
                         8 * supported, 7 * supported, 6 * supported, measured,
                         round(1000 * chance.gauss(true_change, 2 / measured ** 0.5)), chance.randint(1500, 2500)))
        self.number += 1

    def scales(self, code, name, informant, scales, supported):
        chance = self.chance
        version = chance.randint(1, 3)
        edition = EDITIONS[self.school % 20 == 0 and code == "wellbeing"]
        measured = max(supported - 8, 5)
        for scale, label, least, most, direction in scales:
            better = 1 if direction == "high_is_good" else -1
            spread = (most - least) / 8
            self.db.execute("""INSERT INTO outcome_scale (school_id, school_year, instrument, version, scale, informant, span, measured,
                               mean, deviation, days_between, instrument_name, scale_label, direction, edition, least, most)
                               VALUES (?, ?, ?, ?, ?, ?, 'entry_to_exit', ?, ?, ?, 80, ?, ?, ?, ?, ?, ?)""",
                            (self.school, self.year, code, version, scale, informant, measured,
                             round(1000 * chance.gauss(better * spread / 2, spread / measured ** 0.5)),
                             round(1000 * chance.uniform(0.8, 1.2) * spread), name, label, direction, edition, least, most))
