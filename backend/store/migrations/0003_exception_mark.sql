-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people put on an exception: how it stands now, and each word of it for ever.
CREATE TABLE exception_mark (
    exception_id INTEGER PRIMARY KEY REFERENCES exception (id),
    tags TEXT NOT NULL,
    ticket TEXT NOT NULL,
    snoozed_until INTEGER NOT NULL
) STRICT;
CREATE TABLE exception_note (
    id INTEGER PRIMARY KEY,
    exception_id INTEGER NOT NULL REFERENCES exception (id),
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE INDEX exception_note_by_exception ON exception_note (exception_id);
