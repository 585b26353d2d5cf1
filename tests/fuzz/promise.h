#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>

/// A promise was broken: says which and stops, so that the fuzzer keeps the input.
[[noreturn]] void broken(const char* promise, const QString& how = {});

inline QByteArray bytesOf(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
}
