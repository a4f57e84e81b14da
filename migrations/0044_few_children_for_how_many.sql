-- Why a group may start with few children is said of so many; with fewer it is asked again (G1). Reasons from before hold for
-- however few.
ALTER TABLE programme ADD COLUMN few_children INTEGER CHECK (few_children >= 1);
