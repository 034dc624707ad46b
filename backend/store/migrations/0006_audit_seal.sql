-- SPDX-License-Identifier: GPL-3.0-or-later
-- From this version on the end of the audit is sealed from the beginning, also while it holds nothing: so that an audit
-- which was emptied is told from one that is new. The seal needs the key: the program writes it (sealEmptyAudit).
UPDATE owner SET fence = fence;
