-- SPDX-License-Identifier: GPL-3.0-or-later
-- The catalog that ships with the program. Made from catalog/data by rigwright-catalog-build, opened read-only.
-- NULL means that nobody knows; bytes and money are integers. A named constraint is part of an error message.

PRAGMA application_id = 0x52494757; -- "RIGW"
PRAGMA user_version = 4;

CREATE TABLE info (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    schema_version INTEGER NOT NULL,
    data_date TEXT NOT NULL,   -- of the newest price
    source_date TEXT NOT NULL  -- newest day on which a source of the parts was read
) STRICT;

CREATE TABLE parts (
    id TEXT PRIMARY KEY,
    category TEXT NOT NULL CHECK (category IN ('accelerator', 'cpu', 'board', 'memory', 'storage', 'psu', 'case',
                                               'cooler', 'nic', 'system')),
    manufacturer TEXT NOT NULL,
    name TEXT NOT NULL,
    part_number TEXT,
    source TEXT NOT NULL,
    source_date TEXT CHECK (length(source_date) = 10), -- on which the source was read
    verification TEXT NOT NULL CHECK (verification IN ('sourced', 'compared', 'unverified')),
    note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE prices (
    part TEXT NOT NULL REFERENCES parts (id),
    minor_units INTEGER NOT NULL CHECK (minor_units > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    kind TEXT NOT NULL CHECK (kind IN ('quote', 'street', 'list', 'msrp', 'estimate')),
    region TEXT NOT NULL,
    source TEXT NOT NULL,
    date TEXT NOT NULL CHECK (length(date) = 10),
    -- Not the primary key of a table without row ids: SQLite 3.40's quick_check takes such a table for damaged.
    CONSTRAINT same_price_twice UNIQUE (part, date, kind, region, source)
) STRICT;

-- Where the figures of a group come from, where that is not what the part's own row says.
CREATE TABLE provenance (
    part TEXT NOT NULL REFERENCES parts (id),
    spec_group TEXT NOT NULL,
    source TEXT NOT NULL,
    source_date TEXT NOT NULL CHECK (length(source_date) = 10),
    verification TEXT NOT NULL CHECK (verification IN ('sourced', 'compared', 'unverified')),
    CONSTRAINT same_group_twice UNIQUE (part, spec_group)
) STRICT;

CREATE TABLE accelerators (
    id TEXT PRIMARY KEY REFERENCES parts (id),
    vendor TEXT NOT NULL,
    segment TEXT NOT NULL,
    architecture TEXT,
    compute_capability REAL,
    release_year INTEGER NOT NULL,
    memory_bytes INTEGER NOT NULL CHECK (memory_bytes > 0),
    memory_type TEXT,
    memory_bus_bits INTEGER,
    bandwidth_gb_s REAL,
    fp32_tflops REAL,
    fp16_tflops REAL,
    fp16_accumulate16_tflops REAL,
    bf16_tflops REAL,
    fp8_tflops REAL,
    int8_tops REAL,
    fp4_tflops REAL,
    board_power_w REAL,
    pcie_generation INTEGER,
    pcie_lanes INTEGER,
    mounting TEXT NOT NULL,
    slot_width INTEGER,
    length_mm REAL,
    power_16pin INTEGER,
    power_8pin INTEGER,
    power_6pin INTEGER,
    link_gb_s REAL,
    link_max_devices INTEGER NOT NULL,
    CONSTRAINT power_sockets_all_or_none
        CHECK ((power_16pin IS NULL) = (power_8pin IS NULL) AND (power_16pin IS NULL) = (power_6pin IS NULL)),
    CONSTRAINT linked_devices_need_link_gb_s CHECK (link_max_devices = 1 OR link_gb_s IS NOT NULL),
    CONSTRAINT a_card_needs_pcie
        CHECK (mounting NOT IN ('card', 'passive-card') OR (pcie_generation IS NOT NULL AND pcie_lanes IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Makers' cards. What has no column here is the accelerator's.
CREATE TABLE cards (
    id TEXT PRIMARY KEY REFERENCES parts (id),
    accelerator TEXT NOT NULL REFERENCES accelerators (id),
    length_mm REAL,
    slot_width INTEGER,
    board_power_w REAL,
    power_16pin INTEGER,
    power_8pin INTEGER,
    power_6pin INTEGER,
    CONSTRAINT power_sockets_all_or_none
        CHECK ((power_16pin IS NULL) = (power_8pin IS NULL) AND (power_16pin IS NULL) = (power_6pin IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE cpus (
    id TEXT PRIMARY KEY REFERENCES parts (id),
    socket TEXT NOT NULL,
    max_sockets INTEGER NOT NULL,
    family TEXT,
    cores INTEGER NOT NULL,
    threads INTEGER NOT NULL,
    base_ghz REAL,
    boost_ghz REAL,
    memory_types TEXT NOT NULL,  -- joined by ';', as all lists
    module_types TEXT NOT NULL,
    memory_channels INTEGER NOT NULL,
    memory_mt_s INTEGER NOT NULL,
    memory_mt_s_two_per_channel INTEGER,
    ddr4_mt_s INTEGER,
    memory_max_bytes INTEGER,
    ecc INTEGER,
    pcie_generation INTEGER NOT NULL,
    pcie_lanes INTEGER NOT NULL,
    power_w REAL NOT NULL,
    turbo_power_w REAL,
    avx512 INTEGER NOT NULL,
    amx INTEGER NOT NULL,
    graphics INTEGER,
    CONSTRAINT threads_not_below_cores CHECK (threads >= cores),
    CONSTRAINT boost_not_below_base CHECK (boost_ghz >= base_ghz),
    CONSTRAINT two_dimms_are_no_faster CHECK (memory_mt_s_two_per_channel <= memory_mt_s)
) STRICT, WITHOUT ROWID;

CREATE TABLE boards (
    id TEXT PRIMARY KEY REFERENCES parts (id),
    socket TEXT NOT NULL,
    socket_count INTEGER NOT NULL,
    chipset TEXT,
    form_factor TEXT NOT NULL,
    dimm_slots INTEGER NOT NULL,
    memory_type TEXT NOT NULL,
    module_types TEXT NOT NULL,
    channels_per_socket INTEGER NOT NULL,
    memory_max_bytes INTEGER,
    slots TEXT, -- in the grammar of catalog/src/pcie_slots.h
    slots_split INTEGER NOT NULL,
    lane_sharing TEXT, -- in the grammar of catalog/src/lane_sharing.h
    m2_slots INTEGER,
    sata_ports INTEGER,
    u2_ports INTEGER,
    slimsas_ports INTEGER,
    mcio_ports INTEGER,
    oculink_ports INTEGER,
    eps_connectors INTEGER,
    memory_mt_s INTEGER,
    memory_mt_s_two_per_channel INTEGER,
    ecc INTEGER,
    cpu_families TEXT,
    cpu_families_by_update TEXT,
    bios_flashback INTEGER,
    network TEXT,
    bmc INTEGER,
    CONSTRAINT a_dimm_slot_for_each_channel CHECK (dimm_slots >= socket_count * channels_per_socket),
    CONSTRAINT two_dimms_are_no_faster CHECK (memory_mt_s_two_per_channel <= memory_mt_s)
) STRICT, WITHOUT ROWID;

CREATE TABLE memory (
    id TEXT PRIMARY KEY REFERENCES parts (id),
    memory_type TEXT NOT NULL,
    module_type TEXT NOT NULL,
    modules INTEGER NOT NULL,
    module_bytes INTEGER NOT NULL CHECK (module_bytes > 0),
    mt_s INTEGER,
    cas_latency INTEGER,
    ranks INTEGER,
    volts REAL,
    height_mm REAL
) STRICT, WITHOUT ROWID;

CREATE TABLE drives (
    id TEXT PRIMARY KEY REFERENCES parts (id),
    capacity_bytes INTEGER NOT NULL CHECK (capacity_bytes > 0),
    form_factor TEXT NOT NULL,
    interface TEXT NOT NULL,
    pcie_generation INTEGER,
    pcie_lanes INTEGER,
    read_gb_s REAL,
    write_gb_s REAL,
    endurance_bytes INTEGER,
    power_loss_protection INTEGER,
    active_power_w REAL
) STRICT, WITHOUT ROWID;

CREATE TABLE power_supplies (
    id TEXT PRIMARY KEY REFERENCES parts (id),
    form_factor TEXT NOT NULL,
    rating_w REAL NOT NULL,
    efficiency TEXT,
    atx_version REAL,
    leads_16pin INTEGER,
    leads_8pin INTEGER,
    leads_6pin INTEGER NOT NULL,
    lead_16pin_w REAL,
    eps_connectors INTEGER,
    needs_200_volts INTEGER NOT NULL,
    low_line_w REAL,
    inlet TEXT,
    length_mm REAL,
    redundant INTEGER,
    CONSTRAINT low_line_not_above_rating CHECK (low_line_w <= rating_w)
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
    id TEXT PRIMARY KEY REFERENCES parts (id),
    board_form_factors TEXT NOT NULL,
    max_card_mm REAL,
    max_cooler_mm REAL,
    expansion_slots INTEGER,
    power_supply_form_factors TEXT,
    power_supplies INTEGER,
    max_power_supply_mm REAL,
    included_supplies INTEGER,
    included_supply_w REAL,
    radiators_mm TEXT,
    double_width_cards INTEGER,
    bays_3_5 INTEGER,
    bays_2_5 INTEGER,
    rack_units INTEGER,
    ducted_airflow INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE coolers (
    id TEXT PRIMARY KEY REFERENCES parts (id),
    kind TEXT NOT NULL,
    sockets TEXT NOT NULL,
    height_mm REAL,
    radiator_mm REAL,
    rating_w REAL,
    noise_db REAL,
    CONSTRAINT only_liquid_coolers_have_a_radiator CHECK (kind = 'liquid' OR radiator_mm IS NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE network_cards (
    id TEXT PRIMARY KEY REFERENCES parts (id),
    gbit_per_port REAL NOT NULL,
    ports INTEGER NOT NULL,
    protocol TEXT NOT NULL,
    connector TEXT,
    rdma INTEGER,
    pcie_generation INTEGER NOT NULL,
    pcie_lanes INTEGER NOT NULL,
    max_power_w REAL
) STRICT, WITHOUT ROWID;

CREATE TABLE systems (
    id TEXT PRIMARY KEY REFERENCES parts (id),
    accelerator TEXT NOT NULL REFERENCES accelerators (id),
    accelerator_count INTEGER NOT NULL,
    cpu TEXT,
    memory_bytes INTEGER,
    unified_memory INTEGER NOT NULL,
    storage_bytes INTEGER,
    network TEXT,
    max_power_w REAL,
    power_supplies INTEGER,
    power_supply_w REAL,
    rack_units INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE models (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    family TEXT NOT NULL,
    hugging_face_id TEXT,
    released TEXT,
    licence TEXT,
    layers INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    vocabulary INTEGER NOT NULL,
    tied_embeddings INTEGER NOT NULL,
    head_bias INTEGER NOT NULL,
    embedding_norm INTEGER NOT NULL,
    max_context INTEGER NOT NULL,
    learned_positions INTEGER NOT NULL,
    attention TEXT NOT NULL,
    full_period INTEGER NOT NULL,
    full_offset INTEGER NOT NULL,
    layer_pattern TEXT,
    layer_kinds TEXT,
    heads INTEGER NOT NULL,
    kv_heads INTEGER NOT NULL,
    head_dim INTEGER NOT NULL,
    window INTEGER NOT NULL,
    kv_lora_rank INTEGER NOT NULL,
    q_lora_rank INTEGER NOT NULL,
    qk_rope_head_dim INTEGER NOT NULL,
    qk_nope_head_dim INTEGER NOT NULL,
    v_head_dim INTEGER NOT NULL,
    indexer_heads INTEGER NOT NULL,
    indexer_head_dim INTEGER NOT NULL,
    fused_qkv INTEGER NOT NULL,
    qkv_bias INTEGER NOT NULL,
    output_bias INTEGER NOT NULL,
    qk_norm TEXT NOT NULL,
    attention_sinks INTEGER NOT NULL,
    attention_gate INTEGER NOT NULL,
    attention_head_gate INTEGER NOT NULL,
    chunked_window INTEGER NOT NULL,
    key_is_value INTEGER NOT NULL,
    one_vector_cache INTEGER NOT NULL,
    shared_layers_have_keys INTEGER NOT NULL,
    output_lora_rank INTEGER NOT NULL,
    output_groups INTEGER NOT NULL,
    feed_forward INTEGER NOT NULL,
    gated_feed_forward INTEGER NOT NULL,
    feed_forward_bias INTEGER NOT NULL,
    experts INTEGER NOT NULL,
    experts_per_token INTEGER NOT NULL,
    shared_experts INTEGER NOT NULL,
    expert_feed_forward INTEGER NOT NULL,
    shared_expert_feed_forward INTEGER NOT NULL,
    first_dense_layers INTEGER NOT NULL,
    router_correction INTEGER NOT NULL,
    shared_expert_gate INTEGER NOT NULL,
    router_scale INTEGER NOT NULL,
    hash_router_layers INTEGER NOT NULL,
    expert_latent_width INTEGER NOT NULL,
    expert_latent_norm INTEGER NOT NULL,
    moe_every INTEGER NOT NULL,
    moe_offset INTEGER NOT NULL,
    recurrent_kind TEXT,
    recurrent_heads INTEGER NOT NULL,
    recurrent_head_dim INTEGER NOT NULL,
    recurrent_state_size INTEGER NOT NULL,
    recurrent_groups INTEGER NOT NULL,
    conv_kernel INTEGER NOT NULL,
    recurrent_state_elements INTEGER NOT NULL,
    conv_state_elements INTEGER NOT NULL,
    recurrent_step_norms INTEGER NOT NULL,
    recurrent_norm INTEGER NOT NULL,
    recurrent_gate_rank INTEGER NOT NULL,
    norm_kind TEXT NOT NULL,
    norms_per_layer INTEGER NOT NULL,
    hyper_connections INTEGER NOT NULL,
    attention_residuals INTEGER NOT NULL,
    per_layer_input INTEGER NOT NULL,
    per_layer_vocabulary INTEGER NOT NULL,
    altup_streams INTEGER NOT NULL,
    laurel_rank INTEGER NOT NULL,
    other_layer_elements INTEGER NOT NULL,
    mtp_modules INTEGER NOT NULL,
    mtp_layers TEXT,
    mtp_own_embeddings INTEGER NOT NULL,
    towers TEXT,
    native_precision TEXT,
    parameters INTEGER NOT NULL,
    published_parameters INTEGER,
    source TEXT NOT NULL,
    verification TEXT NOT NULL CHECK (verification IN ('sourced', 'compared', 'unverified')),
    note TEXT,
    CONSTRAINT mla_needs_kv_lora_rank CHECK (attention != 'mla' OR kv_lora_rank > 0),
    CONSTRAINT sliding_window_needs_window CHECK (attention != 'sliding-window' OR window > 0),
    CONSTRAINT recurrent_needs_recurrent_kind CHECK (attention != 'recurrent' OR recurrent_kind IS NOT NULL),
    CONSTRAINT offset_below_period CHECK (full_offset = 0 OR full_offset < full_period),
    CONSTRAINT experts_need_experts_per_token CHECK ((experts > 0) = (experts_per_token > 0)),
    CONSTRAINT layer_pattern_has_a_letter_for_each_layer CHECK (layer_pattern IS NULL OR length(layer_pattern) = layers)
) STRICT, WITHOUT ROWID;

CREATE TABLE cloud_offers (
    id TEXT PRIMARY KEY,
    provider TEXT NOT NULL,
    instance TEXT NOT NULL,
    gpu_name TEXT NOT NULL,
    accelerator TEXT REFERENCES accelerators (id),
    gpu_count INTEGER NOT NULL CHECK (gpu_count > 0),
    gpu_memory_bytes INTEGER NOT NULL CHECK (gpu_memory_bytes > 0),
    vcpus INTEGER,
    memory_bytes INTEGER,
    price_per_hour_micros INTEGER NOT NULL CHECK (price_per_hour_micros > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    pricing TEXT NOT NULL,
    region TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('quote', 'street', 'list', 'msrp', 'estimate')),
    source TEXT NOT NULL,
    date TEXT NOT NULL CHECK (length(date) = 10)
) STRICT, WITHOUT ROWID;

-- Hosted models, money per million tokens.
CREATE TABLE api_offers (
    id TEXT PRIMARY KEY,
    provider TEXT NOT NULL,
    provider_model TEXT NOT NULL,
    model_name TEXT NOT NULL,
    family TEXT NOT NULL,
    model TEXT REFERENCES models (id),
    aggregator INTEGER NOT NULL,
    input_micros INTEGER NOT NULL CHECK (input_micros > 0),
    output_micros INTEGER NOT NULL CHECK (output_micros > 0),
    cached_input_micros INTEGER CHECK (cached_input_micros > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    context_tokens INTEGER,
    max_output_tokens INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('quote', 'street', 'list', 'msrp', 'estimate')),
    source TEXT NOT NULL,
    date TEXT NOT NULL CHECK (length(date) = 10)
) STRICT, WITHOUT ROWID;

CREATE TABLE countries (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    household_electricity_micros INTEGER, -- US dollars a kWh
    business_electricity_micros INTEGER,
    tax_rate REAL,
    electricity_source TEXT NOT NULL,
    electricity_verification TEXT NOT NULL CHECK (electricity_verification IN ('sourced', 'compared', 'unverified')),
    tax_source TEXT NOT NULL,
    carbon_kg_per_kwh REAL CHECK (carbon_kg_per_kwh >= 0), -- CO2 equivalent
    carbon_source TEXT NOT NULL,
    carbon_verification TEXT NOT NULL CHECK (carbon_verification IN ('sourced', 'compared', 'unverified'))
) STRICT, WITHOUT ROWID;

CREATE TABLE exchange_rates (
    currency TEXT PRIMARY KEY CHECK (length(currency) = 3),
    per_usd REAL NOT NULL CHECK (per_usd > 0),
    date TEXT NOT NULL CHECK (length(date) = 10),
    source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What practitioners' guides claim, with the scenario as data; lists in the grammar of catalog/src/claim_cells.h.
CREATE TABLE claims (
    id TEXT PRIMARY KEY,
    scenario TEXT NOT NULL,
    claim_en TEXT NOT NULL,
    claim_zh TEXT NOT NULL,
    quantity TEXT NOT NULL,
    meaning TEXT NOT NULL,
    low REAL,
    high REAL,
    unit TEXT NOT NULL,
    model TEXT REFERENCES models (id),
    parameters_b REAL,
    weights TEXT,
    other_weights TEXT,
    engine TEXT,
    workload TEXT,
    requests_low INTEGER,
    requests_high INTEGER,
    prompt_tokens INTEGER,
    output_tokens INTEGER,
    context INTEGER,
    latency_s REAL,
    accelerators TEXT,
    cpu TEXT REFERENCES cpus (id),
    sockets INTEGER NOT NULL,
    channels INTEGER,
    mt_s INTEGER,
    modules INTEGER,
    board TEXT REFERENCES boards (id),
    multiple REAL,
    samples_s REAL,
    terms TEXT,
    parts TEXT,
    instance TEXT,
    guide_needs REAL,
    unstated TEXT,
    measured_low REAL,
    measured_high REAL,
    measured_match TEXT,
    measured_source TEXT,
    remark_en TEXT,
    remark_zh TEXT,
    CONSTRAINT id_begins_with_its_scenario CHECK (substr(id, 1, length(scenario)) = scenario),
    CONSTRAINT a_claim_has_a_figure CHECK (low IS NOT NULL OR high IS NOT NULL OR quantity = 'open'),
    CONSTRAINT low_not_above_high CHECK (low <= high),
    CONSTRAINT requests_low_not_above_high CHECK (requests_low <= requests_high),
    CONSTRAINT an_open_claim_says_why CHECK (quantity != 'open' OR remark_en IS NOT NULL),
    CONSTRAINT remarks_in_both_languages CHECK ((remark_en IS NULL) = (remark_zh IS NULL)),
    CONSTRAINT measured_cells_all_or_none
        CHECK ((measured_low IS NULL) = (measured_high IS NULL) AND (measured_low IS NULL) = (measured_match IS NULL)
               AND (measured_low IS NULL) = (measured_source IS NULL)),
    CONSTRAINT measured_low_not_above_high CHECK (measured_low <= measured_high)
) STRICT, WITHOUT ROWID;
