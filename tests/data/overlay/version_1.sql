-- SPDX-License-Identifier: GPL-3.0-or-later
-- A user's catalog as schema version 1 made it, with a row of every kind. All figures are made up.
PRAGMA application_id = 0x5249474f;
PRAGMA user_version = 1;

CREATE TABLE parts (
    id TEXT NOT NULL PRIMARY KEY CHECK (id != ''),
    table_name TEXT NOT NULL,
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    cells TEXT NOT NULL CHECK (json_valid(cells)),       -- by column
    replaced TEXT NOT NULL CHECK (json_valid(replaced)), -- the shipped cells under them
    hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
    favourite INTEGER NOT NULL CHECK (favourite IN (0, 1)),
    url TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE prices (
    part TEXT NOT NULL REFERENCES parts (id),
    minor_units INTEGER NOT NULL CHECK (minor_units > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    kind TEXT NOT NULL CHECK (kind IN ('quote', 'street', 'list', 'msrp', 'estimate')),
    region TEXT NOT NULL,
    source TEXT NOT NULL,
    date TEXT NOT NULL CHECK (length(date) = 10),
    valid_until TEXT CHECK (length(valid_until) = 10),
    url TEXT NOT NULL,
    PRIMARY KEY (part, date, kind, region, source)
) STRICT;

CREATE TABLE cloud_offers (
    id TEXT NOT NULL PRIMARY KEY,
    provider TEXT NOT NULL,
    instance TEXT NOT NULL,
    gpu_name TEXT NOT NULL,
    accelerator TEXT,
    gpu_count INTEGER NOT NULL CHECK (gpu_count > 0),
    gpu_memory_bytes INTEGER NOT NULL CHECK (gpu_memory_bytes > 0),
    vcpus INTEGER,
    memory_bytes INTEGER,
    price_per_hour_micros INTEGER NOT NULL CHECK (price_per_hour_micros > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    pricing TEXT NOT NULL,
    region TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    date TEXT NOT NULL CHECK (length(date) = 10)
) STRICT;

CREATE TABLE api_offers (
    id TEXT NOT NULL PRIMARY KEY,
    provider TEXT NOT NULL,
    provider_model TEXT NOT NULL,
    model_name TEXT NOT NULL,
    family TEXT NOT NULL,
    model TEXT,
    aggregator INTEGER NOT NULL CHECK (aggregator IN (0, 1)),
    input_micros INTEGER NOT NULL CHECK (input_micros >= 0),   -- a million tokens, as the others
    output_micros INTEGER NOT NULL CHECK (output_micros >= 0),
    cached_input_micros INTEGER CHECK (cached_input_micros >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    context_tokens INTEGER,
    max_output_tokens INTEGER,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    date TEXT NOT NULL CHECK (length(date) = 10)
) STRICT;

CREATE TABLE exchange_rates (
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    per_usd REAL NOT NULL CHECK (per_usd > 0),
    date TEXT NOT NULL CHECK (length(date) = 10),
    source TEXT NOT NULL,
    PRIMARY KEY (currency, date)
) STRICT;

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

INSERT INTO parts VALUES ('my-drive', 'drives', 1,
    '{"capacity_gb":"4000","form_factor":"M.2 2280","interface":"NVMe","manufacturer":"Acme","name":"Rocket","source":"own","verification":"unverified"}',
    '{}', 0, 1, 'https://example.org/rocket', 'fast');
INSERT INTO parts VALUES ('rtx-4090', 'accelerators', 0, '{"memory_gib":"48"}', '{"memory_gib":"24"}', 1, 0, '', '');
INSERT INTO prices VALUES ('my-drive', 19999, 'USD', 'quote', 'US', 'a shop', '2026-08-01', '2026-09-30', '');
INSERT INTO cloud_offers VALUES ('c:i:r:on-demand', 'c', 'i', 'H100', NULL, 8, 85899345920, 192, NULL, 21957642, 'USD',
    'on-demand', 'r', 'list', 'c.example', '2026-08-01');
INSERT INTO api_offers VALUES ('p:m', 'p', 'm', 'M', '', NULL, 0, 150000, 600000, NULL, 'USD', 131072, NULL, 'list',
    'p.example', '2026-08-01');
INSERT INTO exchange_rates VALUES ('EUR', 0.9, '2026-08-01', 'my bank');
INSERT INTO settings VALUES ('old_after_days', '90');
