-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who works on an exception. It stays when the exception is closed: who it was is part of its history.
CREATE TABLE exception_claim (
    exception_id INTEGER PRIMARY KEY REFERENCES exception (id),
    claimed_by TEXT NOT NULL,
    claimed_at INTEGER NOT NULL
) STRICT;
