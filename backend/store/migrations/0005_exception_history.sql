-- SPDX-License-Identifier: GPL-3.0-or-later
-- The contract that an exception is about: system, capability and version of its pack, or system and format of a message
-- that came in; and which person closed it, and why. Empty: not known, or it closed by itself.
ALTER TABLE exception ADD COLUMN contract TEXT NOT NULL DEFAULT '';
ALTER TABLE exception ADD COLUMN closed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE exception ADD COLUMN closed_why TEXT NOT NULL DEFAULT '';
CREATE INDEX exception_closed ON exception (closed_at, id) WHERE is_open = 0;
CREATE INDEX plan_item_by_exception ON plan_item (exception_id) WHERE exception_id <> 0;
