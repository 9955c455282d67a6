// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/quantity.h"

#include <cmath>

namespace rigwright {

/// An amount of memory or disk. GiB (2^30) for memory, GB (10^9) for disk and bandwidth: two constructors, so that
/// neither is taken for the other.
class Bytes : public Quantity<Bytes, std::int64_t> {
public:
    using Quantity::Quantity;
    [[nodiscard]] static constexpr Bytes mib(double n)
    {
        return Bytes(static_cast<std::int64_t>(n * 1048576.0));
    }
    [[nodiscard]] static constexpr Bytes gib(double n)
    {
        return Bytes(static_cast<std::int64_t>(n * 1073741824.0));
    }
    [[nodiscard]] static constexpr Bytes gb(double n) { return Bytes(static_cast<std::int64_t>(n * 1e9)); }
    [[nodiscard]] constexpr double inMib() const { return static_cast<double>(value()) / 1048576.0; }
    [[nodiscard]] constexpr double inGib() const { return static_cast<double>(value()) / 1073741824.0; }
    [[nodiscard]] constexpr double inGb() const { return static_cast<double>(value()) / 1e9; }
    /// This amount times a share such as 0.9, rounded down to a whole byte.
    [[nodiscard]] Bytes scaled(double factor) const
    {
        return Bytes(static_cast<std::int64_t>(std::floor(static_cast<double>(value()) * factor)));
    }
};

class Seconds : public Quantity<Seconds, double> {
public:
    using Quantity::Quantity;
};

/// A span on a price list or a time sheet; for physics there is Seconds.
class Hours : public Quantity<Hours, double> {
public:
    using Quantity::Quantity;
    [[nodiscard]] constexpr Seconds inSeconds() const { return Seconds(value() * 3600); }
};

/// Twelfths of a year of 8760 hours.
class Months : public Quantity<Months, double> {
public:
    using Quantity::Quantity;
};

class Watts : public Quantity<Watts, double> {
public:
    using Quantity::Quantity;
};

/// Energy.
class WattHours : public Quantity<WattHours, double> {
public:
    using Quantity::Quantity;
    [[nodiscard]] constexpr double inKilo() const { return value() / 1000; }
};

class Millimetres : public Quantity<Millimetres, double> {
public:
    using Quantity::Quantity;
};

class TokensPerSecond : public Quantity<TokensPerSecond, double> {
public:
    using Quantity::Quantity;
};

/// A number of requests to a model.
class Requests : public Quantity<Requests, double> {
public:
    using Quantity::Quantity;
};

/// A number of tokens over a long time; of one request they are counted in whole numbers.
class Tokens : public Quantity<Tokens, double> {
public:
    using Quantity::Quantity;
    [[nodiscard]] constexpr double inMillions() const { return value() / 1e6; }
};

/// Greenhouse gases as carbon dioxide equivalent.
class KilogramsCo2e : public Quantity<KilogramsCo2e, double> {
public:
    using Quantity::Quantity;
};

/// Of electricity: kilograms of CO2e for each kilowatt-hour.
class CarbonIntensity : public Quantity<CarbonIntensity, double> {
public:
    using Quantity::Quantity;
};

/// Requests that arrive or are answered.
class RequestsPerSecond : public Quantity<RequestsPerSecond, double> {
public:
    using Quantity::Quantity;
};

/// Floating-point operations: an amount of work.
class Flops : public Quantity<Flops, double> {
public:
    using Quantity::Quantity;
};

/// Memory or link bandwidth; data sheets give GB/s (10^9).
class BytesPerSecond : public Quantity<BytesPerSecond, double> {
public:
    using Quantity::Quantity;
    [[nodiscard]] static constexpr BytesPerSecond gb(double n) { return BytesPerSecond(n * 1e9); }
    [[nodiscard]] constexpr double inGb() const { return value() / 1e9; }
};

/// Arithmetic rate; data sheets give TFLOPS (10^12), here always dense.
class FlopsPerSecond : public Quantity<FlopsPerSecond, double> {
public:
    using Quantity::Quantity;
    [[nodiscard]] static constexpr FlopsPerSecond tera(double n) { return FlopsPerSecond(n * 1e12); }
    [[nodiscard]] constexpr double inTera() const { return value() / 1e12; }
};

[[nodiscard]] constexpr Seconds operator/(Bytes amount, BytesPerSecond rate)
{
    return Seconds(static_cast<double>(amount.value()) / rate.value());
}
[[nodiscard]] constexpr Seconds operator/(Flops work, FlopsPerSecond rate)
{
    return Seconds(work.value() / rate.value());
}

[[nodiscard]] constexpr WattHours operator*(Watts power, Seconds time)
{
    return WattHours(power.value() * time.value() / 3600);
}

[[nodiscard]] constexpr KilogramsCo2e operator*(WattHours energy, CarbonIntensity intensity)
{
    return KilogramsCo2e(energy.inKilo() * intensity.value());
}

[[nodiscard]] constexpr Requests operator*(RequestsPerSecond rate, Hours time)
{
    return Requests(rate.value() * time.inSeconds().value());
}

inline namespace literals {
constexpr Bytes operator""_MiB(unsigned long long n)
{
    return Bytes(static_cast<std::int64_t>(n) << 20);
}
constexpr Bytes operator""_GiB(unsigned long long n)
{
    return Bytes(static_cast<std::int64_t>(n) << 30);
}
constexpr Watts operator""_W(unsigned long long n)
{
    return Watts(static_cast<double>(n));
}
constexpr Millimetres operator""_mm(unsigned long long n)
{
    return Millimetres(static_cast<double>(n));
}
} // namespace literals

} // namespace rigwright
