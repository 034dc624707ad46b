-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stands in for another branch's migration of that number, which takes its place when both are merged.
SELECT 1;
