-- SPDX-License-Identifier: GPL-3.0-or-later
-- Times are milliseconds UTC since 1970, amounts minor units of the currency, quantities millionths of the base unit,
-- digests 32 bytes of SHA-256, packed values as backend/core/packed.h writes them. Id 0 means none.

CREATE TABLE customer_order (
    id INTEGER PRIMARY KEY,          -- given by the engine, in the order of arrival
    order_no TEXT NOT NULL,
    channel TEXT NOT NULL,
    customer TEXT NOT NULL,
    business_key TEXT NOT NULL,      -- channel/sender/number/release
    received_at INTEGER NOT NULL,
    placed_at INTEGER,
    total_minor INTEGER,             -- as declared by the sender
    currency TEXT NOT NULL,
    content INTEGER NOT NULL,        -- payload of the newest revision: the packed canonical order
    content_digest BLOB NOT NULL,    -- of the newest revision
    content_version TEXT NOT NULL,   -- of the newest revision: what orders revisions
    words TEXT NOT NULL,             -- found by these too: skus and the like
    first_inbox INTEGER NOT NULL     -- the message it arrived in
) STRICT;
CREATE UNIQUE INDEX customer_order_by_no ON customer_order (order_no);
CREATE UNIQUE INDEX customer_order_by_key ON customer_order (business_key) WHERE business_key <> '';

-- The narrow hot row: what the fold of the facts gives.
CREATE TABLE order_state (
    order_id INTEGER PRIMARY KEY REFERENCES customer_order (id),
    facts INTEGER NOT NULL,                            -- folded so far
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    milestones INTEGER NOT NULL,                       -- bit i: milestone i is full
    state BLOB NOT NULL                                -- packed Order
) STRICT;
CREATE INDEX order_state_open ON order_state (order_id) WHERE is_open = 1;

-- Person data stands alone, so that it can be erased without breaking an order's facts.
CREATE TABLE person (
    order_id INTEGER PRIMARY KEY REFERENCES customer_order (id),
    parties BLOB NOT NULL -- packed
) STRICT;

-- Append-only. One row per decision.
CREATE TABLE fact (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL,
    first_seq INTEGER NOT NULL, -- number of its first fact among those of the order: 1, 2, …
    count INTEGER NOT NULL,
    at INTEGER NOT NULL,        -- business time of the decision
    body BLOB NOT NULL          -- packed FactRow
) STRICT;
CREATE UNIQUE INDEX fact_by_order ON fact (order_id, first_seq);
CREATE TRIGGER fact_never_changes BEFORE UPDATE ON fact
BEGIN
    SELECT RAISE(ABORT, 'facts are never changed');
END;
CREATE TRIGGER fact_never_goes BEFORE DELETE ON fact
BEGIN
    SELECT RAISE(ABORT, 'facts are never deleted');
END;

CREATE TABLE dictionary (
    id INTEGER PRIMARY KEY, -- > 0
    kind TEXT NOT NULL,     -- of the payloads it was trained on
    body BLOB NOT NULL      -- zstd dictionary
) STRICT;

CREATE TABLE payload (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL,
    kind TEXT NOT NULL,          -- order, shop/message, erp/order.accept, …
    dictionary INTEGER NOT NULL, -- -1 raw, 0 zstd without dictionary, else the dictionary's id
    size INTEGER NOT NULL,       -- bytes before compression
    sha256 BLOB NOT NULL,        -- of the body before compression
    body BLOB NOT NULL
) STRICT;

-- What came in. state: 0 received, 1 mapped, 2 applied, 3 failed.
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    message_id TEXT NOT NULL,
    digest BLOB NOT NULL,         -- of the raw bytes
    format TEXT NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
    received_at INTEGER NOT NULL,
    order_id INTEGER NOT NULL,
    payload_id INTEGER NOT NULL,
    business_key TEXT NOT NULL,   -- of orders
    content_digest BLOB NOT NULL, -- of orders
    version TEXT NOT NULL,        -- of orders
    file TEXT NOT NULL,
    place TEXT NOT NULL,          -- of what is wrong
    reason TEXT NOT NULL,         -- why it failed
    waits_for TEXT NOT NULL       -- numbers it names, one per line, while its order is not known
) STRICT;
CREATE UNIQUE INDEX inbox_by_message ON inbox (source, message_id);
CREATE INDEX inbox_unfinished ON inbox (id) WHERE state < 2;
CREATE INDEX inbox_failed ON inbox (id) WHERE state = 3;

-- Append-only. Every number that anybody uses for an order; kind 'order' is ours.
CREATE TABLE external_reference (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    system TEXT NOT NULL,
    subject INTEGER NOT NULL -- fulfillment or shipment number; 0: the order
) STRICT;
CREATE INDEX external_reference_by_value ON external_reference (value);

-- rowid: the last external_reference of the text, which leads to the order. Filled some hundred references behind: the
-- sequence 'search' is the last one indexed.
CREATE VIRTUAL TABLE search USING fts5 (
    words,
    content = '',
    columnsize = 0,
    detail = full,
    prefix = '2 3 4',
    tokenize = "unicode61 tokenchars '-_@./#'"
);

CREATE TABLE exception (
    id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL,  -- 0: of a system
    number INTEGER NOT NULL,    -- within the order
    class TEXT NOT NULL,
    severity INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 3),
    system TEXT NOT NULL,
    step TEXT NOT NULL,
    effect INTEGER NOT NULL,
    line_no INTEGER NOT NULL,
    cause TEXT NOT NULL,
    words TEXT NOT NULL,        -- one sentence for a person
    opened_at INTEGER NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    how TEXT NOT NULL,          -- it was closed
    closed_at INTEGER,
    money_minor INTEGER,        -- at risk
    currency TEXT NOT NULL,
    due_by INTEGER,
    owner TEXT NOT NULL,        -- team
    payload_id INTEGER NOT NULL
) STRICT;
CREATE INDEX exception_open ON exception (class, id) WHERE is_open = 1;
CREATE INDEX exception_by_order ON exception (order_id);

CREATE TABLE stock_position (
    node TEXT NOT NULL,
    sku TEXT NOT NULL,
    on_hand INTEGER NOT NULL,
    as_of INTEGER NOT NULL,
    PRIMARY KEY (node, sku)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    system TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,     -- up, parked, paused
    last_contact_at INTEGER,
    watermark INTEGER        -- it has told us everything up to then
) STRICT, WITHOUT ROWID;

CREATE TABLE cursor (
    system TEXT NOT NULL,
    poll TEXT NOT NULL,
    cursor TEXT NOT NULL,
    PRIMARY KEY (system, poll)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
    kind TEXT NOT NULL,    -- milestone, exceptionClass, effectState, …
    key TEXT NOT NULL,
    system TEXT NOT NULL,
    hour INTEGER NOT NULL, -- hours since 1970 in which it was entered
    value INTEGER NOT NULL,
    PRIMARY KEY (kind, key, system, hour)
) STRICT, WITHOUT ROWID;

CREATE TABLE sequence (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL -- the last one taken
) STRICT, WITHOUT ROWID;

CREATE TABLE definition (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,     -- pack, process, policies
    name TEXT NOT NULL,
    digest BLOB NOT NULL,
    body TEXT NOT NULL,
    is_live INTEGER NOT NULL CHECK (is_live IN (0, 1)),
    UNIQUE (kind, name, digest)
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Append-only. mac = HMAC-SHA256(key beside the store, mac of the row before + this row).
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    reason TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    mac BLOB NOT NULL
) STRICT;
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is never changed');
END;
CREATE TRIGGER audit_never_goes BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is never deleted');
END;

-- The end of the audit, so that rows missing there are noticed: seal = HMAC-SHA256(key, count + mac of the last row).
CREATE TABLE audit_end (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL,
    seal BLOB NOT NULL
) STRICT;

-- Who may write: the fencing number of the newest owner.
CREATE TABLE owner (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    fence INTEGER NOT NULL
) STRICT;
INSERT INTO owner (id, fence) VALUES (1, 0);

CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    action TEXT NOT NULL,
    selector TEXT NOT NULL,
    state TEXT NOT NULL,   -- frozen, running, suspended, ended, cancelled
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    summary TEXT NOT NULL  -- JSON: what it would do
) STRICT;

CREATE TABLE plan_item (
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    number INTEGER NOT NULL, -- 1, 2, … within the plan
    order_id INTEGER NOT NULL,
    exception_id INTEGER NOT NULL,
    effect INTEGER NOT NULL, -- number within the order; 0: none
    state TEXT NOT NULL,     -- planned, verified, failed, awaiting, unverified, skipped
    detail TEXT NOT NULL,
    PRIMARY KEY (plan_id, number)
) STRICT, WITHOUT ROWID;
