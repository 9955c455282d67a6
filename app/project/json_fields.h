// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/json_values.h"
#include "units/id.h"
#include "units/units.h"

#include <string>
#include <type_traits>
#include <vector>

// A struct is kept as JSON by one function that names its fields:
//
//   template <class Visit, class Facts> void visitFields(Visit& visit, Facts& facts) { visit("layers", facts.layers); … }
//
// so that what is written, what is read and which keys are known can't differ.
namespace rigwright {

inline constexpr std::int64_t kMostInFields = std::int64_t{1} << 53U; ///< doubles hold them exactly
inline constexpr std::int64_t kMostInt = 2'000'000'000;

class FieldWriter {
public:
    void operator()(const char* key, bool value) { object_[key] = value; }
    void operator()(const char* key, int value) { object_[key] = value; }
    void operator()(const char* key, std::int64_t value) { object_[key] = value; }
    void operator()(const char* key, std::size_t value) { object_[key] = value; }
    void operator()(const char* key, double value) { object_[key] = finiteJson(value); }
    void operator()(const char* key, const std::string& value) { object_[key] = printableLines(value); }
    void operator()(const char* key, const Date& value) { object_[key] = valueJson(value); }
    void operator()(const char* key, const Money& value) { object_[key] = valueJson(value); }
    void operator()(const char* key, const MoneyRate& value) { object_[key] = valueJson(value); }
    void operator()(const char* key, const Share& value) { object_[key] = valueJson(value); }
    void operator()(const char* key, const Currency& value) { object_[key] = value.code(); }
    template <class Unit, class Rep>
    void operator()(const char* key, const Quantity<Unit, Rep>& value)
    {
        (*this)(key, value.value());
    }
    template <class Tag>
    void operator()(const char* key, const Id<Tag>& value)
    {
        object_[key] = printableText(value.text());
    }
    template <class Value>
    void operator()(const char* key, const std::optional<Value>& value)
    {
        if (value) {
            (*this)(key, *value);
        } else {
            object_[key] = nullptr;
        }
    }
    template <class Value, class Parse>
    void named(const char* key, const Value& value, const char* (*nameOf)(Value value),
               const Parse& /*parse*/)
    {
        object_[key] = nameOf(value);
    }
    template <class Value>
    void list(const char* key, const std::vector<Value>& values, std::size_t /*most*/, const char* /*what*/);
    template <class Value>
    void member(const char* key, const Value& value);
    template <class Value>
    void member(const char* key, const std::optional<Value>& value);

    [[nodiscard]] nlohmann::ordered_json take() { return std::move(object_); }

private:
    nlohmann::ordered_json object_ = nlohmann::ordered_json::object();
};

class FieldReader {
public:
    explicit FieldReader(ObjectReader& object)
        : object_(object)
    { }

    void operator()(const char* key, bool& value) { value = object_.flag(known(key)); }
    void operator()(const char* key, int& value)
    {
        value = static_cast<int>(object_.whole(known(key), 0, kMostInt));
    }
    void operator()(const char* key, std::int64_t& value)
    {
        value = object_.whole(known(key), 0, kMostInFields);
    }
    void operator()(const char* key, std::size_t& value)
    {
        value = static_cast<std::size_t>(object_.whole(known(key), 0, kMostInt));
    }
    void operator()(const char* key, double& value) { value = object_.within(known(key), 0, 1e18); }
    void operator()(const char* key, std::string& value) { value = object_.paragraphs(known(key)); }
    void operator()(const char* key, Date& value) { value = object_.date(known(key)); }
    void operator()(const char* key, Money& value) { value = object_.money(known(key)); }
    void operator()(const char* key, MoneyRate& value) { value = object_.rate(known(key)); }
    void operator()(const char* key, Share& value) { value = object_.share(known(key)); }
    void operator()(const char* key, Currency& value) { value = object_.currency(known(key)); }
    template <class Unit, class Rep>
    void operator()(const char* key, Quantity<Unit, Rep>& value)
    {
        Rep number{};
        (*this)(key, number);
        static_cast<Unit&>(value) = Unit(number);
    }
    template <class Tag>
    void operator()(const char* key, Id<Tag>& value)
    {
        value = Id<Tag>(object_.line(known(key)));
    }
    template <class Value>
    void operator()(const char* key, std::optional<Value>& value)
    {
        value.reset();
        if (object_.valueOf(known(key)) != nullptr) {
            value.emplace(Value{});
            (*this)(key, *value);
        }
    }
    /// `parse` gives an Expected, or nothing for a name that it doesn't know.
    template <class Value, class Parse>
    void named(const char* key, Value& value, const char* (* /*nameOf*/)(Value value), const Parse& parse)
    {
        const auto parsed = parse(object_.text(known(key)));
        if (parsed) {
            value = *parsed;
        } else {
            object_.refuse(key, "a name that this program knows");
        }
    }
    template <class Value>
    void list(const char* key, std::vector<Value>& values, std::size_t most, const char* what);
    template <class Value>
    void member(const char* key, Value& value);
    template <class Value>
    void member(const char* key, std::optional<Value>& value);

    [[nodiscard]] const std::vector<const char*>& keys() const { return keys_; }

private:
    const char* known(const char* key)
    {
        keys_.push_back(key);
        return key;
    }

    ObjectReader& object_;
    std::vector<const char*> keys_;
};

template <class Value>
[[nodiscard]] nlohmann::ordered_json fieldsJson(const Value& value)
{
    FieldWriter writer;
    visitFields(writer, value);
    return writer.take();
}

template <class Value>
[[nodiscard]] Value readFields(ObjectReader& object)
{
    Value value;
    FieldReader reader(object);
    visitFields(reader, value);
    object.refuseOthers(reader.keys());
    return value;
}

template <class Value>
void FieldWriter::list(const char* key, const std::vector<Value>& values, std::size_t /*most*/,
                       const char* /*what*/)
{
    object_[key] = listJson(values, fieldsJson<Value>);
}

template <class Value>
void FieldWriter::member(const char* key, const Value& value)
{
    object_[key] = fieldsJson(value);
}

template <class Value>
void FieldWriter::member(const char* key, const std::optional<Value>& value)
{
    object_[key] = value ? fieldsJson(*value) : nlohmann::ordered_json();
}

template <class Value>
void FieldReader::list(const char* key, std::vector<Value>& values, std::size_t most, const char* what)
{
    values.clear();
    object_.each(known(key), most, what,
                 [&](ObjectReader& element) { values.push_back(readFields<Value>(element)); });
}

template <class Value>
void FieldReader::member(const char* key, Value& value)
{
    object_.member(known(key), [&](ObjectReader& reader) { value = readFields<Value>(reader); });
}

template <class Value>
void FieldReader::member(const char* key, std::optional<Value>& value)
{
    value.reset();
    if (object_.valueOf(known(key)) != nullptr) {
        object_.member(key, [&](ObjectReader& reader) { value = readFields<Value>(reader); });
    }
}

} // namespace rigwright
