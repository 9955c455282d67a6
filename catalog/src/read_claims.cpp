// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/read_claims.h"

#include "catalog/claim_cells.h"
#include "catalog/row.h"

#include <sqlite3.h>

namespace rigwright {

namespace {

/// A list in the grammar of claim_cells.h; none where the cell is empty.
template <class List>
List listFrom(const Row& row, const char* column, std::optional<List> (*parse)(std::string_view))
{
    const std::string text = row.text(column);
    if (text.empty()) {
        return {};
    }
    std::optional<List> list = parse(text);
    if (!list) {
        throw SqliteError(SQLITE_CORRUPT, "unexpected " + std::string(column) + " '" + text + "'");
    }
    return std::move(*list);
}

std::optional<ClaimMeasurement> measurementFrom(const Row& row)
{
    const std::optional<double> low = row.optionalReal("measured_low");
    if (!low) {
        return std::nullopt;
    }
    return ClaimMeasurement{*low, row.real("measured_high"), row.text("measured_match") == "same",
                            row.text("measured_source")};
}

Claim claimFrom(const Row& row)
{
    return {
        .id = row.text("id"),
        .scenario = row.text("scenario"),
        .text = row.text("claim_en"),
        .textChinese = row.text("claim_zh"),
        .quantity = row.word("quantity", parseClaimQuantity),
        .meaning = row.word("meaning", parseClaimMeaning),
        .low = row.optionalReal("low"),
        .high = row.optionalReal("high"),
        .unit = row.word("unit", parseClaimUnit),
        .model = ModelId(row.text("model")),
        .parameters = row.optionalReal("parameters_b"),
        .weights = row.text("weights"),
        .otherWeights = row.text("other_weights"),
        .engine = row.text("engine"),
        .workload = row.text("workload"),
        .fewestRequests = row.optionalSmallInteger("requests_low"),
        .mostRequests = row.optionalSmallInteger("requests_high"),
        .promptTokens = row.optionalInteger("prompt_tokens"),
        .outputTokens = row.optionalInteger("output_tokens"),
        .context = row.optionalInteger("context"),
        .latencySeconds = row.optionalReal("latency_s"),
        .accelerators = listFrom(row, "accelerators", parsePartCounts),
        .cpu = PartId(row.text("cpu")),
        .sockets = row.smallInteger("sockets"),
        .channels = row.optionalSmallInteger("channels"),
        .megatransfers = row.optionalSmallInteger("mt_s"),
        .modules = row.optionalSmallInteger("modules"),
        .board = PartId(row.text("board")),
        .multiple = row.optionalReal("multiple"),
        .samplesPerSecond = row.optionalReal("samples_s"),
        .terms = listFrom(row, "terms", parseTerms),
        .parts = listFrom(row, "parts", parsePartCounts),
        .instance = row.text("instance"),
        .guideNeeds = row.optionalReal("guide_needs"),
        .unstated = row.list("unstated"),
        .measurement = measurementFrom(row),
        .remark = row.text("remark_en"),
        .remarkChinese = row.text("remark_zh"),
    };
}

} // namespace

std::vector<Claim> readClaims(Database& database)
{
    std::vector<Claim> claims;
    Statement statement(database, "SELECT * FROM claims ORDER BY id");
    const Row row(statement);
    while (statement.step()) {
        claims.push_back(claimFrom(row));
    }
    return claims;
}

} // namespace rigwright
