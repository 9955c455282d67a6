#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the seeds that the fuzzers start from: small files of every kind that an importer branches on.

usage: make_seeds.py CORPUS
"""
import io
import json
import pathlib
import struct
import sys
import zipfile

U8, I8, U16, I16, U32, I32, F32, BOOL, STRING, ARRAY, U64, I64, F64 = range(13)
FORMATS = {U8: "B", I8: "b", U16: "H", I16: "h", U32: "I", I32: "i", F32: "f", BOOL: "?", U64: "Q", I64: "q", F64: "d"}


def text(value):
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def value(kind, content):
    return text(content) if kind == STRING else struct.pack("<" + FORMATS[kind], content)


def key(name, kind, content, element=None):
    if kind != ARRAY:
        return text(name) + struct.pack("<I", kind) + value(kind, content)
    body = b"".join(value(element, item) for item in content)
    return text(name) + struct.pack("<IIQ", ARRAY, element, len(content)) + body


class Gguf:
    def __init__(self, architecture, version=3):
        self.version = version
        self.prefix = architecture + "."
        self.keys = [key("general.architecture", STRING, architecture)]
        self.tensors = []
        self.end = 0

    def set(self, name, content, kind=U32, element=U32):
        kind = ARRAY if isinstance(content, list) else kind
        self.keys.append(key(self.prefix + name, kind, content, element))
        return self

    def general(self, name, content, kind=U32):
        self.keys.append(key(name, kind, content))
        return self

    def add(self, name, *extents, kind=1, block=1, size=2):
        elements = 1
        for extent in extents:
            elements *= extent
        self.tensors.append(text(name) + struct.pack("<I", len(extents)) +
                            b"".join(struct.pack("<q", e) for e in extents) + struct.pack("<iQ", kind, self.end))
        self.end = (self.end + elements // block * size + 31) // 32 * 32
        return self

    def bytes(self):
        return (b"GGUF" + struct.pack("<IQQ", self.version, len(self.tensors), len(self.keys)) +
                b"".join(self.keys) + b"".join(self.tensors))


def sized(architecture, **options):
    gguf = Gguf(architecture, **options)
    gguf.set("block_count", 2).set("embedding_length", 64).set("feed_forward_length", 128).set("context_length", 4096)
    gguf.set("attention.head_count", 4).set("attention.head_count_kv", 2)
    return gguf.add("token_embd.weight", 64, 32).add("output_norm.weight", 64, kind=0, size=4)


def dense(architecture="llama", **options):
    gguf = sized(architecture, **options)
    for i in range(2):
        for part, extents in {"attn_q": (64, 64), "attn_k": (64, 32), "attn_v": (64, 32), "attn_output": (64, 64),
                              "ffn_gate": (64, 128), "ffn_up": (64, 128), "ffn_down": (128, 64)}.items():
            gguf.add(f"blk.{i}.{part}.weight", *extents)
    return gguf


def gguf_seeds():
    yield "dense", dense().general("general.file_type", 1)
    yield "version-2", dense(version=2)
    yield "sliding", dense("gemma3").set("attention.sliding_window", 512)
    yield "sliding-list", dense("mimo2").set("attention.sliding_window", 512).set(
        "attention.sliding_window_pattern", [True, False], element=BOOL)
    yield "lists", dense("deci").set("attention.head_count_kv", [2, 0]).set("feed_forward_length", [128, 64])
    yield "quantised", sized("llama").add("blk.0.attn_q.weight", 256, 4, kind=12, block=256, size=144).add(
        "blk.0.ffn_down.weight", 256, 4, kind=14, block=256, size=210)
    yield "fork", sized("llama").add("blk.0.x.weight", 64, 4, kind=140, size=1).add("blk.1.y.weight", 64)
    yield "prediction", dense("glm4moe").set("nextn_predict_layers", 1).add("blk.1.nextn.eh_proj.weight", 128, 64)
    yield "bias", dense("qwen2").add("blk.0.attn_q.bias", 64, kind=0, size=4).add(
        "blk.0.attn_q_norm.weight", 16, kind=0, size=4).add("blk.0.attn_sinks.weight", 4, kind=0, size=4)
    yield "experts", sized("qwen3moe").set("expert_count", 4).set("expert_used_count", 2).add(
        "blk.1.ffn_gate_inp.weight", 64, 4).add("blk.1.ffn_down_exps.weight", 32, 64, 4).add(
        "blk.1.ffn_down_shexp.weight", 32, 64).add("blk.1.exp_probs_b.bias", 4, kind=0, size=4)
    latent = sized("deepseek2").set("attention.kv_lora_rank", 32).set("attention.q_lora_rank", 16)
    latent.set("attention.key_length_mla", 24).set("attention.value_length_mla", 16).set("rope.dimension_count", 8)
    yield "latent", latent.add("blk.0.attn_kv_a_mqa.weight", 64, 40).add("blk.0.attn_q_a.weight", 64, 16)
    for name, parts, settings in [
            ("delta", ["ssm_ba", "ssm_in"], {}), ("mamba1", ["ssm_x"], {}), ("mamba2", ["ssm_a", "ssm_in"], {}),
            ("kda", ["ssm_f_a"], {"kda.head_dim": 16}), ("short", ["shortconv.in_proj"], {"shortconv.l_cache": 3}),
            ("rwkv", ["time_mix_key"], {"wkv.head_size": 16})]:
        hybrid = sized("hybrid-" + name).set("ssm.conv_kernel", 4).set("ssm.inner_size", 128)
        hybrid.set("ssm.state_size", 16).set("ssm.group_count", 2).set("ssm.time_step_rank", 8)
        for setting, number in settings.items():
            hybrid.set(setting, number)
        for part in parts:
            hybrid.add(f"blk.0.{part}.weight", 64, 16)
        yield "recurrent-" + name, hybrid.add("blk.1.attn_k.weight", 64, 32).add("blk.1.ffn_down.weight", 128, 64)
    kinds = Gguf("llama")
    for kind, content in [(U8, 1), (I8, -1), (U16, 2), (I16, -2), (U32, 3), (I32, -3), (F32, 0.5), (BOOL, True),
                          (STRING, "text"), (U64, 1 << 40), (I64, -1), (F64, 1.5)]:
        kinds.set(f"kind{kind}", content, kind)
        kinds.keys.append(key(f"list{kind}", ARRAY, [content] * 3, kind))
    yield "kinds", kinds
    yield "alignment", Gguf("llama").general("general.alignment", 64)
    yield "part", dense().general("split.no", 0, U16).general("split.count", 2, U16)
    yield "adapter", Gguf("llama").general("general.type", "adapter", STRING)


def header(tensors):
    entries, end = {"__metadata__": {"format": "pt"}}, 0
    for name, (dtype, bits, shape) in tensors.items():
        elements = 1
        for extent in shape:
            elements *= extent
        size = elements * bits // 8
        entries[name] = {"dtype": dtype, "shape": shape, "data_offsets": [end, end + size]}
        end += size
    return json.dumps(entries, separators=(",", ":")).encode()


def safetensors_seeds():
    base = {"model.embed_tokens.weight": ("BF16", 16, [32, 64]), "model.norm.weight": ("BF16", 16, [64])}
    layer = "model.layers.0."
    attention = {layer + f"self_attn.{n}_proj.weight": ("BF16", 16, [r, c])
                 for n, r, c in [("q", 64, 64), ("k", 32, 64), ("v", 32, 64), ("o", 64, 64)]}
    yield "dense", base | attention | {layer + "mlp.down_proj.weight": ("F16", 16, [64, 128]),
                                       "lm_head.weight": ("F32", 32, [32, 64])}
    yield "experts", base | attention | {layer + f"mlp.experts.{e}.{n}_proj.weight": ("F8_E4M3", 8, [16, 64])
                                         for e in range(3) for n in ("up", "gate")} | {
        layer + "mlp.experts.0.down_proj.weight": ("F8_E4M3", 8, [64, 16]),
        layer + "mlp.experts.0.down_proj.weight_scale_inv": ("F32", 32, [1, 1]),
        layer + "mlp.gate.weight": ("BF16", 16, [3, 64])}
    yield "stacked", base | attention | {layer + "mlp.experts.down_proj_blocks": ("U8", 8, [4, 64, 8]),
                                         layer + "mlp.experts.down_proj_scales": ("U8", 8, [4, 64, 1]),
                                         layer + "self_attn.sinks": ("BF16", 16, [4]),
                                         layer + "self_attn.q_norm.weight": ("BF16", 16, [16])}
    yield "packed", base | {layer + "self_attn.q_proj.qweight": ("I32", 32, [8, 64]),
                            layer + "self_attn.q_proj.scales": ("F16", 16, [1, 64]),
                            layer + "self_attn.q_proj.qzeros": ("I32", 32, [1, 8])}
    yield "latent", base | {layer + "self_attn.kv_a_proj_with_mqa.weight": ("BF16", 16, [40, 64]),
                            layer + "self_attn.kv_b_proj.weight": ("BF16", 16, [128, 32]),
                            layer + "self_attn.q_b_proj.weight": ("BF16", 16, [96, 16]),
                            "model.layers.1.eh_proj.weight": ("BF16", 16, [64, 128])}
    yield "tower", base | attention | {"visual.blocks.0.attn.qkv.weight": ("BF16", 16, [96, 32]),
                                       "mtp.layers.0.q_proj.weight": ("BF16", 16, [8, 8]),
                                       "scalar": ("F64", 64, []), "empty": ("F4", 4, [0, 3])}


def index_seeds():
    names = [f"model.layers.{i}.self_attn.q_proj.weight" for i in range(4)]
    yield "plain", {"metadata": {"total_size": 123}, "weight_map": {n: "model-00001-of-00002.safetensors" for n in names}}
    yield "words", {"metadata": {"total_size": "123", "x": [1.5e3, None, True]}, "weight_map": {"a\u00e9\"\\": "a.safetensors"}}
    yield "path", {"weight_map": {"a": "../a.safetensors"}}
    yield "pickle", {"weight_map": {"a": "pytorch_model.bin"}}


def config_seeds():
    llama = {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "hidden_size": 64, "num_hidden_layers": 2,
             "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": 128, "vocab_size": 32,
             "max_position_embeddings": 4096, "torch_dtype": "bfloat16"}
    yield "llama", llama
    yield "nested", {"model_type": "gemma3", "text_config": llama | {
        "model_type": "gemma3_text", "sliding_window": 512, "sliding_window_pattern": 6, "head_dim": 16},
        "vision_config": {"hidden_size": 32, "num_hidden_layers": 2, "intermediate_size": 64}}
    yield "experts", llama | {"model_type": "qwen3_moe", "num_experts": 8, "num_experts_per_tok": 2,
                              "moe_intermediate_size": 32, "decoder_sparse_step": 1, "mlp_only_layers": [0]}
    yield "latent", llama | {"model_type": "deepseek_v3", "kv_lora_rank": 32, "q_lora_rank": 16, "qk_rope_head_dim": 8,
                             "qk_nope_head_dim": 16, "v_head_dim": 16, "n_routed_experts": 4, "n_shared_experts": 1,
                             "num_experts_per_tok": 2, "moe_intermediate_size": 32, "first_k_dense_replace": 1,
                             "num_nextn_predict_layers": 1, "index_n_heads": 2, "index_head_dim": 16,
                             "quantization_config": {"quant_method": "fp8", "weight_block_size": [128, 128]}}
    yield "linear", llama | {"model_type": "qwen3_next", "full_attention_interval": 2, "linear_num_key_heads": 2,
                             "linear_num_value_heads": 4, "linear_key_head_dim": 16, "linear_value_head_dim": 16,
                             "linear_conv_kernel_dim": 4, "head_dim": 16,
                             "layer_types": ["linear_attention", "full_attention"]}
    yield "mamba", llama | {"model_type": "nemotron_h", "hybrid_override_pattern": "M*-E", "num_hidden_layers": 4,
                            "mamba_num_heads": 4, "mamba_head_dim": 16, "ssm_state_size": 16, "n_groups": 2,
                            "conv_kernel": 4, "n_routed_experts": 4, "num_experts_per_tok": 2,
                            "moe_intermediate_size": 32}
    yield "chunked", {"model_type": "llama4", "text_config": llama | {
        "model_type": "llama4_text", "num_local_experts": 4, "intermediate_size_mlp": 128, "attention_chunk_size": 512,
        "interleave_moe_layer_step": 2, "no_rope_layers": [1, 0]}}
    yield "sinks", llama | {"model_type": "gpt_oss", "num_local_experts": 4, "num_experts_per_tok": 2,
                            "sliding_window": 128, "quantization_config": {"quant_method": "mxfp4"}}
    yield "gptq", llama | {"quantization_config": {"quant_method": "gptq", "bits": 4, "group_size": 128}}
    yield "compressed", llama | {"quantization_config": {
        "quant_method": "compressed-tensors", "format": "pack-quantized", "ignore": ["re:.*lm_head", "lm_head"],
        "config_groups": {"group_0": {"weights": {"num_bits": 4, "type": "int", "strategy": "group", "group_size": 32}}}}}
    yield "old", {"model_type": "gpt2", "n_layer": 2, "n_embd": 64, "n_head": 4, "vocab_size": 32, "n_positions": 128}
    yield "dbrx", {"model_type": "dbrx", "n_layers": 2, "d_model": 64, "n_heads": 4, "vocab_size": 32,
                   "attn_config": {"kv_n_heads": 2}, "ffn_config": {"ffn_hidden_size": 64, "moe_num_experts": 4, "moe_top_k": 2}}


def import_seeds():
    """The samples of the tests, behind the byte by which the fuzzer tells the formats apart; short ones of our own formats."""
    samples = pathlib.Path(__file__).parent.parent / "data" / "imports"
    kinds = (("skypilot", "*.csv", 0), ("buildcores/RAM", "*.json", 1), ("buildcores", "*.json", 2), ("models.dev", "*.toml", 3),
             ("pc-part-dataset", "memory.csv", 8), ("pc-part-dataset", "internal-hard-drive.csv", 9))
    for folder, pattern, number in kinds:
        for index, path in enumerate(sorted((samples / folder).rglob(pattern))):
            lines = path.read_bytes().splitlines(keepends=True)[:60]
            yield f"{folder.replace('/', '-')}-{number}-{index}", bytes([number]) + b"".join(lines)
    texts = ((4, '{"date":"2026-09-29","usd":{"eur":0.85,"cny":6.7}}'), (4, '{"base":"EUR","date":"2026-09-29","rates":{"USD":1.17}}'),
             (5, "currency,per_usd,date,source\nEUR,0.85,2026-09-29,bank\n"), (6, "id,manufacturer,name,cores\nc1,AMD,One,8\n"),
             (7, "part,date,kind,amount,currency,region,source\nkit,2026-08-01,street,\"1,299.00\",USD,US,shop\n"))
    for index, (number, content) in enumerate(texts):
        yield f"text-{number}-{index}", bytes([number]) + content.encode()


def profile_seeds():
    yield "day", b"hour,requests\n9,120\n10,250.5\n"
    yield "week", b"\xef\xbb\xbfhour;requests\r\n0;1\r\n\r\n167;2e3\r\n"
    yield "tabs", b"8\t1\n 9 \t 2 \n"
    yield "quoted", b"\"the \"\"hour\"\"\",\"requests, all\"\n\"09\",\"1\"\n"
    yield "twice", b"1,5\n1,6\n"
    yield "open", b"1,\"5\n"


def case_seeds():
    def dollars(amount):
        return {"amount": amount, "currency": "USD"}

    usual = {"years": 3, "country": "US", "use": "hours", "utilization": 0.4, "users": 10, "requests_per_user_per_day": 20,
             "hours_per_day": 8, "days_per_week": 5, "profile_requests_by_hour": [], "cached_prompt_share": 0,
             "machines": 1, "tax_rate": None, "tax_recoverable": True, "shipping": dollars("0.00"),
             "installation": dollars("0.00"), "spares_share": 0, "financing": "cash", "interest_per_year": 0.06,
             "term_months": 36, "down_payment_share": 0, "residual_share": 0, "depreciation_years": 3,
             "depreciation": "straight-line", "refresh_years": None, "electricity_per_kwh": "0.18",
             "electricity_currency": "USD", "night_electricity_per_kwh": None, "electricity_change_per_year": 0,
             "pue": 1, "idle_share": 1, "room_per_machine_month": dollars("0.00"), "support_share_per_year": 0,
             "software_per_gpu_year": dollars("0.00"), "staff_share": 0, "staff_per_year": dollars("0.00"),
             "cloud_region": "", "spot_interruption_share": 0.1, "reserved_discount": None, "reserved_term_months": 12,
             "billing_unit_hours": 0, "cloud_storage_bytes": None, "cloud_storage_per_gb_month": dollars("0.08"),
             "cloud_egress_bytes_per_token": 250, "cloud_egress_per_gb": dollars("0.09"),
             "cloud_price_change_per_year": 0, "api_batch_discount": 0, "api_aggregators": True,
             "api_price_change_per_year": 0, "discount_rate": 0.05, "carbon_kg_per_kwh": 0.384, "ranges": []}
    profile = usual | {"use": "profile", "profile_requests_by_hour": [0] * 8 + [12.5] * 16, "country": "",
                       "ranges": [{"factor": "electricity", "low": 0.5, "high": 1.5}, {"factor": "use", "low": 1, "high": 3}]}
    loan = usual | {"use": "users", "financing": "loan", "depreciation": "declining-balance", "refresh_years": 2,
                    "tax_rate": 0.19, "tax_recoverable": False, "reserved_discount": 0.3, "cloud_storage_bytes": 1 << 40,
                    "night_electricity_per_kwh": {"amount": "20", "currency": "JPY"}, "cloud_region": "us-"}
    for name, assumptions in (("usual", usual), ("profile", profile), ("loan", loan)):
        yield name, {"schema": "rigwright.cost-case/1", "name": name, "assumptions": assumptions}
    yield "set", {"schema": "rigwright.cost-cases/1", "cases": [{"name": "a\u00e9\"", "assumptions": usual}]}
    yield "none", {"schema": "rigwright.cost-cases/1", "cases": []}
    yield "newer", {"schema": "rigwright.cost-case/2"}


def project_seeds():
    saved = pathlib.Path(__file__).parent.parent / "data" / "project" / "lab_machine_1.rigwright"
    project = json.loads(saved.read_text())
    project["catalog"]["parts"] = project["catalog"]["parts"][:3]
    for key in ("cloud_offers", "api_offers", "countries", "rates"):
        project["catalog"][key] = project["catalog"][key][:1]
    yield "saved", project
    part = {"category": "accelerator", "part": "card", "quantity": 2}
    line = {"kind": "part", "number": 1, "machine": 0, "position": "1.1", "category": "accelerator", "part": "card",
            "manufacturer": "", "description": "Card", "part_number": "", "specifications": "", "supplier": "",
            "supplier_part_number": "", "internal_number": "", "link": "", "quote_number": "", "lead_time_days": None,
            "comment": "", "approved": False, "quantity_per_system": 2, "owned": False,
            "unit_price": {"amount": "700.00", "currency": "USD"}, "discount": "2.5", "price_kind": "street",
            "listed_price": None, "price_region": "US", "price_source": "a shop", "price_date": "2026-03-01",
            "price_valid_until": None, "specs_state": "sourced"}
    bom = {"title": "Two cards", "machines": [{"name": "PC", "systems": 3, "workload": "", "result": ""}],
           "prepared_on": "2026-03-02", "catalog_date": "2026-03-01", "currency": "USD", "rate": None,
           "price_old_after_days": 180, "header": project["order"]["header"], "terms": project["order"]["terms"],
           "lines": [line],
           "findings": [{"id": "a", "severity": "note", "text": "{x}", "evidence": [{"key": "x", "figure": "1"}]}]}
    yield "revised", project | {"catalog": None, "revisions": [
        {"number": 1, "date": "2026-03-02", "author": "", "note": "", "requirement": project["requirement"], "bom": bom}]}
    yield "machines", {"schema": "rigwright.machines/1", "machines": [
        {"id": "m-1", "name": "PC", "saved_on": "2026-03-01", "price": {"amount": "800.00", "currency": "EUR"},
         "parts": [part], "prices": []}]}
    yield "builds", {"schema": "rigwright.builds/1", "builds": [
        {"title": "PC", "price": {"amount": "800.00", "currency": "EUR"}, "parts": [part]}]}
    yield "newer", {"schema": "rigwright.project/2"}


def quote_seeds():
    """Forms that came back, as text, packed, and as the files of a workbook one after the other behind the letter U."""
    keys = ["line_id", "manufacturer", "description", "part_number", "specifications", "quantity", "unit_price", "currency",
            "offered_part_number", "lead_time_days", "valid_until", "substitute", "supplier_part_number", "remarks"]
    fields = [["request_number", "", "RFQ-7", "supplier", "", "Shop"], ["request_date", "", "2026-11-20", "quote_number", "", "Q1"],
              ["quote_date", "", "22.11.2026"], ["quote_valid_until", "", "12/31/2026"], ["quote_currency", "", "EUR"],
              ["shipping", "", "49,90"]]
    rows = [["card", "", "", "", "", "4", "1.234,50", "", "PN-A-1", "14 days", "2026-12-01", "", "S-1", "soon"],
            ["kit", "", "", "", "", "2", "$ 5", "USD", "", "0", "", "Other", "", ""],
            ["gone", "", "", "", "", "1", "1.234"], ["card", "", "", "", "", "4", "19 %"]]
    lines = fields + [keys] + rows
    for name, separator in (("commas", ","), ("semicolons", ";"), ("tabs", "\t")):
        text = "\r\n".join(separator.join(f'"{cell}"' if "," in cell else cell for cell in row) for row in lines)
        yield name, b"\xef\xbb\xbf" + text.encode()

    def sheet():
        for number, row in enumerate(lines, start=1):
            yield f'<row r="{number}">'
            for column, cell in enumerate(row):
                place = f'r="{chr(65 + column)}{number}"'
                if cell.isdigit():
                    yield f'<c {place}><v>{cell}</v></c>'
                elif cell == "2026-12-01":
                    yield f'<c {place} s="1"><v>46357</v></c><c t="d"><v>{cell}</v></c>'
                elif cell == "line_id":
                    yield f'<c {place} t="s"><v>1</v></c>'
                elif cell:
                    yield f'<c {place} t="inlineStr"><is><r><t>{cell}</t></r></is></c>'
            yield "</row>"

    relation = '<Relationship Id="{0}" Type="http://x/{1}" Target="{2}"/>'
    parts = {
        "xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + "".join(sheet()) + '</sheetData><mergeCells><mergeCell ref="G9:G10"/>'
                                    "</mergeCells></worksheet>",
        "xl/sharedStrings.xml": '<sst><si><t>a_x0009_</t></si><si><r><t>line</t></r><r><t>_id</t></r><rPh sb="0" eb="1"><t>p</t></rPh></si></sst>',
        "xl/styles.xml": '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$\u20ac-407] #,##0.00"/></numFmts><cellXfs>'
                         '<xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/workbook.xml": '<workbook xmlns:r="r"><workbookPr date1904="0"/><sheets><sheet name="A" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": "<Relationships>" + relation.format("a", "worksheet", "worksheets/sheet1.xml") + relation.format(
            "b", "sharedStrings", "/xl/sharedStrings.xml") + relation.format("c", "styles", "styles.xml") + "</Relationships>",
        "_rels/.rels": "<Relationships>" + relation.format("d", "officeDocument", "xl/workbook.xml") + "</Relationships>"}
    yield "unpacked", b"U" + "\1".join(parts.values()).encode()
    for name, compression in (("stored", zipfile.ZIP_STORED), ("packed", zipfile.ZIP_DEFLATED)):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", compression) as archive:
            for part, content in parts.items():
                archive.writestr(zipfile.ZipInfo(part), content, compression)
        yield name, packed.getvalue()


def main(arguments):
    corpus = pathlib.Path(arguments[1])

    def save(target, name, data):
        folder = corpus / target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)

    for name, gguf in gguf_seeds():
        save("gguf", name, gguf.bytes())
    for name, tensors in safetensors_seeds():
        save("safetensors", name, header(tensors))
    for name, index in index_seeds():
        save("safetensors_index", name, json.dumps(index).encode())
    for name, data in import_seeds():
        save("imports", name, data)
    for name, data in profile_seeds():
        save("profile", name, data)
    for name, case in case_seeds():
        save("cost_case", name, json.dumps(case, indent=1).encode())
    for name, project in project_seeds():
        save("project", name, json.dumps(project, indent=1).encode())
    for name, data in quote_seeds():
        save("quotes", name, data)
    for name, config in config_seeds():
        save("config_json", name, json.dumps(config, indent=1).encode())
    quantised = json.dumps({"quantization": {"quant_algo": "NVFP4", "group_size": 16}}).encode()
    save("config_json", "modelopt", json.dumps(dict(config_seeds())["llama"]).encode() + b"\0" + quantised)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
