-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a definition was brought and whether it went live then. Append-only; the newest that went live acts.
CREATE TABLE definition_version (
    id INTEGER PRIMARY KEY, -- the number that people call it by
    definition INTEGER NOT NULL REFERENCES definition (id),
    at INTEGER NOT NULL, -- milliseconds UTC
    actor TEXT NOT NULL, -- empty: it came in a file with the program
    reason TEXT NOT NULL,
    went_live INTEGER NOT NULL CHECK (went_live IN (0, 1))
) STRICT;
CREATE TRIGGER definition_version_never_changes BEFORE UPDATE ON definition_version
BEGIN
    SELECT RAISE(ABORT, 'a version is never changed');
END;
CREATE TRIGGER definition_version_never_goes BEFORE DELETE ON definition_version
BEGIN
    SELECT RAISE(ABORT, 'a version is never deleted');
END;
